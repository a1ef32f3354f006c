import type { Editor } from "@tiptap/core"
import { Fragment, type Node, type Schema } from "@tiptap/pm/model"
import { NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state"
import type { PickedPicture } from "@/components/media/pick"

/** The node for a picture as the library describes it; the words can be changed where it stands. */
function nodeOf(schema: Schema, { id, alt, decorative, caption }: PickedPicture): Node {
  return schema.nodes.picture?.create({ mediaId: id, alt, decorative, caption }) as Node
}

/**
 * Puts pictures behind the block that the cursor is in, or in its place where it is empty; into a gallery where one of its
 * pictures is selected. The cursor goes on behind them.
 */
export function insertPictures(editor: Editor, pictures: readonly PickedPicture[], asGallery: boolean): void {
  const { state, view } = editor
  const nodes = pictures.map((picture) => nodeOf(state.schema, picture))
  const { $from, $to } = state.selection
  const inGallery = $from.parent.type.name === "gallery"
  if (inGallery && $from.parent.childCount + nodes.length <= 12) {
    view.dispatch(state.tr.insert($to.pos, nodes).scrollIntoView())
    return
  }
  const made =
    asGallery && nodes.length > 1 ? [state.schema.nodes.gallery?.create(null, nodes) as Node] : nodes
  view.dispatch(insertAt(state.tr, topBlock(state.tr), made).scrollIntoView())
}

/** Puts one picture where a file was dropped. */
export function insertPictureAt(editor: Editor, picture: PickedPicture, at: number): void {
  const { tr, schema } = editor.state
  const $at = tr.doc.resolve(Math.min(at, tr.doc.content.size))
  const pos = $at.depth === 0 ? $at.pos : $at.after(1)
  editor.view.dispatch(insertAt(tr, { from: pos, to: pos }, [nodeOf(schema, picture)]))
}

type Range = { from: number; to: number }

/** What the pictures take the place of: an empty paragraph, or nothing behind another block. */
function topBlock({ selection: { $from, $to } }: Transaction): Range {
  const block = $from.node(1)
  if ($from.depth > 0 && block.isTextblock && block.content.size === 0)
    return { from: $from.before(1), to: $from.after(1) }
  const end = $to.depth > 0 ? $to.after(1) : $to.pos
  return { from: end, to: end }
}

/** With a paragraph to write on in where nothing follows. */
function insertAt(tr: Transaction, { from, to }: Range, nodes: Node[]): Transaction {
  const paragraph = tr.doc.type.schema.nodes.paragraph?.create() as Node
  const isLast = to === tr.doc.content.size
  const content = Fragment.from(isLast ? [...nodes, paragraph] : nodes)
  tr.replaceWith(from, to, content)
  const behind = from + Fragment.from(nodes).size
  return tr.setSelection(TextSelection.near(tr.doc.resolve(behind), 1))
}

/** Moves a picture, or the gallery that is selected, past the neighbour before (-1) or behind (1) it. */
export function moveNode(editor: Editor, pos: number, step: -1 | 1): boolean {
  const { tr } = editor.state
  const $pos = tr.doc.resolve(pos)
  const node = $pos.nodeAfter
  const index = $pos.index()
  const neighbour = $pos.parent.maybeChild(index + step)
  if (!node || !neighbour || !["picture", "gallery"].includes(node.type.name)) return false
  const target = step < 0 ? pos - neighbour.nodeSize : pos + neighbour.nodeSize
  tr.delete(pos, pos + node.nodeSize).insert(target, node)
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, target)).scrollIntoView())
  return true
}

/** Takes a picture out of the text. */
export function removeNode(editor: Editor, pos: number): void {
  const { tr } = editor.state
  const node = tr.doc.nodeAt(pos)
  if (!node) return
  // A document holds at least one block.
  const only = tr.doc.childCount === 1 && pos === 0
  const paragraph = tr.doc.type.schema.nodes.paragraph?.create() as Node
  editor.view.dispatch(
    only ? tr.replaceWith(pos, pos + node.nodeSize, paragraph) : tr.delete(pos, pos + node.nodeSize),
  )
}
