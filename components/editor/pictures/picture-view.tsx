import { NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react"
import { useContext } from "react"
import { AttributeField } from "@/components/editor/pictures/attribute-field"
import { setAttributes } from "@/components/editor/pictures/commands"
import { AltRefusedContext, usePicture } from "@/components/editor/pictures/context"
import type { Known } from "@/components/editor/pictures/known-pictures"
import { PictureControls } from "@/components/editor/pictures/picture-controls"
import { LibraryPicture } from "@/components/media/picture"
import { pictureLimits } from "@/lib/documents/limits"

/** A picture in the text, with what is said of it here. */
export function PictureView({ node, editor, selected, getPos }: ReactNodeViewProps) {
  const { mediaId, alt, decorative, caption } = node.attrs
  const picture = usePicture(mediaId)
  const altRefused = useContext(AltRefusedContext)
  const rendered = getPos()
  const alone = rendered === undefined || editor.state.doc.resolve(rendered).depth === 0

  // The position is asked for when it is needed: text before it may have changed since this was rendered.
  const change = (attributes: Record<string, unknown>) => {
    const pos = getPos()
    if (pos !== undefined) setAttributes(editor, pos, attributes)
  }

  return (
    <NodeViewWrapper
      as="figure"
      aria-label={`Picture: ${alt || caption || "not described"}`}
      className={`writing-picture ${selected ? "writing-picture-selected" : ""}`}
    >
      <div data-drag-handle="" className="writing-picture-shown">
        <Shown
          picture={picture}
          name={decorative ? "" : alt || caption}
          shape={alone ? "normal" : "gallery"}
        />
      </div>
      {/* What is typed here is a change of the text, which the editor reports by itself. */}
      <div
        className="writing-picture-words"
        contentEditable={false}
        onInput={(event) => event.stopPropagation()}
      >
        <AttributeField
          label="Caption"
          value={caption}
          maxLength={pictureLimits.caption}
          onChange={(caption) => change({ caption })}
        />
        {decorative ? null : (
          <AttributeField
            label="Alt text"
            value={alt}
            required={{ refused: altRefused }}
            maxLength={pictureLimits.alt}
            onChange={(alt) => change({ alt })}
          />
        )}
        <PictureControls
          {...{ node, editor, getPos, alone, change }}
          credit={typeof picture === "object" ? picture.credit : ""}
        />
      </div>
    </NodeViewWrapper>
  )
}

type ShownProps = { picture: Known | undefined; name: string; shape: "normal" | "gallery" }

function Shown({ picture, name, shape }: ShownProps) {
  if (typeof picture !== "object")
    return <p className="p-4 font-ui text-sm text-ink-soft">{states[picture ?? "loading"]}</p>
  return (
    // The name stands here, since another `alt` would load the image anew with each letter that is typed.
    <div role="img" aria-label={name || "Picture"}>
      <LibraryPicture picture={picture} alt="" shape={shape} />
    </div>
  )
}

const states = {
  loading: "…",
  missing: "This picture is no longer in the library.",
  unreachable: "This picture could not be loaded. It is loaded again when you are back online.",
}
