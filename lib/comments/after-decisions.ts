import "server-only"
import type { Transaction } from "@/db/client"
import type { Verdict } from "@/lib/comments/decisions"

/** A comment that was just decided about, and what stands now: null when its last decision was taken back. */
export type DecidedComment = { id: number; verdict: Verdict | null }

/**
 * What follows from decisions, in their transaction and with the comments still locked: the one place where many
 * lessons are learned and unlearned.
 */
export async function afterDecisions(_tx: Transaction, _decided: readonly DecidedComment[]): Promise<void> {}
