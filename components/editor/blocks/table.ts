import type { Editor, Node } from "@tiptap/core"
import { TableCell } from "@tiptap/extension-table/cell"
import { TableHeader } from "@tiptap/extension-table/header"
import { TableRow } from "@tiptap/extension-table/row"
import { Table } from "@tiptap/extension-table/table"
import { isInTable } from "@tiptap/pm/tables"
import { blockLimits } from "@/lib/documents/limits"

/** A table of lines. */
export const tableNodes = [
  Table.extend({
    group: "box",
    content: "tableRow*",
    parseHTML: () => [{ tag: "table" }],
    renderHTML: () => ["div", { class: "table-box" }, ["table", ["tbody", 0]]],
    addNodeView: () => null,
  }),
  TableRow.extend({ content: "(tableCell | tableHeader)*" }),
  cellNode(TableCell, "td"),
  cellNode(TableHeader, "th"),
]

function cellNode(cell: typeof TableCell | typeof TableHeader, tag: "td" | "th") {
  return (cell as Node).extend({
    content: "inline*",
    addAttributes: () => ({
      colspan: span("colspan", blockLimits.columns),
      rowspan: span("rowspan", blockLimits.rows),
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts: () => ({ Enter: breakLine }),
  })
}

/** There is no second paragraph in a cell. */
function breakLine({ editor }: { editor: Editor }): boolean {
  return isInTable(editor.state) && editor.commands.insertContent({ type: "hardBreak" })
}

function span(name: "colspan" | "rowspan", most: number) {
  return {
    default: 1,
    parseHTML: (cell: HTMLElement) =>
      Math.min(Math.max(Number.parseInt(cell.getAttribute(name) ?? "", 10) || 1, 1), most),
    renderHTML: (attributes: Record<string, unknown>) =>
      Number(attributes[name]) > 1 ? { [name]: attributes[name] } : {},
  }
}
