import { NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react"
import { AttributeField } from "@/components/editor/pictures/attribute-field"
import { moveNode, removeNode } from "@/components/editor/pictures/commands"
import { usePicture } from "@/components/editor/pictures/context"
import { LibraryPicture } from "@/components/media/picture"
import { Button } from "@/components/ui/button"
import { pictureLimits } from "@/lib/documents/limits"

const sizes = { normal: "Column width", wide: "Wide", full: "Full width" }

/** A picture in the text, with what is said of it here. */
export function PictureView({ node, editor, selected, getPos, updateAttributes }: ReactNodeViewProps) {
  const { mediaId, alt, decorative, caption, size } = node.attrs
  const picture = usePicture(mediaId)
  const pos = getPos()
  const alone = pos === undefined || editor.state.doc.resolve(pos).depth === 0
  const move = (step: -1 | 1) => pos !== undefined && moveNode(editor, pos, step)

  return (
    <NodeViewWrapper as="figure" className={`writing-picture ${selected ? "writing-picture-selected" : ""}`}>
      <div data-drag-handle="" className="writing-picture-shown">
        {typeof picture === "object" ? (
          <LibraryPicture
            picture={picture}
            alt={decorative ? "" : alt || "Picture without alt text"}
            shape={alone ? "normal" : "gallery"}
          />
        ) : (
          <p className="p-4 font-ui text-sm text-ink-soft">
            {picture === "gone" ? "This picture could not be loaded, or is no longer in the library." : "…"}
          </p>
        )}
      </div>
      {/* What is typed here is a change of the text, which the editor reports by itself. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps events from the form */}
      <div
        className="writing-picture-words"
        contentEditable={false}
        onInput={(event) => event.stopPropagation()}
      >
        <AttributeField
          label="Caption"
          value={caption}
          maxLength={pictureLimits.caption}
          onChange={(caption) => updateAttributes({ caption })}
        />
        {decorative ? null : (
          <AttributeField
            label="Alt text"
            value={alt}
            maxLength={pictureLimits.alt}
            hint={alt.trim() ? undefined : "Needed before publishing."}
            onChange={(alt) => updateAttributes({ alt })}
          />
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <label className="flex items-center gap-1.5 text-sm">
            <input
              type="checkbox"
              checked={decorative}
              onChange={({ target }) => updateAttributes({ decorative: target.checked })}
            />
            Decorative
          </label>
          {alone ? (
            <select
              aria-label="Size"
              value={size}
              onChange={({ target }) => updateAttributes({ size: target.value })}
              className="min-h-7 rounded-sm border border-edge bg-field px-1.5 text-sm pointer-coarse:min-h-11"
            >
              {Object.entries(sizes).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          ) : null}
          <Button type="button" look="quiet" small onClick={() => move(-1)}>
            Move up
          </Button>
          <Button type="button" look="quiet" small onClick={() => move(1)}>
            Move down
          </Button>
          <Button
            type="button"
            look="quiet"
            small
            onClick={() => {
              if (pos === undefined) return
              removeNode(editor, pos)
              editor.view.focus()
            }}
          >
            Remove
          </Button>
          {typeof picture === "object" && picture.credit ? (
            <span className="text-sm text-ink-soft">{picture.credit}</span>
          ) : null}
        </div>
      </div>
    </NodeViewWrapper>
  )
}
