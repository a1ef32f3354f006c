import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import type { AuditAction } from "@/lib/audit/types"
import type { Staff } from "@/lib/auth/staff"
import { verdictOf } from "@/lib/comments/types"
import type { DecidedComment } from "@/lib/moderation/decisions/after"
import { listCandidates } from "@/lib/moderation/decisions/candidates"

/**
 * What stands of these comments after a decision. What is no verdict of its own, as a step back, leaves an earlier decision,
 * which has to be asked for.
 */
export async function listStandingVerdicts(
  tx: Transaction,
  staff: Staff,
  { action, ids }: { action: AuditAction; ids: readonly number[] },
): Promise<DecidedComment[]> {
  const verdict = verdictOf(action)
  if (verdict) return ids.map((id) => ({ id, verdict }))
  const where = sql`${comments.id} in ${numbers(ids)}`
  const found = await listCandidates(tx, staff, { where, limit: ids.length })
  return found.map(({ id, current }) => ({ id, verdict: current?.verdict ?? null }))
}
