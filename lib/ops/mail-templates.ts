import { linkLetter } from "@/lib/commenters/link-letter"
import { mineHours, proveDays } from "@/lib/commenters/links"
import { proofLetter } from "@/lib/commenters/proof-letter"
import { getCommenter, getCommentToTell } from "@/lib/commenters/queries"
import { replyLetter } from "@/lib/commenters/reply-letter"
import { getAnswerToTell } from "@/lib/comments/reply-mail"
import type { Delivery, DeliveryKind } from "@/lib/mail/deliveries"
import type { Letter } from "@/lib/mail/letter"
import { waitingLetter } from "@/lib/moderation/digest/waiting-letter"
import { newsFor } from "@/lib/moderation/digest/waiting-news"
import { confirmationLetter } from "@/lib/newsletter/confirmation"
import { getSubscription } from "@/lib/newsletter/queries"
import { welcomeLetter } from "@/lib/newsletter/welcome"
import { getSettings } from "@/lib/settings/queries"

/**
 * Writes the letter of a delivery at the moment of sending, or answers `null` when it should not go any
 * more: whoever left since is not welcomed, and whoever has confirmed is not asked again.
 */
export function letterFor(delivery: Delivery): Promise<Letter | null> {
  return letters[delivery.kind](delivery)
}

const letters: Record<DeliveryKind, (delivery: Delivery) => Promise<Letter | null>> = {
  confirmation: async ({ subscriberId }) => {
    const subscription = await getSubscription(subscriberId)
    if (subscription?.status !== "unconfirmed") return null
    return confirmationLetter({ subscriberId: subscription.id, ...(await getSettings()) })
  },
  welcome: async ({ subscriberId }) => {
    const subscription = await getSubscription(subscriberId)
    if (subscription?.status !== "confirmed") return null
    return welcomeLetter({ subscriberId: subscription.id, ...(await getSettings()) })
  },
  staff_link: async () => null,
  commenter_proof: async ({ commenterId, content, createdAt }) => {
    const [comment, commenter] = await Promise.all([
      getCommentToTell(Number(content.comment)),
      getCommenter(commenterId),
    ])
    if (!comment || comment.said !== null || !commenter || commenter.mailStoppedAt) return null
    const until = new Date(createdAt.getTime() + proveDays * 86_400_000)
    const facts = { commentId: comment.id, commenter, until }
    return proofLetter({ ...facts, ...(await getSettings()) })
  },
  commenter_link: async ({ commenterId, createdAt }) => {
    const commenter = await getCommenter(commenterId)
    if (!commenter || commenter.mailStoppedAt) return null
    const until = new Date(createdAt.getTime() + mineHours * 3_600_000)
    return linkLetter({ commenter, until, ...(await getSettings()) })
  },
  comment_reply: async ({ commenterId, content }) => {
    if (commenterId === null) return null
    const answer = await getAnswerToTell({ answerId: Number(content.answer), commenterId })
    const last = content.last === "yes"
    return answer && replyLetter({ answer, commenterId, last, ...(await getSettings()) })
  },
  moderation_digest: async ({ staffId, content }) => {
    const news = await newsFor(staffId, content)
    return news && waitingLetter({ news, ...(await getSettings()) })
  },
}
