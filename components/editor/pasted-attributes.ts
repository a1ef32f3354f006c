/**
 * Renames styles and drops event handlers, style sheets and scripts before anything parses the HTML: the page's policy
 * forbids them, and a browser reports each one that it meets, even in a document that is never shown. Tags and attributes
 * are read one by one, as the HTML standard reads them (13.2.5), so that nothing within a value is taken for one.
 */
export function disarm(html: string): string {
  return disarmed(html, { isText: false })
}

/** @param isText within an element that holds no markup, such as a textarea: where it ends is known already */
function disarmed(html: string, { isText }: { isText: boolean }): string {
  const next = new RegExp(opening)
  let written = ""
  let at = 0
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const [begin, name = ""] = found
    written += html.slice(at, found.index)
    const tag = name ? attributesFrom(html, next.lastIndex) : { written: "", end: next.lastIndex }
    at = tag.end
    const isDropped = /^(style|script)$/i.test(name)
    if (!isDropped) written += begin + tag.written
    if (begin[1] !== "/" && (isDropped || (!isText && holdsText.test(name)))) {
      const end = endOf(name, html, at)
      if (!isDropped) written += disarmed(html.slice(at, end), { isText: true })
      at = end
    }
    next.lastIndex = at
  }
  return written + html.slice(at)
}

const holdsText = /^(iframe|noembed|noframes|textarea|title|xmp)$/i

/** Where the text of such an element ends; in one that is never closed all that follows is text. */
function endOf(name: string, html: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi")
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}

/** Where styles are kept until they have been read. */
export const styleAttribute = "data-pasted-style"

/** A comment, a declaration, or a tag up to its name. */
const opening = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<(?:[!?]|\/[^a-z>])[^>]*>?|<\/?([a-z][^\t\n\f\r />]*)/gi

const endOfTag = /[\t\n\f\r /]*>?/y

const attribute =
  /([\t\n\f\r /]*)([^\t\n\f\r />][^\t\n\f\r />=]*)([\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|[^\t\n\f\r >]*))?/y

/** All of a tag behind its name. */
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
  endOfTag.lastIndex = end
  const [close = ""] = endOfTag.exec(html) ?? []
  return { written: written + close, end: end + close.length }
}
