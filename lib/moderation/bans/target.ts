import "server-only"
import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { lock } from "@/db/locks"
import { comments } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import { stands } from "@/lib/bans/find"
import { nameFits } from "@/lib/bans/match"
import { ofMailboxHash, ofWideNetwork } from "@/lib/comments/screening/past"
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

/** Comments that wait for a moderator, the staff's own aside. */
export const isWaiting = and(eq(comments.status, "pending"), isNull(comments.staffId))

/**
 * Which waiting comments a ban would have met, or `null` for a domain: addresses are sealed, so whose is at which
 * domain cannot be told from what is kept.
 */
export async function waitingOf(tx: Transaction, { kind, hash, pattern }: ResolvedBan): Promise<SQL | null> {
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
