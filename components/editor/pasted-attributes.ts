/**
 * Renames styles and drops event handlers, style sheets and scripts before anything parses the HTML: the page's policy
 * forbids them, and a browser reports each one that it meets, even in a document that is never shown. Attributes are
 * read one by one, so that nothing within a value is taken for one.
 */
export function disarm(html: string): string {
  let disarmed = ""
  let at = 0
  for (const { 0: begin, index } of html.matchAll(opening)) {
    if (index < at) continue
    disarmed += html.slice(at, index)
    at = index + begin.length
    if (begin.startsWith("<!--")) {
      disarmed += begin
      continue
    }
    const tag = attributesFrom(html, at)
    at = tag.end
    const name = /^<(style|script)$/i.exec(begin)?.[1]
    if (name) at = endOf(name, html, at)
    else disarmed += begin + tag.written
  }
  return disarmed + html.slice(at)
}

/** Where such an element ends; one that is never closed takes all that follows. */
function endOf(name: string, html: string, from: number): number {
  const close = new RegExp(`</${name}[^>]*>`, "gi")
  close.lastIndex = from
  return close.exec(html) ? close.lastIndex : html.length
}

/** Where styles are kept until they have been read. */
export const styleAttribute = "data-pasted-style"

const opening = /<!--[\s\S]*?(?:-->|$)|<[a-z][^\s/>]*/gi

const attribute = /([\s/]*)([^\s/>][^\s/>=]*)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y

function attributesFrom(html: string, start: number): { written: string; end: number } {
  let written = ""
  attribute.lastIndex = start
  let end = start
  for (let found = attribute.exec(html); found; found = attribute.exec(html)) {
    const [, space = "", name = "", value = ""] = found
    end = attribute.lastIndex
    if (/^on/i.test(name)) continue
    written += space + (name.toLowerCase() === "style" ? styleAttribute : name) + value
  }
  return { written, end }
}
