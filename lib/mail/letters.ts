import type { Delivery, DeliveryKind } from "@/lib/mail/deliveries"
import type { Letter } from "@/lib/mail/letter"
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
  commenter_proof: async () => null,
  commenter_link: async () => null,
  comment_reply: async () => null,
  moderation_digest: async () => null,
}
