import { type Editor, useEditorState } from "@tiptap/react"
import { useEffect, useReducer } from "react"
import { choicesFor } from "@/components/editor/blocks/block-list"
import { menuPlace } from "@/components/editor/blocks/menu-place"
import { slashMenuId, slashState, takeChoice } from "@/components/editor/blocks/slash"

/** What a paragraph can become, under the slash that was typed in it; the focus stays in the text. */
export function SlashMenu({ editor }: { editor: Editor }) {
  const open = useEditorState({ editor, selector: ({ editor }) => slashState(editor.state) })
  useWindowSize()
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
      // The text keeps the focus, also while the menu is scrolled: without it the menu of “Add block” closes.
      onMouseDown={(event) => event.preventDefault()}
      className="absolute z-20 overflow-y-auto rounded-sm border border-edge bg-paper p-1 font-ui text-sm shadow-lg"
    >
      {choices.map(({ name }, at) => (
        <div
          key={name}
          id={`${slashMenuId}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === open.at}
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

/** Beside the line that begins here. */
function placeOf({ view }: Editor, at: number) {
  const box = view.dom.getBoundingClientRect()
  const head = view.dom.closest(".writing-room")?.querySelector(".writing-head")?.getBoundingClientRect()
  const { offsetTop = 0, height = window.innerHeight } = window.visualViewport ?? {}
  const { node } = view.domAtPos(at)
  const line = node instanceof Element ? node : node.parentElement
  return menuPlace({
    line: view.coordsAtPos(at),
    seen: { top: Math.max(offsetTop, head?.bottom ?? 0), bottom: offsetTop + height },
    box,
    isRtl: line !== null && getComputedStyle(line).direction === "rtl",
  })
}

/** Renders again as the window changes its size, or the keyboard on the screen comes. */
function useWindowSize(): void {
  const [, again] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    window.visualViewport?.addEventListener("resize", again)
    return () => window.visualViewport?.removeEventListener("resize", again)
  }, [])
}
