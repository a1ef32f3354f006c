import { env } from "@/lib/env"
import type { MailContent } from "@/lib/mail/content"
import { harmlessLine } from "@/lib/moderation/digest/harmless-line"
import {
  type DigestComment,
  type DigestNews,
  digestLimit,
  reportsToTell,
} from "@/lib/moderation/digest/types"
import { spellOutBlackouts } from "@/lib/text/blackout"
import { duration } from "@/lib/text/duration"

type Facts = { news: DigestNews; publicationName: string }

/** Letters of a name or headline, and of a comment. */
const longest = { name: 80, title: 120, words: 160 }

/**
 * Tells somebody who decides about comments that some wait. What strangers typed is quoted, bounded and harmless; the
 * one link that is followed leads to the desk, and opening it changes nothing.
 */
export function digestTemplate({ news, publicationName }: Facts, now = new Date()): MailContent {
  const site = env().SITE_URL
  const subject = news.fresh > 0 ? waits(news.waiting) : reports(news.reported)
  const more = news.fresh + news.reported - news.sayings.length
  return {
    subject,
    publication: publicationName,
    heading: subject,
    opening: [
      ...(news.oldest
        ? [`The oldest has waited for ${duration((now.getTime() - news.oldest.getTime()) / 1000)}.`]
        : []),
      ...(news.fresh > 0 && news.fresh < news.waiting
        ? [`${count(news.fresh)} of them ${news.fresh === 1 ? "is" : "are"} new since the last message.`]
        : []),
      ...(news.fresh > 0 && news.reported > 0 ? [`${reports(news.reported)}.`] : []),
    ],
    sayings: news.sayings.map(saying),
    button: {
      label: more > 0 ? `Read these and ${count(more)} more at the desk` : "Read them at the desk",
      href: `${site}/desk/comments`,
    },
    closing: ["You get this message because you decide about comments here."],
    links: [{ label: "Change how often you get it", href: `${site}/desk/settings` }],
  }
}

function waits(number: number): string {
  return number === 1 ? "1 comment is waiting" : `${count(number)} comments are waiting`
}

function reports(number: number): string {
  return `${number === 1 ? "1 comment was" : `${count(number)} comments were`} reported by ${reportsToTell} readers or more`
}

function count(number: number): string {
  return number >= digestLimit ? `${digestLimit} or more` : String(number)
}

function saying({ name, title, words, reported }: DigestComment) {
  const who = harmlessLine(name, longest.name)
  return {
    about: `${reported ? "Reported: " : ""}${who} on ${harmlessLine(title, longest.title)}`,
    words: harmlessLine(spellOutBlackouts(words), longest.words),
  }
}
