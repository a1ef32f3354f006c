import type { NodeViewRenderer } from "@tiptap/core"
import { removeNode } from "@/components/editor/pictures/commands"
import { moveNode } from "@/components/editor/pictures/move"
import { buttonClass } from "@/components/ui/button"

/** A gallery with buttons, since it can be selected by neither touch nor screen reader. */
export const galleryView: NodeViewRenderer = ({ editor, getPos }) => {
  const dom = document.createElement("div")
  dom.setAttribute("role", "group")
  dom.setAttribute("aria-label", "Gallery")
  const contentDOM = document.createElement("div")
  contentDOM.className = "gallery"
  const bar = document.createElement("div")
  bar.className = "writing-gallery-bar"
  bar.contentEditable = "false"
  const actions = {
    "Move gallery up": (pos: number) => moveNode(editor, pos, -1),
    "Move gallery down": (pos: number) => moveNode(editor, pos, 1),
    "Remove gallery": (pos: number) => removeNode(editor, pos),
  }
  for (const [name, run] of Object.entries(actions)) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = buttonClass({ look: "quiet", small: true })
    button.textContent = name
    button.addEventListener("click", () => {
      const pos = getPos()
      if (pos === undefined) return
      run(pos)
      editor.view.focus()
    })
    bar.append(button)
  }
  dom.append(contentDOM, bar)
  return { dom, contentDOM, stopEvent: ({ target }) => target instanceof Node && bar.contains(target) }
}
