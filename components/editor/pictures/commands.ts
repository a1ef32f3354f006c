import type { Editor } from "@tiptap/core"
import { NodeSelection } from "@tiptap/pm/state"
import { emptyParagraph } from "@/components/editor/pictures/insert-pictures"

/** Changes what is said of a picture where it stands; it stays selected where it was. */
export function setAttributes(editor: Editor, pos: number, attributes: Record<string, unknown>): void {
  const { tr } = editor.state
  for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(pos, name, value)
  editor.view.dispatch(tr)
}

/**
 * Moves a picture, a gallery or an embed past the neighbour before (-1) or behind (1) it. At an end of its gallery a picture moves out.
 */
export function moveNode(editor: Editor, pos: number, step: -1 | 1): boolean {
  const { tr } = editor.state
  const $pos = tr.doc.resolve(pos)
  const node = $pos.nodeAfter
  if (!node || !["picture", "gallery", "embed"].includes(node.type.name)) return false
  const neighbour = $pos.parent.maybeChild($pos.index() + step)
  if (!neighbour && $pos.depth === 0) return false
  const distance = neighbour?.nodeSize ?? 1
  const target = pos + step * distance
  tr.delete(pos, pos + node.nodeSize).insert(target, node)
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, target)).scrollIntoView())
  return true
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
