import { styleAttribute } from "@/components/editor/pasted-attributes"

/** Keeps what is a table of data; one that only lays out a page, or holds more than lines, becomes paragraphs. */
export function tidyTables(body: HTMLElement, onLost: () => void): void {
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    if (isData(table)) tidyTable(table)
    else {
      if (rowsOf(table).length > 1) onLost()
      toParagraphs(table)
    }
  }
}

const rowsOf = (table: Element) =>
  [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table)

function isData(table: Element): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute("role") ?? "")) return false
  // Word processors and mails put a whole page into one; a table of ours stands by itself.
  if (table.closest("li, blockquote, td, th") || table.querySelector("table, ul, ol, blockquote, pre, hr"))
    return false
  const widths = rowsOf(table).map((row) => row.querySelectorAll("td, th").length)
  return widths.length > 1 && Math.max(...widths) > 1
}

function tidyTable(table: Element): void {
  const { ownerDocument } = table
  const clean = ownerDocument.createElement("table")
  for (const row of rowsOf(table)) {
    const tidy = ownerDocument.createElement("tr")
    const inHead = row.closest("thead") !== null
    for (const cell of row.querySelectorAll("td, th")) tidy.append(tidyCell(cell, inHead))
    if (tidy.childElementCount > 0) clean.append(tidy)
  }
  const caption = table.querySelector("caption")
  const above = ownerDocument.createElement("p")
  above.append(...(caption?.childNodes ?? []))
  table.replaceWith(...(above.textContent?.trim() ? [above] : []), clean)
}

function tidyCell(cell: Element, inHead: boolean): Element {
  const tidy = cell.ownerDocument.createElement(inHead ? "th" : cell.localName)
  for (const name of ["colspan", "rowspan"]) {
    const span = cell.getAttribute(name)
    if (span) tidy.setAttribute(name, span)
  }
  // What the styles of the cell and its row say of the words, such as bold, still has to be read.
  const { body } = cell.ownerDocument
  for (
    let from: Element | null = cell;
    from && from !== body && from.localName !== "table";
    from = from.parentElement
  ) {
    const style = from.getAttribute(styleAttribute)
    if (style) tidy.setAttribute(styleAttribute, `${tidy.getAttribute(styleAttribute) ?? ""};${style}`)
  }
  const lines = [...cell.querySelectorAll("p, div, h1, h2, h3, h4, h5, h6")].reverse()
  for (const line of lines) {
    const style = line.getAttribute(styleAttribute)
    const span = cell.ownerDocument.createElement("span")
    if (style) span.setAttribute(styleAttribute, style)
    span.append(...line.childNodes)
    const isFollowed = line.nextElementSibling !== null && line.nextElementSibling.localName !== "br"
    line.replaceWith(
      span,
      ...(isFollowed && span.textContent?.trim() ? [cell.ownerDocument.createElement("br")] : []),
    )
  }
  tidy.append(...cell.childNodes)
  return tidy
}

/** Each cell becomes a paragraph. */
function toParagraphs(table: Element): void {
  const { ownerDocument } = table
  const paragraphs = [...table.querySelectorAll("caption, td, th")].map((cell) => {
    const block = ownerDocument.createElement(
      cell.querySelector("p, div, ul, ol, blockquote, table, pre, h2, h3, h4") ? "div" : "p",
    )
    block.append(...cell.childNodes)
    return block
  })
  table.replaceWith(...paragraphs)
}
