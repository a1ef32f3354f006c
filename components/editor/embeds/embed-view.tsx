import { NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react"
import { replaceByLink } from "@/components/editor/embeds/insert-embed"
import { AttributeField } from "@/components/editor/pictures/attribute-field"
import { removeNode, setAttributes } from "@/components/editor/pictures/commands"
import { moveNode } from "@/components/editor/pictures/move"
import { Button } from "@/components/ui/button"
import { embedTarget } from "@/lib/documents/embed-url"
import { embedLimits } from "@/lib/documents/limits"

/** A player in the text: what it is called, and where it leads. Nothing of its site is loaded here. */
export function EmbedView({ node, editor, selected, getPos }: ReactNodeViewProps) {
  const { url, title } = node.attrs
  const name = embedTarget(url)?.host.name ?? url
  // The position is asked for when it is needed: text before it may have changed since this was rendered.
  const act = (run: (pos: number) => void) => {
    const pos = getPos()
    if (pos !== undefined) run(pos)
  }
  const actions: [string, (pos: number) => void][] = [
    ["Move up", (pos) => moveNode(editor, pos, -1)],
    ["Move down", (pos) => moveNode(editor, pos, 1)],
    ["Make it a link", (pos) => replaceByLink(editor, pos)],
    ["Remove", (pos) => removeNode(editor, pos)],
  ]
  return (
    <NodeViewWrapper
      as="figure"
      aria-label={`Embed: ${title || name}`}
      className={`writing-embed ${selected ? "writing-embed-selected" : ""}`}
    >
      <div data-drag-handle="" className="writing-embed-head" contentEditable={false}>
        <strong>{name}</strong>
        <a href={url} target="_blank" rel="noreferrer" className="min-w-0 truncate">
          {url}
        </a>
      </div>
      {/* What is typed here is a change of the text, which the editor reports by itself. */}
      <div
        contentEditable={false}
        onInput={(event) => event.stopPropagation()}
        className="flex flex-col gap-1.5"
      >
        <AttributeField
          label="Title"
          value={title}
          maxLength={embedLimits.title}
          onChange={(title) => act((pos) => setAttributes(editor, pos, { title }))}
        />
        <div className="-ms-3 flex flex-wrap gap-x-3 gap-y-1">
          {actions.map(([label, run]) => (
            <Button
              key={label}
              type="button"
              look="quiet"
              small
              onClick={() => {
                act(run)
                editor.view.focus()
              }}
            >
              {label}
            </Button>
          ))}
        </div>
        <p className="text-sm text-ink-soft">Readers connect to {name} only when they open it.</p>
      </div>
    </NodeViewWrapper>
  )
}
