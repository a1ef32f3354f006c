import "server-only"
import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import type { Staff } from "@/lib/auth/staff"
import { nameFits } from "@/lib/bans/match"
import { ofMailboxHash, ofWideNetwork } from "@/lib/comments/screening/past"
import type { ResolvedBan } from "@/lib/moderation/bans/target"
import { bulkLimit, seenOf } from "@/lib/moderation/bulk/policy"
import { listCandidates } from "@/lib/moderation/decisions/candidates"
import type { Seen } from "@/lib/moderation/decisions/types"

/** The waiting comments of whom a ban is about, as they are now: of these it can mark as spam. */
export async function seeWaiting(tx: Transaction, staff: Staff, target: ResolvedBan): Promise<Seen[]> {
  const theirs = await waitingOf(tx, target)
  if (!theirs) return []
  const waiting = await listCandidates(tx, staff, { where: and(theirs, isWaiting), limit: bulkLimit })
  return waiting.map(seenOf)
}

/** Comments that wait for a moderator, the staff's own aside. */
const isWaiting = and(eq(comments.status, "pending"), isNull(comments.staffId))

/**
 * Which waiting comments a ban would have met, or `null` for a domain: addresses are sealed, so whose is at which
 * domain cannot be told from what is kept.
 */
async function waitingOf(tx: Transaction, { kind, hash, pattern }: ResolvedBan): Promise<SQL | null> {
  if (kind === "address" && hash) return ofMailboxHash(hash)
  if (kind === "network" && hash) return sql`${comments.networkHash} is not null and ${ofWideNetwork(hash)}`
  if (kind !== "name") return null
  const named = await tx
    .select({ id: comments.id, name: comments.name })
    .from(comments)
    .where(isWaiting)
    .orderBy(comments.id)
    .limit(mostNames)
  const ids = named.filter(({ name }) => nameFits(name, pattern)).map(({ id }) => id)
  return sql`${comments.id} in ${numbers(ids)}`
}

/** Of so many waiting comments the names are compared. */
const mostNames = 50_000
