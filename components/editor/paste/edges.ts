/**
 * One paragraph, or a part of one, continues the sentence that it is pasted into: it keeps the blanks at its ends,
 * which the editor's parser drops unless the HTML is marked as one of its own slices.
 */
export function keepEdges(body: HTMLElement): void {
  if (body.querySelector("[data-pm-slice]")) return
  const block = body.querySelector(blocks)
  const isOnly = block?.matches("p, div") && block.textContent?.trim() === body.textContent?.trim()
  const single = block ? (isOnly && !block.querySelector(blocks) ? block : null) : body
  if (!single) return
  const paragraph = body.ownerDocument.createElement("p")
  paragraph.setAttribute("data-pm-slice", "1 1 []")
  paragraph.append(...single.childNodes)
  collapseBlanks(paragraph)
  body.replaceChildren(paragraph)
}

const blocks =
  "p, div, table, h2, h3, h4, ul, ol, li, dl, blockquote, hr, pre, section, article, main, aside, header, footer, nav, address, figure, form, fieldset, details, br + br"

/** As a page would show them; a line break at either end is the source's own layout. */
function collapseBlanks(paragraph: Element): void {
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, 4)
  const texts: Text[] = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text as Text)
  let blank = false
  for (const [at, text] of texts.entries()) {
    let words = text.data
    if (at === 0) words = words.replace(/^[ \t]*[\r\n][ \t\r\n]*/, "")
    if (at === texts.length - 1) words = words.replace(/[ \t\r\n]*[\r\n][ \t]*$/, "")
    words = words.replace(/[ \t\r\n\f]+/g, " ")
    if (blank) words = words.replace(/^ /, "")
    if (words) blank = words.endsWith(" ")
    text.data = words
  }
}
