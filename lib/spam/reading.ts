import { isPhone } from "@/lib/spam/phone"

/** What the filter reads of a comment. The mail address is no part of it: what is learnt outlives the comment. */
export type CommentText = { name: string; website: string; body: string }

/** A comment taken apart: addresses on one side, words on the other. */
export type Reading = {
  name: string
  website: string
  /** The text as it was typed, cut to what is read. */
  body: string
  /** Its lines without links, mail addresses and telephone numbers. */
  lines: string[]
  /** Full links, as `https://…` or `www.…`. */
  links: number
  /** Addresses written without `https://`. */
  bare: number
  mails: number
  phones: number
  /** Where links and the website lead, without `www.`; two last parts of longer names. */
  hosts: string[]
}

/** The beginning of a text says what it is about, and advertisers like its end. */
const head = 12_000
const tail = 3_000

/** Reads a comment of any length in a time that its first and last letters bound. */
export function read({ name, website, body }: CommentText): Reading {
  const hosts: string[] = []
  const counts = { links: 0, bare: 0, mails: 0, phones: 0 }
  const take = (kind: keyof typeof counts, host?: string) => {
    counts[kind]++
    const short = host && shortHost(host)
    if (short) hosts.push(short)
    return " \n "
  }
  const kept = body.length <= head + tail ? body : `${body.slice(0, head)}\n${body.slice(-tail)}`
  const words = kept
    .replace(links, (link) => take("links", link.replace(/^https?:\/\//i, "")))
    .replace(mails, () => take("mails"))
    .replace(bare, (address) => take("bare", address))
    .replace(phones, (number) => (isPhone(number) ? take("phones") : number))
    .replace(/<\/?[a-z][^<>]{0,200}>|\[\/?(?:url|b|i|img|link|color|size)\b[^[\]]{0,200}\]/gi, " ")
  const site = website && shortHost(website.replace(/^https?:\/\//i, ""))
  if (site) hosts.push(site)
  return { name: name.slice(0, 300), website, body: kept, lines: words.split(/\n+/), ...counts, hosts }
}

// Each of these begins at a letter that nothing before it can take, and none repeats a repetition.
const links = /(?:https?:\/\/|\bwww\.)[^\s<>"'[\]]{1,2000}/gi
const mails = /\b[\w.+-]{1,64}@[a-z0-9-]{1,63}\.[a-z0-9.-]{2,100}/gi
const bare =
  /\b[a-z0-9-]{1,40}\.(?:[a-z0-9-]{1,40}\.)?(?:com|net|org|info|biz|ru|cn|xyz|top|site|online|shop|ly|me|io|co|tk|vip|live|click|link|club|app|store|pro|icu|bet|win|tv|eu|de|fr|nl|pl|space|website)\b(?:\/[^\s<>"'[\]]{0,300})?/gi
const phones = /\+?\(?\d[\d\s().-]{6,20}\d/g

function shortHost(address: string): string | null {
  const host = /^[\p{L}\p{N}.-]{1,200}/u
    .exec(address.toLowerCase())?.[0]
    .replace(/^www\.|(?<![.-])[.-]+$/g, "")
  if (!host) return null
  return [...host.split(".").slice(-2).join(".")].slice(0, 60).join("")
}
