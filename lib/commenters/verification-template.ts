import { stopUrl, verificationUrl } from "@/lib/commenters/links"
import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"

type Facts = {
  commentId: number
  commenter: { id: number; epoch: number }
  until: Date
  publicationName: string
}

/**
 * Asks the owner of a mailbox whether a comment is theirs. The text is fixed: anyone can have it sent to anyone, so it
 * holds no word that a visitor typed; what was said stands on the page behind the button. Nor does it lead to the comment's own
 * page, where it could be changed: a mistyped address is somebody else's.
 */
export function verificationTemplate({ commentId, commenter, until, publicationName }: Facts): MailContent {
  const site = env().SITE_URL
  const { links = [], headers } = stopLinks(commenter.id)
  return {
    subject: `Is this your comment? A question from ${publicationName}`,
    publication: publicationName,
    heading: "Is this your comment?",
    opening: [
      `A comment was left at ${isolate(publicationName)} by somebody, we hope you, who gave this address.`,
    ],
    button: {
      label: "See the comment and answer",
      href: `${site}${verificationUrl({ commentId, epoch: commenter.epoch }, until)}`,
    },
    closing: [
      "The page that opens shows what was said and has two buttons: yes, and no. Nothing is changed until you press one.",
      "Yes leads to the comment’s own page, where you see what becomes of it and can change or delete it.",
      "That page also lists other comments left with this address that nobody has answered for.",
      "The link works for thirty days. If you do not answer, the address counts as not proved, and that is all.",
    ],
    links,
    headers,
  }
}

/** The way out of all mail about comments: by link and by one click (RFC 8058). */
export function stopLinks(commenterId: number): Pick<MailContent, "links" | "headers"> {
  const stop = `${env().SITE_URL}${stopUrl(commenterId)}`
  return {
    links: [{ label: "No more mail about comments to this address", href: stop }],
    headers: {
      "List-Unsubscribe": `<${stop}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  }
}
