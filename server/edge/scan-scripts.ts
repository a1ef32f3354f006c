import { fetchesScript, withoutEmptyAction } from "./parse-scripts.ts"

/**
 * What `stripScripts` does to a page as React writes it: each tag in small letters, each value in double quotes, no `<` that
 * begins nothing. Such a page reads one way only, so it is walked from tag to tag, at a quarter of what a parser costs.
 * @returns null at the first thing that is written otherwise, for the parser to judge
 */
export function scanScripts(html: string): string | null {
  let out = ""
  let from = 0
  const cut = (start: number, end: number, instead = "") => {
    out += html.slice(from, start) + instead
    from = end
  }
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    const next = html.charCodeAt(at + 1)
    if (next === slash) {
      closing.lastIndex = at
      if (!closing.test(html)) return null
      at = closing.lastIndex
    } else if (next === bang) {
      const end = endOfComment(html, at)
      if (end > 0) cut(at, end)
      else if (at > 0 || !html.startsWith(doctype)) return null
      at = end > 0 ? end : doctype.length
    } else {
      const end = endOfTag(html, at)
      if (end < 0) return null
      special.lastIndex = at + 1
      const name = special.exec(html)?.[1]
      if (name === undefined) {
        at = end
        continue
      }
      const tag = html.slice(at, end)
      if (name === "link") {
        if (fetchesScript(attributesOf(tag))) cut(at, end)
        at = end
      } else if (name === "form" || name === "button" || name === "input") {
        const mended = withoutEmptyAction(tag)
        if (mended.length !== tag.length) cut(at, end, mended)
        at = end
      } else if (name === "div") {
        emptied.lastIndex = end
        const empty = tag === '<div hidden="">' && emptied.test(html)
        if (empty) cut(at, emptied.lastIndex)
        at = empty ? emptied.lastIndex : end
      } else if (name in textElements) {
        const close = endOfText(html, end, name)
        if (close < 0) return null
        if (name === "script" && attributesOf(tag).type !== "application/ld+json") cut(at, close)
        at = close
      } else return null
    }
  }
  return out + html.slice(from)
}

const [slash, bang] = [0x2f, 0x21]
const doctype = "<!DOCTYPE html>"
const closing = /<\/[a-z][a-z0-9-]*>/y
const emptied = /(?:<!--[^<>]*-->)*<\/div>/y

/** Tags that something is done about, and in the second line those within which other rules hold. */
const special =
  /(link|form|button|input|div|script|style|textarea|title|iframe|noembed|noframes|noscript|plaintext|svg|math|xmp|template)(?=[ />])/y

/** Elements that hold no tags, up to their own end. */
const textElements: Record<string, RegExp> = {
  iframe: /<\/iframe/gi,
  script: /<\/script/gi,
  style: /<\/style/gi,
  textarea: /<\/textarea/gi,
  title: /<\/title/gi,
}

function endOfText(html: string, start: number, name: string): number {
  const end = textElements[name] as RegExp
  end.lastIndex = start
  const found = end.exec(html)
  if (!found || html[end.lastIndex] !== ">" || !found[0].endsWith(name)) return -1
  // Behind it a script's end may be none (the "script data double escaped" state).
  if (name === "script" && html.slice(start, found.index).includes("<!--")) return -1
  return end.lastIndex + 1
}

function endOfComment(html: string, start: number): number {
  if (!html.startsWith("<!--", start)) return -1
  const end = html.indexOf("-->", start + 4)
  if (end < 0) return -1
  return /^-?>|--!>/.test(html.slice(start + 4, end)) ? -1 : end + 3
}

/** The end of a start tag, or -1 where it is not written as React writes one. */
function endOfTag(html: string, start: number): number {
  opening.lastIndex = start
  if (!opening.test(html)) return -1
  let at = opening.lastIndex
  while (html.charCodeAt(at) === 0x20) {
    attribute.lastIndex = at
    if (!attribute.test(html)) return -1
    at = attribute.lastIndex
  }
  if (html.charCodeAt(at) === slash) at++
  return html[at] === ">" ? at + 1 : -1
}

const opening = /<[a-z][a-z0-9-]*/y
const attribute = / ([^\s"'<>/=]+)(?:="([^"]*)")?/y

function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = "", value = ""] of tag.matchAll(new RegExp(attribute, "g"))) {
    found[name.toLowerCase()] ??= value
  }
  return found
}
