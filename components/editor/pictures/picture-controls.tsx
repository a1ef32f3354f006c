import type { ReactNodeViewProps } from "@tiptap/react"
import { removeNode } from "@/components/editor/pictures/commands"
import { moveNode } from "@/components/editor/pictures/move"
import { Button } from "@/components/ui/button"

const sizes = { normal: "Column width", wide: "Wide", full: "Full width" }

type Props = Pick<ReactNodeViewProps, "node" | "editor" | "getPos"> & {
  /** Not in a gallery. */
  alone: boolean
  change(attributes: Record<string, unknown>): void
  credit: string
}

/** What can be done with a picture in the text, beside its words. */
export function PictureControls({ node, editor, getPos, alone, change, credit }: Props) {
  const { decorative, size } = node.attrs
  const act = (run: (pos: number) => void) => () => {
    const pos = getPos()
    if (pos === undefined) return
    run(pos)
    editor.view.focus()
  }
  const actions: [string, (pos: number) => void][] = [
    ["Move up", (pos) => moveNode(editor, pos, -1)],
    ["Move down", (pos) => moveNode(editor, pos, 1)],
    ["Remove", (pos) => removeNode(editor, pos)],
  ]
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label className="flex items-center gap-1.5 text-sm">
        <input
          type="checkbox"
          checked={decorative}
          onChange={({ target }) => change({ decorative: target.checked })}
        />
        Decorative
      </label>
      {alone ? (
        <select
          aria-label="Size"
          value={size}
          onChange={({ target }) => change({ size: target.value })}
          className="min-h-7 rounded-sm border border-edge bg-field px-1.5 text-sm pointer-coarse:min-h-11"
        >
          {Object.entries(sizes).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      ) : null}
      {actions.map(([name, run]) => (
        <Button key={name} type="button" look="quiet" small onClick={act(run)}>
          {name}
        </Button>
      ))}
      {credit ? <span className="text-sm text-ink-soft">{credit}</span> : null}
    </div>
  )
}
