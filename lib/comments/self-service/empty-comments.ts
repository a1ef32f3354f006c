import "server-only"
import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"

/** Deletes comments, so that of what their authors typed nothing is left in the rows. */
export async function emptyComments(tx: Transaction, ids: number[]): Promise<void> {
  await tx
    .update(comments)
    .set({
      status: "deleted",
      version: sql`${comments.version} + 1`,
      // The columns may not be empty; these say nothing.
      name: "Deleted",
      body: "Deleted",
      website: "",
      emailSealed: randomBytes,
      emailHash: randomBytes,
      fingerprint: randomBytes,
      networkHash: null,
      wideNetworkHash: null,
      mailboxHash: null,
      findings: [],
      contributions: [],
      score: null,
      notifyReplies: false,
      provedAt: null,
    })
    .where(sql`${comments.id} in ${numbers(ids)}`)
}

/** 32 bytes, other ones for each row. */
const randomBytes = sql`uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())`
