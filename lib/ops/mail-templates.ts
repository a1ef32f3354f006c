import { ownLinkHours, verificationDays } from "@/lib/commenters/links"
import { ownLinkTemplate } from "@/lib/commenters/own-link-template"
import { ownPageTemplate } from "@/lib/commenters/own-page-template"
import { getCommenter, getCommentForMail } from "@/lib/commenters/queries"
import { replyTemplate } from "@/lib/commenters/reply-template"
import { reportTemplate } from "@/lib/commenters/report-template"
import { verificationTemplate } from "@/lib/commenters/verification-template"
import { getReplyForMail } from "@/lib/comments/reply-mail"
import { getReportForMail } from "@/lib/comments/report-mail"
import type { MailContent } from "@/lib/mail/content"
import type { Delivery, DeliveryKind } from "@/lib/mail/deliveries"
import { digestTemplate } from "@/lib/moderation/digest/digest-template"
import { newsFor } from "@/lib/moderation/digest/news"
import { confirmationTemplate } from "@/lib/newsletter/confirmation-template"
import { getSubscription } from "@/lib/newsletter/queries"
import { welcomeTemplate } from "@/lib/newsletter/welcome-template"
import { storyStepMail } from "@/lib/posts/step-mail"
import { getSettings } from "@/lib/settings/queries"
import { staffLinkMail, staffNoticeMail } from "@/lib/staff/mail"

/**
 * Renders a delivery when it is sent, or answers `null` when it must not be sent any more: somebody who left since is
 * not welcomed, and somebody who has confirmed is not asked again.
 */
export function renderDelivery(delivery: Delivery): Promise<MailContent | null> {
  return letters[delivery.kind](delivery)
}

const letters: Record<DeliveryKind, (delivery: Delivery) => Promise<MailContent | null>> = {
  confirmation: async ({ subscriberId }) => {
    const subscription = await getSubscription(subscriberId)
    if (subscription?.status !== "unconfirmed") return null
    return confirmationTemplate({ subscriberId: subscription.id, ...(await getSettings()) })
  },
  welcome: async ({ subscriberId }) => {
    const subscription = await getSubscription(subscriberId)
    if (subscription?.status !== "confirmed") return null
    return welcomeTemplate({ subscriberId: subscription.id, ...(await getSettings()) })
  },
  staff_link: async (delivery) => staffLinkMail(delivery, (await getSettings()).publicationName),
  staff_notice: async (delivery) => staffNoticeMail(delivery, (await getSettings()).publicationName),
  story_step: async (delivery) => storyStepMail(delivery, await getSettings()),
  commenter_proof: async ({ commenterId, content, createdAt }) => {
    const [comment, commenter] = await Promise.all([
      getCommentForMail(Number(content.comment)),
      getCommenter(commenterId),
    ])
    if (!comment || comment.said === "no" || !commenter || commenter.mailStoppedAt) return null
    const facts = { commentId: comment.id, commenter, ...(await getSettings()) }
    if (comment.said === "yes") return content.share === "own" ? ownPageTemplate(facts) : null
    const until = new Date(createdAt.getTime() + verificationDays * 86_400_000)
    return verificationTemplate({ ...facts, until })
  },
  commenter_link: async ({ commenterId, createdAt }) => {
    const commenter = await getCommenter(commenterId)
    if (!commenter || commenter.mailStoppedAt) return null
    const until = new Date(createdAt.getTime() + ownLinkHours * 3_600_000)
    return ownLinkTemplate({ commenter, until, ...(await getSettings()) })
  },
  comment_reply: async ({ commenterId, content }) => {
    if (commenterId === null) return null
    const answer = await getReplyForMail({ answerId: Number(content.answer), commenterId })
    const last = content.last === "yes"
    return answer && replyTemplate({ answer, commenterId, last, ...(await getSettings()) })
  },
  report_outcome: async ({ commenterId, content }) => {
    if (commenterId === null) return null
    const report = await getReportForMail(Number(content.report), Number(content.event))
    const last = content.last === "yes"
    return report && reportTemplate({ report, commenterId, last, ...(await getSettings()) })
  },
  moderation_digest: async ({ staffId, content }) => {
    const news = await newsFor(staffId, content)
    return news && digestTemplate({ news, ...(await getSettings()) })
  },
}
