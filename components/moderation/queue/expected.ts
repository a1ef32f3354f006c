import type { Verdict } from "@/lib/comments/types"
import type { QueueItem } from "@/lib/moderation/types"
import { blackOut } from "@/lib/text/blackout"
import type { Press } from "./press"

const verdicts = { approve: "approved", reject: "rejected", spam: "spam", grant: "approved" } as const

/** The comment as it will be when the server agrees, shown at once. */
export function expected(
  item: QueueItem,
  { decision, reason = "", line = "", words = "" }: Press,
): QueueItem {
  switch (decision) {
    case "undo":
      return item.denial ? { ...item, denial: null } : { ...item, status: "pending", standing: null }
    case "take":
      return { ...item, openedBy: null }
    case "deny":
      return { ...item, appeal: null, denial: { id: 0, by: "you", at: new Date(), undoable: true } }
    case "unnote":
    case "hold_thread":
    case "close_thread":
    case "free_thread":
    case "undo_thread":
      return item
    case "blackout": {
      const body = blackOut(item.body, words)
      return body === null ? item : { ...item, body, version: item.version + 1 }
    }
    case "unblackout":
      // Not the next version: nobody has seen the words that come back.
      return { ...item, blackout: null }
    default: {
      const verdict: Verdict = verdicts[decision]
      const standing = { id: 0, verdict, by: "you", reason, line, at: new Date(), undoable: true }
      return { ...item, status: verdict, standing, reports: noReports, appeal: null, denial: null }
    }
  }
}

const noReports = { count: 0, reasons: [], notes: [] }

/** The comment once its row is gone. */
export function gone(item: QueueItem): QueueItem {
  return {
    ...item,
    ...nothingKept,
    status: "deleted",
    standing: null,
    appeal: null,
    denial: null,
    blackout: null,
    openedBy: null,
  }
}

const nothingKept = {
  name: "Deleted",
  body: "Its author has deleted this comment.",
  website: "",
  findings: [],
  contributions: [],
  score: null,
  reports: noReports,
}
