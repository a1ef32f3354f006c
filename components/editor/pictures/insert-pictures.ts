import type { Editor } from "@tiptap/core"
import { Fragment, type Node, type Schema } from "@tiptap/pm/model"
import { Selection, type Transaction } from "@tiptap/pm/state"
import { pictureLimits } from "@/lib/documents/limits"
import type { LibraryEntry } from "@/lib/media/queries"

type Words = Pick<LibraryEntry, "id" | "alt" | "decorative" | "caption">

/**
 * Puts pictures behind the block that the cursor is in, or in its place where it is empty; into a gallery where one of its
 * pictures is selected. The cursor goes on behind them.
 */
export function insertPictures(editor: Editor, pictures: readonly Words[], asGallery: boolean): void {
  const { state, view } = editor
  const nodes = pictures.map((picture) => nodeOf(state.schema, picture))
  const { $from, $to } = state.selection
  const inGallery = $from.parent.type.name === "gallery"
  if (inGallery && $from.parent.childCount + nodes.length <= pictureLimits.gallery) {
    view.dispatch(state.tr.insert($to.pos, nodes).scrollIntoView())
    return
  }
  const made =
    asGallery && nodes.length > 1 ? [state.schema.nodes.gallery?.create(null, nodes) as Node] : nodes
  const { tr } = state
  const behind = insertAt(tr, $to.pos, made)
  view.dispatch(tr.setSelection(textBehind(tr, behind)).scrollIntoView())
}

/** Puts pictures where files were pasted or dropped, whose upload took a while: the cursor stays where somebody writes. */
export function insertPicturesAt(editor: Editor, pictures: readonly Words[], pos: number): void {
  const { tr, schema } = editor.state
  insertAt(
    tr,
    pos,
    pictures.map((picture) => nodeOf(schema, picture)),
  )
  editor.view.dispatch(tr)
}

/** The node for a picture as the library describes it; the words can be changed where it stands. */
function nodeOf(schema: Schema, { id, alt, decorative, caption }: Words): Node {
  return schema.nodes.picture?.create({ mediaId: id, alt, decorative, caption }) as Node
}

/** Behind the block at a position, or in the place of an empty one; answers where the nodes end. */
export function insertAt(tr: Transaction, pos: number, nodes: Node[]): number {
  const $at = tr.doc.resolve(Math.min(pos, tr.doc.content.size))
  const block = $at.depth > 0 ? $at.node(1) : null
  const end = block ? $at.after(1) : $at.pos
  const start = block?.isTextblock && block.content.size === 0 ? end - block.nodeSize : end
  const hadCursor = start < tr.selection.from && tr.selection.from < end
  const content = Fragment.from(nodes)
  tr.replaceWith(start, end, content)
  const behind = start + content.size
  if (behind === tr.doc.content.size) tr.insert(behind, emptyParagraph(tr))
  if (hadCursor) tr.setSelection(textBehind(tr, behind))
  return behind
}

/** A cursor in the text that follows; where something else follows, a paragraph is made for it. */
export function textBehind(tr: Transaction, pos: number): Selection {
  const $pos = tr.doc.resolve(pos)
  const found = Selection.findFrom($pos, 1, true)
  if (found && found.from < pos + ($pos.nodeAfter?.nodeSize ?? 0)) return found
  tr.insert(pos, emptyParagraph(tr))
  return Selection.near(tr.doc.resolve(pos + 1))
}

export function emptyParagraph(tr: Transaction): Node {
  return tr.doc.type.schema.nodes.paragraph?.create() as Node
}
