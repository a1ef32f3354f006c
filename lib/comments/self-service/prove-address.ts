import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commenters } from "@/db/schema/commenters"
import type { comments } from "@/db/schema/comments"

type Address = Pick<typeof comments.$inferSelect, "emailHash" | "emailSealed">

/** Notes that an address is proved, if it is not yet, and answers whose it is. */
export async function proveAddress(tx: Transaction, { emailHash, emailSealed }: Address) {
  const [row] = await tx
    .insert(commenters)
    .values({ emailHash, emailSealed, provedAt: sql`now()` })
    .onConflictDoUpdate({
      target: commenters.emailHash,
      set: { provedAt: sql`coalesce(${commenters.provedAt}, now())` },
    })
    .returning({ id: commenters.id, epoch: commenters.epoch })
  if (!row) throw new Error("The address was not written.")
  return row
}
