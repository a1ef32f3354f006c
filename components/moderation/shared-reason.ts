import type { QueueItem } from "@/lib/moderation/types"

/** Reasons that say what the story's rules are, and nothing about this comment. */
const ofTheRules = ["hold-all", "hold-first", "hold-unverified"]

/** The rule that holds most of them up: said once, it need not stand on every card. */
export function sharedReason(items: QueueItem[]): string | null {
  const ruled = items.filter(({ heldFor, status }) => status === "pending" && ofTheRules.includes(heldFor))
  const often = ofTheRules.find(
    (rule) => ruled.filter(({ heldFor }) => heldFor === rule).length * 2 > ruled.length,
  )
  return ruled.length > 1 ? (often ?? null) : null
}
