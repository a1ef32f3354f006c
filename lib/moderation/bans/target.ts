import "server-only"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import type { bans } from "@/db/schema/moderation"
import type { BanInput } from "@/lib/moderation/bans/input"
import { ipPrefixHashEnds } from "@/lib/visitors/ip-prefix-hash"
import { hashMailbox } from "@/lib/visitors/mailbox"

/** Who a ban is about. */
export type ResolvedBan = {
  ok: true
  kind: (typeof bans.$inferSelect)["kind"]
  hash: Buffer | null
  pattern: string
  occasion: number | null
  endsAtLatest: Date | null
}

/**
 * Finds out whom a form means, from the comment that is its occasion or from what was typed: for an address its mailbox,
 * for a network the wide one, which is usually one site's.
 */
export async function resolveBan(
  tx: Transaction,
  input: BanInput,
): Promise<ResolvedBan | { ok: false; reason: "gone" | "no-network" }> {
  const occasion = input.comment === null ? null : await findOccasion(tx, input.comment)
  const about = {
    ok: true,
    hash: null,
    pattern: "",
    occasion: occasion?.id ?? null,
    endsAtLatest: null,
  } as const
  if (input.target === "name") return { ...about, kind: "name", pattern: input.name }
  if (input.target === "domain") return { ...about, kind: "domain", pattern: input.domain }
  if (input.target === "address") return { ...about, kind: "address", hash: hashMailbox(input.email) }
  if (!occasion) return { ok: false, reason: "gone" }
  if (input.target === "author")
    return { ...about, kind: "address", hash: occasion.mailboxHash ?? occasion.emailHash }
  const endsAtLatest = ipPrefixHashEnds(occasion.createdAt)
  if (!occasion.networkHash || endsAtLatest <= new Date()) return { ok: false, reason: "no-network" }
  const hash = occasion.wideNetworkHash ?? occasion.networkHash
  return { ...about, kind: "network", hash, endsAtLatest }
}

/** A comment that its author deleted tells nothing of them any more. */
async function findOccasion(tx: Transaction, id: number) {
  const [row] = await tx
    .select({
      id: comments.id,
      emailHash: comments.emailHash,
      mailboxHash: comments.mailboxHash,
      networkHash: comments.networkHash,
      wideNetworkHash: comments.wideNetworkHash,
      createdAt: comments.createdAt,
    })
    .from(comments)
    .where(and(eq(comments.id, id), sql`${comments.status} <> 'deleted'`))
  return row
}
