import "server-only"
import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { bans } from "@/db/schema/moderation"
import { stands } from "@/lib/bans/find"
import type { ResolvedBan } from "@/lib/moderation/bans/target"

/** Of two who ban the same at the same moment, the second waits here and finds the first one's. */
export async function lockBan(tx: Transaction, { kind, hash, pattern }: ResolvedBan): Promise<void> {
  await lock(tx, "ban", `${kind}/${hash?.toString("hex") ?? pattern}`)
}

/** The standing ban of just the same, if there is one. */
export async function findSame(tx: Transaction, { kind, hash, pattern }: ResolvedBan) {
  const same = hash ? eq(bans.hash, hash) : eq(bans.pattern, pattern)
  const [row] = await tx
    .select({ id: bans.id })
    .from(bans)
    .where(and(stands, eq(bans.kind, kind), same))
    .limit(1)
  return row
}
