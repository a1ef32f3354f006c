import { fold } from "@/lib/text/fold"

/** Long enough for a headline, short enough for a message. */
const longest = 80

/**
 * A title's part of an address: Latin letters without their accents, digits and hyphens. Empty when the
 * title is written in another script, and when nothing is left.
 */
export function slugFrom(title: string): string {
  const latin = fold(title)
    .replace(/['’ʼ‘]/g, "")
    .replace(/[ßæœøđðþłıħŋ]/g, (letter) => spelled[letter] ?? "")
  // A few digits or one foreign word say nothing about a title in another script.
  const letters = latin.match(/\p{L}/gu) ?? []
  const plain = letters.filter((letter) => /[a-z]/.test(letter))
  if (plain.length * 2 < letters.length) return ""
  return shorten(latin.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""))
}

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
    "export favicon feed feeds fonts healthz home images import index login logout media metrics moderation new newsletter",
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
  const base = slugFrom(title) || otherwise
  const end = slug.startsWith(base) ? slug.slice(base.length) : null
  return end === "" ? base !== otherwise : end !== null && /^-[1-9]\d*$/.test(end)
}
