import "server-only"
import type { Transaction } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import type { CurrentDecision } from "@/lib/comments/current-decision"
import type { Verdict } from "@/lib/comments/types"
import { findOtherHolder } from "@/lib/moderation/leases"
import type { DecisionOutcome, Earlier } from "@/lib/moderation/types"

/** The refusal of a decision about a comment that a colleague has open; ask under its lock. */
export async function heldElsewhere(
  tx: Transaction,
  staff: Staff,
  commentId: number,
): Promise<DecisionOutcome | null> {
  const holder = await findOtherHolder(tx, staff, commentId)
  return (
    holder && { ok: false, reason: "leased", earlier: { name: holder.by, did: "opened", at: holder.until } }
  )
}

/** The refusal of a decision that was made with another one before the eyes than stands now. */
export function decidedMeanwhile(standing: CurrentDecision | null, staff: Staff): DecisionOutcome {
  return { ok: false, reason: "decided", earlier: standing ? earlierOf(standing, staff) : undefined }
}

/** What a colleague did; nobody needs to be told what they did themselves. */
export function earlierOf(
  event: { staffId: number | null; by: string; verdict: Verdict | "undone"; at: Date },
  staff: Staff,
): Earlier | undefined {
  return event.staffId === staff.id ? undefined : { name: event.by, did: event.verdict, at: event.at }
}
