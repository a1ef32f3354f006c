import { type Editor, useEditorState } from "@tiptap/react"
import { choicesFor } from "@/components/editor/blocks/block-list"
import { slashMenuId, slashState, takeChoice } from "@/components/editor/blocks/slash"

/** What a paragraph can become, under the slash that was typed in it; the focus stays in the text. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const open = useEditorState({ editor, selector: ({ editor }) => slashState(editor.state) })
  const choices = open ? choicesFor(open.query) : []
  if (!open || choices.length === 0) return null
  return (
    <div
      ref={(menu) => menu?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" })}
      id={slashMenuId}
      role="listbox"
      aria-label="Blocks"
      tabIndex={-1}
      style={placeOf(editor, open.from)}
      className="absolute z-20 max-h-72 w-60 overflow-y-auto rounded-sm border border-edge bg-paper p-1 font-ui text-sm shadow-lg"
    >
      {choices.map(({ name }, at) => (
        <div
          key={name}
          id={`${slashMenuId}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === open.at}
          // The text keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => takeChoice(editor, open, at)}
          onKeyDown={() => {}}
          className="cursor-pointer rounded-sm px-3 py-2 hover:bg-raised aria-selected:bg-raised aria-selected:font-semibold pointer-coarse:py-3"
        >
          {name}
        </div>
      ))}
    </div>
  )
}

/** Pixels: what the menu takes at most (`max-h-72`), and its distance from the line. */
const [tallest, gap] = [288, 4]

/** Under the line within the box around the text, or above it where the window ends. */
function placeOf(editor: Editor, at: number) {
  const line = editor.view.coordsAtPos(at)
  const text = editor.view.dom.getBoundingClientRect()
  const needed = tallest + gap
  if (line.bottom + needed > window.innerHeight && line.top > needed)
    return { top: line.top - text.top - gap, translate: "0 -100%", insetInlineStart: 0 }
  return { top: line.bottom - text.top + gap, insetInlineStart: 0 }
}
