import type { QueueItem } from "@/lib/moderation/types"

/** Answers with the comments that `ids` names, as cards show them. */
export const cardsAddress = "/desk/comments/cards"

/** A page of the queue, and the comment that was just decided beside it. */
export const mostCards = 60

/** Reads the answer of `cardsAddress`. */
export function readCards(json: string): QueueItem[] {
  return JSON.parse(json, (name, value) => (dates.includes(name) && value !== null ? new Date(value) : value))
}

/** What a `QueueItem` calls its dates; no other field of it has one of these names. */
const dates = ["at", "createdAt", "editedAt", "firstSeen"]
