import { ownCommentsUrl } from "@/lib/commenters/links"
import { stopLinks } from "@/lib/commenters/verification-template"
import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"

type Facts = { commenter: { id: number; epoch: number }; until: Date; publicationName: string }

/** Leads the owner of a mailbox to everything that is kept under it. The text is fixed, as in `verificationTemplate`. */
export function ownLinkTemplate({ commenter, until, publicationName }: Facts): MailContent {
  return {
    subject: `Your comments at ${publicationName}`,
    publication: publicationName,
    heading: "Everything under this address",
    opening: [
      `Somebody, we hope you, asked for a link to all comments that were left at ${isolate(publicationName)} with this address.`,
    ],
    button: {
      label: "See, take along or erase them",
      href: `${env().SITE_URL}${ownCommentsUrl(commenter, until)}`,
    },
    closing: [
      "The link works for one day, for anybody who has it, so do not pass this message on. For thirty more days you can use it to request a new one.",
      "If you did not ask for it, ignore this message; nothing is changed.",
    ],
    ...stopLinks(commenter.id),
  }
}
