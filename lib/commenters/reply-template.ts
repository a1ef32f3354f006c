import { stopLinks } from "@/lib/commenters/verification-template"
import { ownCommentUrl } from "@/lib/comments/self-service/url"
import { permalink } from "@/lib/comments/thread/pages"
import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"
import { headerLine } from "@/lib/mail/message"
import { spellOutBlackouts } from "@/lib/text/blackout"

type Facts = {
  answer: { id: number; name: string; body: string; slug: string; title: string; answeredId: number }
  commenterId: number
  /** Whether no more of these come today. */
  last?: boolean
  publicationName: string
}

/** Enough to know what it is about; the whole of it is on the page. */
const longestQuote = 1200
const longestName = 80
const longestTitle = 120

/**
 * Tells somebody that their comment was answered. Name and words are a stranger's: they are bounded, stand apart as a
 * quotation, and turn no sentence of ours around.
 */
export function replyTemplate({ answer, commenterId, last = false, publicationName }: Facts): MailContent {
  const site = env().SITE_URL
  const name = isolate(shortened(headerLine(answer.name), longestName))
  const title = isolate(shortened(headerLine(answer.title), longestTitle))
  const { links = [], headers } = stopLinks(commenterId)
  return {
    subject: `${name} answered your comment on “${title}”`,
    publication: publicationName,
    heading: "Your comment was answered",
    opening: [`${name} answered what you said under “${title}”:`],
    quote: shortened(spellOutBlackouts(answer.body), longestQuote),
    button: { label: "Read it on the page", href: `${site}${permalink(answer.slug, answer.id)}` },
    closing: [
      ...(last ? [lastToday] : []),
      "You get this message because you asked to hear of answers to your comment.",
    ],
    links: [
      { label: "Your comment, and mail about it", href: `${site}${ownCommentUrl(answer.answeredId)}` },
      ...links,
    ],
    headers,
  }
}

const lastToday =
  "This is the last message about answers for a day: so many came that further ones are on the page, and not mailed."

/** Letters as people count them, and directions that were set and not ended are taken out. */
function shortened(text: string, longest: number): string {
  const letters = [...text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")]
  return letters.length <= longest
    ? letters.join("")
    : `${letters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`
}
