import { textDirection } from "../../lib/text/direction.ts"
import { unlessEnglish } from "../../lib/text/language.ts"

/**
 * Says which words of a page are in which language. The interface is English, also where the publication is not. What people
 * wrote, its name included, is in elements that find their own direction, and dates are in its language. So the body is
 * English and those are not: one rule, in place of a language on every label. A page of an English publication stays as it is.
 */
export function markLanguages(html: string): string {
  const language = /^<!DOCTYPE html><html lang="([^"]+)"/.exec(html)?.[1]
  const at = html.indexOf("<body")
  if (!language || !unlessEnglish(language) || at < 0) return html
  const page = html.slice(at).replace(/^<body(?![^>]* lang=)/, '<body lang="en"')
  const isRtl = textDirection(language) === "rtl"
  return (
    html.slice(0, at) +
    page.replace(theirs, (tag, place: number) => {
      const isEnglish = isRtl && tag !== "<time" && tag !== "<input" && startsLatin(page, place)
      return `${tag} lang="${isEnglish ? "en" : language}"`
    })
  )
}

/** The start tags, up to their name, of what people wrote and of dates; but for those that name a language themselves. */
const theirs = /<(?:bdi|time|[a-z][a-z0-9]*(?=[^<>]* dir="auto"))(?=[ />])(?![^<>]* lang=)/g

/** Words in Latin letters are in no language that runs from right to left: most likely they are English. */
function startsLatin(page: string, at: number): boolean {
  words.lastIndex = page.indexOf(">", at) + 1
  return /\p{Script=Latin}/u.test(words.exec(page)?.[1] ?? "")
}

/** The first letter that is not part of a tag or of a character's name. */
const words = /(?:<[^>]*>|&[a-z0-9#]+;|[^\p{L}<&])*(\p{L})/iuy
