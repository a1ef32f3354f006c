import "server-only"
import { and, desc, eq, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { auditEvents, moderationBatches } from "@/db/schema/audit"
import { bans } from "@/db/schema/moderation"
import { transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { isUndoable } from "@/lib/audit/undoable"
import { may, type Staff } from "@/lib/auth/staff"
import { notifyModerators } from "@/lib/comments/desk-changes"
import { lockComments } from "@/lib/comments/locks"
import { type BanInput, banLengths } from "@/lib/moderation/bans/input"
import {
  findSame,
  isWaiting,
  lockBan,
  type ResolvedBan,
  resolveBan,
  waitingOf,
} from "@/lib/moderation/bans/target"
import { decideMany, startBatch } from "@/lib/moderation/bulk/decide"
import { bulkLimit, seenOf } from "@/lib/moderation/bulk/policy"
import { type BatchUndone, undoBatch } from "@/lib/moderation/bulk/undo"
import { listCandidates } from "@/lib/moderation/decisions/candidates"
import type { Seen } from "@/lib/moderation/decisions/types"

export type BanRefusal =
  | "not-allowed"
  /** The occasion is not there any more. */
  | "gone"
  | "no-network"
  | "already"

export type Banned =
  | { ok: true; banId: number; batchId: number; marked: number }
  | { ok: false; reason: BanRefusal }

/**
 * Bans an address, a network, a domain or a name, and marks their waiting comments as spam when that is asked for.
 * Both are one batch, which `undoBatch` takes back for an hour.
 */
export async function addBan(staff: Staff, input: BanInput): Promise<Banned> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const banned = await transaction(async (tx, changed): Promise<Banned> => {
    const target = await resolveBan(tx, input)
    if (!target.ok) return target
    const { kind, hash, pattern, endsAtLatest } = target
    await lockBan(tx, target)
    if (await findSame(tx, target)) return { ok: false, reason: "already" }

    const waiting = input.spam ? await seeWaiting(tx, staff, target) : []
    // With the occasion, which the ban's row holds fast: nobody locks comments out of their order.
    await lockComments(
      tx,
      [...waiting.map(({ id }) => id), target.occasion].filter((id) => id !== null),
    )
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
    const start = () => Promise.resolve(batchId)
    const { changed: marked } = await decideMany(tx, changed, {
      staff,
      verdict: "spam",
      seen: waiting,
      start,
    })
    await recordEvent(tx, {
      commentId: target.occasion,
      staffId: staff.id,
      action: "banned",
      batchId,
      banId: row.id,
      detail: { kind, expires: expiresAt?.toISOString() ?? "never" },
    })
    return { ok: true, banId: row.id, batchId, marked }
  })
  if (banned.ok) notifyModerators("many")
  return banned
}

const inWords = { address: "an address", domain: "a domain", network: "a network", name: "a name" }

/** `batchId` is null when it was lifted before. */
type Lifted = { ok: true; batchId: number | null } | { ok: false; reason: "not-allowed" | "gone" }

/** Ends a ban before its time; the row stays as a record. Lifting it again changes nothing. */
export async function liftBan(staff: Staff, banId: number): Promise<Lifted> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const lifted = await transaction(async (tx): Promise<Lifted> => {
    const [ban] = await tx.select().from(bans).where(eq(bans.id, banId)).for("no key update")
    if (!ban) return { ok: false, reason: "gone" }
    if (ban.liftedAt) return { ok: true, batchId: null }
    const about = `Ban of ${inWords[ban.kind]}`
    const batchId = await startBatch(tx, { staff, action: "ban_lifted", about })
    await tx.update(bans).set({ liftedAt: sql`clock_timestamp()` }).where(eq(bans.id, banId))
    await recordEvent(tx, {
      commentId: ban.commentId,
      staffId: staff.id,
      action: "ban_lifted",
      batchId,
      banId,
      detail: { kind: ban.kind },
    })
    return { ok: true, batchId }
  })
  if (lifted.ok) notifyModerators("many")
  return lifted
}

/** Takes a ban back within the hour, with what was marked as spam along with it: its row is gone again. */
export function undoBan(staff: Staff, banId: number): Promise<BatchUndone> {
  return undoNewest(staff, banId, "banned")
}

/** Lets a lifted ban stand again, within the hour, as if nobody had lifted it. */
export function undoLift(staff: Staff, banId: number): Promise<BatchUndone> {
  return undoNewest(staff, banId, "ban_lifted")
}

async function undoNewest(
  staff: Staff,
  banId: number,
  action: "banned" | "ban_lifted",
): Promise<BatchUndone> {
  if (!may(staff, "comments.moderate")) return { ok: false, reason: "not-allowed" }
  const [made] = await database()
    .select({ batchId: moderationBatches.id })
    .from(moderationBatches)
    .innerJoin(auditEvents, eq(auditEvents.batchId, moderationBatches.id))
    .where(
      and(
        eq(moderationBatches.action, action),
        // An older one could not be taken back, and batches lead to their events by an index.
        isUndoable(moderationBatches.createdAt),
        eq(auditEvents.action, action),
        eq(auditEvents.banId, banId),
      ),
    )
    .orderBy(desc(moderationBatches.id))
    .limit(1)
  return made ? undoBatch(staff, made.batchId) : { ok: false, reason: "too-late" }
}

async function seeWaiting(tx: Transaction, staff: Staff, target: ResolvedBan): Promise<Seen[]> {
  const theirs = await waitingOf(tx, target)
  if (!theirs) return []
  const waiting = await listCandidates(tx, staff, { where: and(theirs, isWaiting), limit: bulkLimit })
  return waiting.map(seenOf)
}

function endOf(lasts: BanInput["lasts"]): Date | null {
  const days = banLengths[lasts]
  return days === null ? null : new Date(Date.now() + days * 86_400_000)
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b
  return a < b ? a : b
}
