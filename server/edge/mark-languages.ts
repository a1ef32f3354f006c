import { textDirection } from "../../lib/text/direction.ts"
import { unlessEnglish } from "../../lib/text/language.ts"

/**
 * Puts `lang` on a page's body and on what people wrote (WCAG 3.1.2). The interface is English, also where the publication is
 * not. What people wrote, its name included, is in elements with `dir="auto"` or in `bdi`, and dates are in its language. So
 * the body is English and those are not: one rule, in place of an attribute on every label. A page of an English publication
 * stays as it is.
 */
export function markLanguages(html: string): string {
  const language = /^<!DOCTYPE html><html lang="([^"]+)"/.exec(html)?.[1]
  const at = html.indexOf("<body")
  if (!language || !unlessEnglish(language) || at < 0) return html
  const page = html.slice(at).replace(/^<body(?![^>]* lang=)/, '<body lang="en"')
  const isRtl = textDirection(language) === "rtl"
  return (
    html.slice(0, at) +
    page.replace(foreignTags, (tag, place: number) => {
      const isEnglish = isRtl && !neverEnglish.has(tag) && startsLatin(page, place, tag)
      return `${tag} lang="${isEnglish ? "en" : language}"`
    })
  )
}

/** The start tags, up to their name, of what people wrote and of dates; but for those that name a language themselves. */
const foreignTags = /<(?:bdi|time|[a-z][a-z0-9]*(?=[^<>]* dir="auto"))(?=[ />])(?![^<>]* lang=)/g

/** Dates are in the publication's language, and so is most likely what somebody is about to type. */
const neverEnglish: ReadonlySet<string> = new Set(["<time", "<input", "<textarea"])

/** A comment can be thousands of paragraphs without a letter: no more than this is read of each. */
const farEnough = 1000

/**
 * Whether the first letter of an element is a Latin one. Such words are in no language that runs from right to left: most
 * likely they are English.
 */
function startsLatin(page: string, at: number, tag: string): boolean {
  const start = page.indexOf(">", at) + 1
  const [inside = ""] = page.slice(start, start + farEnough).split(`</${tag.slice(1)}`, 1)
  return /\p{Script=Latin}/u.test(firstLetter.exec(inside)?.[1] ?? "")
}

/** The first letter that is not part of a tag or of a character's name. */
const firstLetter = /^(?:<[^>]*>|&[a-z0-9#]+;|[^\p{L}<&])*(\p{L})/iu
