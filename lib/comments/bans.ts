import "server-only"
import { and, desc, eq, notExists, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database, type Transaction } from "@/db/client"
import { moderationEvents } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import { transaction } from "@/db/transaction"
import { may, type Staff } from "@/lib/auth/staff"
import { type BanInput, banLengths } from "@/lib/comments/ban-input"
import { findSame, isWaiting, type Target, targetOf, waitingOf } from "@/lib/comments/ban-target"
import { decideMany, startBatch } from "@/lib/comments/bulk"
import { bulkLimit, seenOf } from "@/lib/comments/bulk-policy"
import { type BatchUndone, undoBatch } from "@/lib/comments/bulk-undo"
import { listCandidates } from "@/lib/comments/candidates"
import { undoMinutes } from "@/lib/comments/decisions"

export type BanRefusal =
  | "not-allowed"
  /** The occasion is not there any more. */
  | "gone"
  | "no-network"
  | "already"
  | "too-late"

export type Banned =
  | { ok: true; banId: number; batchId: number; marked: number }
  | { ok: false; reason: BanRefusal }

/**
 * Bans an address, a network, a domain or a name, and marks their waiting comments as spam when that is asked for.
 * Both are one batch, which `undoBatch` takes back for an hour.
 */
export async function banSomebody(staff: Staff, input: BanInput): Promise<Banned> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return transaction(async (tx, changed) => {
    const target = await targetOf(tx, input)
    if (!target.ok) return target
    const { kind, hash, pattern, endsAtLatest } = target
    if (await findSame(tx, target)) return { ok: false, reason: "already" }

    const batchId = await startBatch(tx, { staff, action: "banned", about: `Ban of ${inWords[kind]}` })
    const expiresAt = earlier(endOf(input.lasts), endsAtLatest)
    const [row] = await tx
      .insert(bans)
      .values({
        kind,
        hash,
        pattern,
        reason: input.reason,
        commentId: target.occasion,
        staffId: staff.id,
        expiresAt,
      })
      .returning({ id: bans.id })
    if (!row) throw new Error("The database gave no ban back.")
    const marked = input.spam ? await markWaiting(tx, changed, { staff, batchId, target }) : 0
    await tx.insert(moderationEvents).values({
      commentId: target.occasion,
      staffId: staff.id,
      action: "banned",
      batchId,
      banId: row.id,
      detail: { kind, expires: expiresAt?.toISOString() ?? "never" },
      createdAt: sql`clock_timestamp()`,
    })
    return { ok: true, banId: row.id, batchId, marked }
  })
}

const inWords = { address: "an address", domain: "a domain", network: "a network", name: "a name" }

/** Ends a ban before its time; the row stays as a record. Lifting it again changes nothing. */
export async function liftBan(staff: Staff, banId: number): Promise<{ ok: boolean; reason?: BanRefusal }> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return transaction(async (tx) => {
    const ban = await lockBan(tx, banId)
    if (!ban) return { ok: false, reason: "gone" }
    if (ban.liftedAt) return { ok: true }
    await tx.update(bans).set({ liftedAt: sql`clock_timestamp()` }).where(eq(bans.id, banId))
    await tx.insert(moderationEvents).values({
      commentId: ban.commentId,
      staffId: staff.id,
      action: "ban_lifted",
      banId,
      detail: { kind: ban.kind },
      createdAt: sql`clock_timestamp()`,
    })
    return { ok: true }
  })
}

/** Lets a lifted ban stand again, within the hour, as if nobody had lifted it. */
export async function undoLift(staff: Staff, banId: number): Promise<{ ok: boolean; reason?: BanRefusal }> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  return transaction(async (tx) => {
    const ban = await lockBan(tx, banId)
    if (!ban) return { ok: false, reason: "gone" }
    if (!ban.liftedAt) return { ok: true }
    const [lift] = await tx
      .select({ id: moderationEvents.id })
      .from(moderationEvents)
      .where(
        and(
          eq(moderationEvents.banId, banId),
          eq(moderationEvents.action, "ban_lifted"),
          notUndone(tx),
          sql`${moderationEvents.createdAt} > clock_timestamp() - make_interval(mins => ${undoMinutes})`,
        ),
      )
      .orderBy(desc(moderationEvents.id))
      .limit(1)
    if (!lift) return { ok: false, reason: "too-late" }
    await tx.update(bans).set({ liftedAt: null }).where(eq(bans.id, banId))
    await tx.insert(moderationEvents).values({
      staffId: staff.id,
      action: "undone",
      undoes: lift.id,
      banId,
      createdAt: sql`clock_timestamp()`,
    })
    return { ok: true }
  })
}

/** Takes a ban back within the hour, with what was marked as spam along with it: its row is gone again. */
export async function undoBan(staff: Staff, banId: number): Promise<BatchUndone> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const [made] = await database()
    .select({ batchId: moderationEvents.batchId })
    .from(moderationEvents)
    .where(and(eq(moderationEvents.banId, banId), eq(moderationEvents.action, "banned")))
  return !made?.batchId ? { ok: false, reason: "gone" } : undoBatch(staff, made.batchId)
}

async function markWaiting(
  tx: Transaction,
  changed: Parameters<typeof decideMany>[1],
  { staff, batchId, target }: { staff: Staff; batchId: number; target: Target },
): Promise<number> {
  const theirs = await waitingOf(tx, target)
  if (!theirs) return 0
  const waiting = await listCandidates(tx, { where: and(theirs, isWaiting), limit: bulkLimit })
  const start = () => Promise.resolve(batchId)
  const { changed: marked } = await decideMany(tx, changed, {
    staff,
    verdict: "spam",
    seen: waiting.map(seenOf),
    start,
  })
  return marked
}

async function lockBan(tx: Transaction, id: number) {
  const [row] = await tx.select().from(bans).where(eq(bans.id, id)).for("no key update")
  return row
}

function notUndone(tx: Transaction): SQL {
  const undoing = alias(moderationEvents, "undoing")
  return notExists(tx.select({ id: undoing.id }).from(undoing).where(eq(undoing.undoes, moderationEvents.id)))
}

function endOf(lasts: BanInput["lasts"]): Date | null {
  const days = banLengths[lasts]
  return days === null ? null : new Date(Date.now() + days * 86_400_000)
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b
  return a < b ? a : b
}
