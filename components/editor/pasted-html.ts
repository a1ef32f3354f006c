/**
 * Another page's or program's HTML with its meaning in elements that we know. What has none is dropped by the
 * editor's schema. Styles and event handlers are taken out first: the page's policy forbids them, and a browser
 * reports each one that it meets.
 */
export function tidyHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutDress(html), "text/html")
  for (const element of body.querySelectorAll("[data-pasted-handler]"))
    element.removeAttribute("data-pasted-handler")
  for (const element of body.querySelectorAll("[data-pasted-style]")) styleToElements(element)
  for (const heading of body.querySelectorAll("h1")) rename(heading, "h2")
  for (const heading of body.querySelectorAll("h5, h6")) rename(heading, "h4")
  for (const table of [...body.querySelectorAll("table")].reverse()) tableToParagraphs(table)
  for (const pre of body.querySelectorAll("pre")) pre.innerHTML = pre.innerHTML.replace(/\r?\n/g, "<br>")
  for (const link of body.querySelectorAll("a")) {
    for (const name of ["target", "rel", "class", "title"]) link.removeAttribute(name)
  }
  return body.innerHTML.replace(/(?:<br>\s*){2,}/g, "</p><p>")
}

/** As text, before anything parses it: even a document that is never shown obeys the policy of this page. */
function withoutDress(html: string): string {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, (tag) =>
      tag
        .replace(/\sstyle\s*=/gi, " data-pasted-style=")
        .replace(/[\s"'/]on[a-z]+\s*=/gi, " data-pasted-handler="),
    )
}

/** Word processors say bold and italic with styles, and wrap everything in a `<b>` that is not bold. */
function styleToElements(element: Element): void {
  const style = element.getAttribute("data-pasted-style") ?? ""
  element.removeAttribute("data-pasted-style")
  const weight = /font-weight\s*:\s*([\w]+)/i.exec(style)?.[1]?.toLowerCase()
  const isBold = weight === "bold" || weight === "bolder" || Number(weight) >= 600
  const isPlain = weight === "normal" || Number(weight) <= 500
  if (isPlain && /^(b|strong)$/i.test(element.tagName)) element.replaceWith(...element.childNodes)
  else if (isBold && element.tagName === "SPAN") wrapChildren(element, "strong")
  if (/font-style\s*:\s*italic/i.test(style) && element.tagName === "SPAN") wrapChildren(element, "em")
}

function wrapChildren(element: Element, name: string): void {
  const inner = element.ownerDocument.createElement(name)
  inner.append(...element.childNodes)
  element.append(inner)
}

function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
}

/** We keep no tables: each cell becomes a paragraph, the inner tables' before the outer ones'. */
function tableToParagraphs(table: Element): void {
  const { ownerDocument } = table
  const paragraphs = [...table.querySelectorAll("caption, td, th")].map((cell) => {
    const block = ownerDocument.createElement(cell.querySelector("p, div, ul, ol, blockquote") ? "div" : "p")
    block.append(...cell.childNodes)
    return block
  })
  table.replaceWith(...paragraphs)
}
