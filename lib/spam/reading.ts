import { addressPatterns, shortHost } from "@/lib/spam/addresses"
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
    .replace(addressPatterns.links, (link) => take("links", link.replace(/^https?:\/\//i, "")))
    .replace(addressPatterns.mails, () => take("mails"))
    .replace(addressPatterns.bare, (address) => take("bare", address))
    .replace(addressPatterns.phones, (number) => (isPhone(number) ? take("phones") : number))
    .replace(/<\/?[a-z][^<>]{0,200}>|\[\/?(?:url|b|i|img|link|color|size)\b[^[\]]{0,200}\]/gi, " ")
  const site = website && shortHost(website.replace(/^https?:\/\//i, ""))
  if (site) hosts.push(site)
  return { name: name.slice(0, 300), website, body: kept, lines: words.split(/\n+/), ...counts, hosts }
}
