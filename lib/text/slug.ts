import anyAscii from "any-ascii"
import { fold } from "@/lib/text/fold"
import { normalise } from "@/lib/text/normalise"

/** Long enough for a headline, short enough for a message. */
const longest = 80

/**
 * A title's part of an address: Latin letters without their accents, digits and hyphens; other scripts are written in
 * Latin letters. Empty when nothing is left.
 */
export function slugFrom(title: string): string {
  const latin = fold(inLatinLetters(title))
    .replace(/['’ʼ‘`]/g, "")
    .replace(/[ßæœøđðþłıħŋ]/g, (letter) => spelled[letter] ?? "")
  return shorten(latin.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""))
}

/** Before accents are taken off: in other scripts they are parts of letters, as in й. */
function inLatinLetters(title: string): string {
  return (
    normalise(title, "NFKC")
      .replace(/\p{Script=Han}/gu, (character) => ` ${anyAscii(character)} `)
      // The library writes no letter for it, though it is the vowel that is written.
      .replace(/[اأإآٱ]/g, "a")
      .replace(foreign, (letters) => anyAscii(letters))
  )
}

const foreign =
  /(?:(?!\p{Script=Latin})\p{L}(?:(?!\p{Script=Inherited})\p{M}|[\u064b-\u065f\u3099\u309a])*)+/gu

const spelled: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŋ: "ng",
}

function shorten(slug: string): string {
  if (slug.length <= longest) return slug
  const cut = slug.slice(0, longest + 1)
  const end = cut.lastIndexOf("-")
  return end > longest / 2 ? cut.slice(0, end) : slug.slice(0, longest)
}

const reserved = new Set(
  [
    "about admin api archive assets author authors comment comments confirm dashboard delete demo desk draft edit",
    "corrections export favicon feed feeds fonts healthz home images import index login logout media metrics moderation new newsletter",
    "page pages post posts preferences preview privacy public readyz register reply robots rss save search settings",
    "setup sign-in sign-out signin signout sitemap staff static stories story subscribe tag tags unsubscribe upload",
    "uploads well-known wp-admin wp-content wp-login",
  ].flatMap((line) => line.split(" ")),
)

/** Whether a slug is a word that addresses of this site are made of. */
export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug)
}

/** A slug and its number: `a-fair`, `a-fair-2`, `a-fair-3`. */
export function numberedSlug(base: string, number: number): string {
  if (number < 2) return base
  const end = `-${number}`
  return `${base.slice(0, 200 - end.length).replace(/-$/, "")}${end}`
}

/** Whether a slug was made from this title and not typed, so that it may follow the title's next change. */
export function isMadeFrom(title: string, slug: string, otherwise = "story"): boolean {
  const base = slugFrom(title)
  if (base) return isNumbered(slug, base) || (isForeign(title) && /^-\d+$/.test(endOf(slug, otherwise) ?? ""))
  return slug !== otherwise && isNumbered(slug, otherwise)
}

function isNumbered(slug: string, base: string): boolean {
  const end = endOf(slug, base)
  return end === "" || (end !== null && /^-[1-9]\d*$/.test(end))
}

const endOf = (slug: string, base: string) => (slug.startsWith(base) ? slug.slice(base.length) : null)

/** Such a title gave no address of its own before other scripts were written in Latin letters. */
function isForeign(title: string): boolean {
  const letters = fold(title).match(/\p{L}/gu) ?? []
  return letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length * 2 < letters.length
}
