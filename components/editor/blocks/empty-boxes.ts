import { Extension } from "@tiptap/core"
import { type EditorState, Plugin, type Transaction } from "@tiptap/pm/state"

/** Removes what has lost all that it held: such a box could not be seen, and no cursor can be put into it. */
export const emptyBoxes = Extension.create({
  name: "emptyBoxes",
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _, state) =>
        transactions.some(({ docChanged }) => docChanged) ? withoutEmptyBoxes(state) : null,
    }),
  ],
})

const boxes = new Set(["notice", "keyPoints", "table", "tableRow"])

function withoutEmptyBoxes({ doc, tr, schema }: EditorState): Transaction | null {
  const empty: { from: number; to: number }[] = []
  doc.forEach((node, at) => {
    if (!boxes.has(node.type.name)) return
    const rows = node.type.name === "table" ? node.children : []
    if (node.childCount === 0 || (rows.length > 0 && rows.every((row) => row.childCount === 0)))
      empty.push({ from: at, to: at + node.nodeSize })
  })
  for (const { from, to } of empty.reverse()) {
    if (tr.doc.childCount > 1) tr.delete(from, to)
    else tr.replaceWith(from, to, schema.nodes.paragraph?.create() ?? [])
  }
  return empty.length > 0 ? tr : null
}
