import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import type { Changed } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import type { Candidate } from "@/lib/moderation/decisions/candidate"
import { lockCandidates } from "@/lib/moderation/decisions/candidates"
import { judgeBlackout } from "@/lib/moderation/decisions/judge-blackout"
import { unchanged } from "@/lib/moderation/decisions/outcome"
import type { DecisionOutcome, Seen } from "@/lib/moderation/decisions/types"
import { type DecisionEvent, withDecision } from "@/lib/moderation/decisions/with-decision"

/** A comment as a decision sees it, with the text that stands in it. */
export type LockedText = { comment: Candidate; body: string }

/** Runs a change of the very text that the moderator saw, with the comment locked. */
export async function changeLockedText(
  { staff, seen }: { staff: Staff; seen: Seen },
  change: (tx: Transaction, changed: Changed, text: LockedText) => Promise<DecisionEvent>,
): Promise<DecisionOutcome> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return withDecision(async (tx, changed) => {
    const [comment] = await lockCandidates(tx, staff, [seen.id])
    if (!comment) return { ok: false, reason: "gone" }
    const judgement = judgeBlackout(comment, { seen, staffId: staff.id })
    if (judgement !== "changes") return unchanged(judgement, { comment, staff, seen })
    const [row] = await tx.select({ body: comments.body }).from(comments).where(eq(comments.id, seen.id))
    return change(tx, changed, { comment, body: row?.body ?? "" })
  })
}
