/**
 * Renames styles and event handlers, and drops style sheets and scripts, before anything parses the HTML: the page's policy
 * forbids them, and a browser reports each one that it meets, even in a document that is never shown.
 *
 * Tags are read as the HTML standard reads them (13.2.5), but for what depends on the elements around, such as CDATA and
 * titles in SVG. So that no other reading finds a tag in a value, a comment or a text, each is written without its `<`.
 * Attributes are renamed, and a comment takes the place of an element, since what stands beside a gap would join.
 */
export function disarm(html: string): string {
  const next = new RegExp(opening)
  let written = ""
  let at = 0
  let foreign = 0
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const [begin, slash = "", name = ""] = found
    written += html.slice(at, found.index)
    at = next.lastIndex
    if (name === "") written += `<${begin.slice(1).replaceAll("<", "")}`
    else {
      const attributes = attributesFrom(html, at)
      at = attributes.end
      written += tagOf(slash, name, attributes.written)
      const closesItself = attributes.written.endsWith("/>")
      if (/^(svg|math)$/i.test(name) && !closesItself) foreign = Math.max(0, foreign + (slash ? -1 : 1))
      const keep = keptText.get(name.toLowerCase())
      if (keep && !slash && !(foreign > 0 && closesItself)) {
        const end = endOf(name, html, at)
        written += keep(html.slice(at, end))
        at = end
      }
    }
    next.lastIndex = at
  }
  return written + html.slice(at)
}

/** What is kept of the text in elements that hold no markup: nothing of those that a page with scripts does not show. */
const keptText = new Map<string, (text: string) => string>([
  ...["iframe", "noembed", "noframes", "script", "style"].map((name) => [name, () => ""] as const),
  ["textarea", withoutTags],
  ["title", withoutTags],
  ["xmp", (text) => withoutTags(text.replaceAll("&", "&amp;"))],
])

function withoutTags(text: string): string {
  return text.replaceAll("<", "&lt;")
}

function tagOf(slash: string, name: string, attributes: string): string {
  if (/^(style|script)$/i.test(name)) return "<!---->"
  // The text of this one could not be escaped: in it no character has a name.
  return `<${slash}${/^xmp$/i.test(name) ? "pre" : name}${attributes}`
}

/** Where the text of such an element ends; in one that is never closed all that follows is text. */
function endOf(name: string, html: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi")
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}

/** What the attributes that the policy forbids are renamed with. */
const prefix = "data-pasted-"

/** Where styles are kept until they have been read. */
export const styleAttribute = `${prefix}style`

/** A comment, a declaration, or a tag up to its name. */
const opening = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<(?:[!?]|\/[^a-z>])[^>]*>?|<(\/?)([a-z][^\t\n\f\r />]*)/gi

const endOfTag = /[\t\n\f\r /]*>?/y

const attribute =
  /([\t\n\f\r /]*)([^\t\n\f\r />][^\t\n\f\r />=]*)([\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|[^\t\n\f\r >]*))?/y

/** All of a tag behind its name. */
function attributesFrom(html: string, start: number): { written: string; end: number } {
  let written = ""
  let end = start
  attribute.lastIndex = start
  for (let found = attribute.exec(html); found; found = attribute.exec(html)) {
    const [, space = "", name = "", value = ""] = found
    end = attribute.lastIndex
    written += space + (/^(on|style$)/i.test(name) ? prefix + name : name) + withoutTags(value)
  }
  endOfTag.lastIndex = end
  const [close = ""] = endOfTag.exec(html) ?? []
  return { written: written + close, end: end + close.length }
}
