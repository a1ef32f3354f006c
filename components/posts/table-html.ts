import type { RichTextNode } from "@/db/schema/posts"
import { type Html, html } from "@/lib/text/html"

type Inside = (nodes: RichTextNode[]) => Html[]

/**
 * A table; where it is wider than the text it scrolls by itself, so that the box can have the focus and has a name: the
 * words of the table's first row.
 */
export function tableHtml(
  { content: rows = [] }: RichTextNode,
  inside: Inside,
  { apart, dir }: Around,
): Html {
  const [first, ...others] = rows
  const hasHead = first !== undefined && isHead(first)
  const head = hasHead ? html`<thead>${row(first, "col", inside, dir)}</thead>` : html``
  const rest = hasHead ? others : rows
  const body =
    rest.length > 0 ? html`<tbody>${rest.map((one) => row(one, "row", inside, dir))}</tbody>` : html``
  const table = html`<table${dir}>${head}${body}</table>`
  return apart
    ? table
    : html`<section class="table-box" aria-label="${nameOf(first)}" tabindex="0">${table}</section>`
}

type Around = { apart: boolean; dir: Html }

const isHead = ({ content = [] }: RichTextNode) => content.every(({ type }) => type === "tableHeader")

function row({ content = [] }: RichTextNode, scope: "col" | "row", inside: Inside, dir: Html): Html {
  const cells = content.map(({ type, attrs = {}, content = [] }) => {
    const spans = html`${span("colspan", attrs.colspan)}${span("rowspan", attrs.rowspan)}${dir}`
    return type === "tableHeader"
      ? html`<th scope="${scope}"${spans}>${inside(content)}</th>`
      : html`<td${spans}>${inside(content)}</td>`
  })
  return html`<tr>${cells}</tr>`
}

const span = (name: string, cells: unknown) =>
  Number(cells) > 1 ? html` ${name}="${Number(cells)}"` : html``

function nameOf(row?: RichTextNode): string {
  const words = (row?.content ?? []).map(({ content = [] }) => content.map(({ text = "" }) => text).join(""))
  const named = words.filter((cell) => cell.trim()).join(", ")
  return named ? `Table: ${named.slice(0, 120)}` : "Table"
}
