import { Extension } from "@tiptap/core"
import type { Node } from "@tiptap/pm/model"
import { type EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state"

/**
 * Removes what has lost all that it held, since it could not be seen and no cursor can be put into it; an item of a list
 * and the whole text get an empty paragraph.
 */
export const emptyNodes = Extension.create({
  name: "emptyNodes",
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _, state) =>
        transactions.some(({ docChanged }) => docChanged) ? withoutEmptyNodes(state) : null,
    }),
  ],
})

const removed = new Set([
  "bulletList",
  "orderedList",
  "blockquote",
  "notice",
  "keyPoints",
  "table",
  "gallery",
])

function withoutEmptyNodes({ tr }: EditorState): Transaction | null {
  // What holds nothing but what goes is empty after that.
  while (mend(tr)) {}
  return tr.docChanged ? tr : null
}

/** Whether there was anything to mend. */
function mend(tr: Transaction): boolean {
  const { doc } = tr
  const paragraph = doc.type.schema.nodes.paragraph?.create() ?? []
  if (doc.childCount === 0) {
    tr.insert(0, paragraph)
    tr.setSelection(TextSelection.create(tr.doc, 1))
    return true
  }
  const empty: { node: Node; from: number }[] = []
  doc.descendants((node, from) => {
    if (node.isTextblock || node.isAtom) return false
    if (isEmpty(node) && (removed.has(node.type.name) || node.type.name === "listItem"))
      empty.push({ node, from })
    return true
  })
  for (const { node, from } of empty.reverse()) {
    if (node.type.name === "listItem") tr.insert(from + 1, paragraph)
    else tr.delete(from, from + node.nodeSize)
  }
  return empty.length > 0
}

function isEmpty(node: Node): boolean {
  return node.childCount === 0 || (node.type.name === "table" && node.children.every(isEmpty))
}
