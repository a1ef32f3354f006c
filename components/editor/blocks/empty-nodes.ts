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

const removedWhenEmpty = new Set([
  "bulletList",
  "orderedList",
  "blockquote",
  "notice",
  "keyPoints",
  "table",
  "gallery",
])

function withoutEmptyNodes({ tr }: EditorState): Transaction | null {
  // Removing a node can leave its parent empty.
  while (removeEmptyOnce(tr)) {}
  return tr.docChanged ? tr : null
}

/** Returns whether it changed anything. */
function removeEmptyOnce(tr: Transaction): boolean {
  const { doc } = tr
  const paragraph = doc.type.schema.nodes.paragraph?.create() ?? []
  if (doc.childCount === 0) {
    tr.insert(0, paragraph)
    tr.setSelection(TextSelection.create(tr.doc, 1))
    return true
  }
  const empty: { from: number; to: number; isItem: boolean }[] = []
  doc.descendants((node, from) => {
    if (node.isTextblock || node.isAtom) return false
    const isItem = node.type.name === "listItem"
    if (isEmpty(node) && (isItem || removedWhenEmpty.has(node.type.name)))
      empty.push({ from, to: from + node.nodeSize, isItem })
    return true
  })
  for (const { from, to, isItem } of empty.reverse()) {
    if (isItem) tr.insert(from + 1, paragraph)
    else tr.delete(from, to)
  }
  return empty.length > 0
}

function isEmpty(node: Node): boolean {
  return node.childCount === 0 || (node.type.name === "table" && node.children.every(isEmpty))
}
