import { stylesOf } from "@/components/editor/pasted-styles"

/** Makes quotations of what are some, with who said it as their last line, and of no others. */
export function tidyQuotations(body: HTMLElement): void {
  // How Gmail indents a paragraph.
  for (const indented of body.querySelectorAll("blockquote")) {
    if (/^(none|0)/.test(stylesOf(indented).get("border") ?? "")) indented.replaceWith(...indented.childNodes)
  }
  for (const caption of body.querySelectorAll("figure > figcaption")) {
    const quotation = caption.parentElement?.querySelector(":scope > blockquote")
    if (quotation) quotation.append(asAttribution(caption))
  }
  for (const source of body.querySelectorAll(
    "blockquote footer, blockquote > cite, blockquote > p > cite:only-child",
  )) {
    const quotation = source.closest("blockquote")
    const line = source.parentElement
    const isLast = [source, line].includes(quotation?.lastElementChild ?? null)
    if (
      !quotation ||
      !isLast ||
      (line?.textContent?.trim() !== source.textContent?.trim() && line !== quotation)
    )
      continue
    quotation.append(asAttribution(source))
    if (line && line !== quotation) line.remove()
  }
  for (const large of body.querySelectorAll("div.pullquote")) {
    const quotation = body.ownerDocument.createElement("blockquote")
    quotation.className = "pull-quote"
    const lines = [...large.querySelectorAll("p")]
    quotation.append(...(lines.length === 1 ? (lines[0]?.childNodes ?? []) : large.childNodes))
    large.replaceWith(quotation)
  }
}

/** Without the dash, which readers get from the style sheet. */
function asAttribution(source: Element): Element {
  const line = source.ownerDocument.createElement("p")
  line.className = "attribution"
  line.append(...source.childNodes)
  const first = line.ownerDocument.createTreeWalker(line, 4).nextNode()
  if (first) first.nodeValue = first.nodeValue?.replace(/^\s*[—–-]+\s*/, "") ?? ""
  source.remove()
  return line
}
