import type { Editor } from "@tiptap/core"
import { emptyParagraph } from "@/components/editor/pictures/insert-pictures"

/** Changes what is said of a picture where it stands; it stays selected where it was. */
export function setAttributes(editor: Editor, pos: number, attributes: Record<string, unknown>): void {
  const { tr } = editor.state
  for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(pos, name, value)
  editor.view.dispatch(tr)
}

/** Takes a picture, a gallery or an embed out of the text. */
export function removeNode(editor: Editor, pos: number): void {
  const { tr } = editor.state
  const node = tr.doc.nodeAt(pos)
  if (!node) return
  // A document holds at least one block.
  const only = tr.doc.childCount === 1 && pos === 0
  const end = pos + node.nodeSize
  editor.view.dispatch(only ? tr.replaceWith(pos, end, emptyParagraph(tr)) : tr.delete(pos, end))
}
