import "server-only"
import type { Transaction } from "@/db/client"
import { type Changed, transaction } from "@/db/transaction"
import { notifyModerators } from "@/lib/comments/desk-changes"
import type { DecisionOutcome } from "@/lib/moderation/decisions/types"

/** With the comment that was changed, when one was. */
export type DecisionEvent = DecisionOutcome & { commentId?: number }

/** Runs a decision in a transaction, and notifies the other desks once it is committed. */
export async function withDecision(
  work: (tx: Transaction, changed: Changed) => Promise<DecisionEvent>,
): Promise<DecisionOutcome> {
  const { commentId, ...outcome } = await transaction(work)
  if (commentId) notifyModerators([commentId])
  return outcome
}
