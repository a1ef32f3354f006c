import { stopLinks } from "@/lib/commenters/verification-template"
import { editMinutes } from "@/lib/comments/policy"
import { ownCommentUrl } from "@/lib/comments/self-service/url"
import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"

type Facts = { commentId: number; commenter: { id: number }; publicationName: string }

/** Leads somebody who has proved their address to their comment's own page. The text is fixed, as in `verificationTemplate`. */
export function ownPageTemplate({ commentId, commenter, publicationName }: Facts): MailContent {
  return {
    subject: `Your comment at ${publicationName}`,
    publication: publicationName,
    heading: "The page of your comment",
    opening: [
      `You asked for this link when you left a comment at ${isolate(publicationName)}. It shows how the comment stands; there you can delete it, and change it for ${editMinutes} minutes after posting.`,
    ],
    button: { label: "Open your comment’s page", href: `${env().SITE_URL}${ownCommentUrl(commentId)}` },
    closing: ["The link works for anybody who has it, so do not pass this message on."],
    ...stopLinks(commenter.id),
  }
}
