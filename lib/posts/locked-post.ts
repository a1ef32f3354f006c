import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lockShared } from "@/db/locks"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import { type Changed, transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { maySee } from "@/lib/posts/policy"
import {
  type OwnedPost,
  type SaveOutcome,
  type StoredPost,
  saved,
  type WorkingCopy,
} from "@/lib/posts/save-outcome"
import { listStoredBylines } from "@/lib/posts/story-bylines"

type LockedPost = { ok: true; post: OwnedPost } | { ok: false; reason: "not-found" | "in-trash" }

/**
 * The row, locked until the transaction ends, or why there is none to change: this person may know of none, or it is in
 * the trash. The one guard of the trash: every change of a story but those of the trash itself locks it here.
 */
export async function lockPost(tx: Transaction, staff: Staff, id: number): Promise<LockedPost> {
  const post = await lockPostOrTrashed(tx, staff, id)
  if (!post) return { ok: false, reason: "not-found" }
  return post.trashedAt ? { ok: false, reason: "in-trash" } : { ok: true, post }
}

type Work<Outcome> = (change: { tx: Transaction; changed: Changed; post: OwnedPost }) => Promise<Outcome>

/** Changes a story that is locked, with whom it credits, in a transaction: all or nothing. */
export function onLockedPost<Outcome>(
  staff: Staff,
  id: number,
  work: Work<Outcome>,
): Promise<Outcome | (LockedPost & { ok: false })> {
  return transaction(async (tx, changed) => {
    // Before the story's row: profiles are merged meanwhile.
    await lockShared(tx, "bylines")
    const locked = await lockPost(tx, staff, id)
    return locked.ok ? work({ tx, changed, post: locked.post }) : locked
  })
}

/** The same with what is in the trash, for those who throw it there, restore it or delete it. */
export async function lockPostOrTrashed(
  tx: Transaction,
  staff: Staff,
  id: number,
): Promise<OwnedPost | null> {
  const [post] = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.id, id), isNull(posts.deletedAt)))
    .for("update")
  if (!post) return null
  // After the lock: somebody who was waited for can have changed them.
  const bylines = await listStoredBylines(tx, id)
  const owned = { ...post, authorIds: bylines.map(({ authorId }) => authorId) }
  return maySee(staff, owned) ? owned : null
}

/**
 * Which version of a story somebody has seen once they changed it without its text: still the old one where they had not
 * seen the newest text, so that their next save is refused as stale.
 */
export function versionSeen(
  seen: { version: number },
  { before, after }: Record<"before" | "after", { version: number }>,
): number {
  return seen.version === before.version ? after.version : seen.version
}

type Held = { staff: Staff; post: StoredPost; working: WorkingCopy | null }

/** Tells somebody who saved meanwhile. */
export async function staleOf(
  tx: Transaction,
  { staff, post, working }: Held,
): Promise<SaveOutcome & { ok: false }> {
  const own = post.updatedBy === staff.id
  const by = await nameOf(tx, post.updatedBy)
  return { ok: false, reason: "stale", by, own, post: saved(post, working) }
}

async function nameOf(tx: Transaction, staffId: number | null): Promise<string | null> {
  if (staffId === null) return null
  const [row] = await tx.select({ name: staffTable.name }).from(staffTable).where(eq(staffTable.id, staffId))
  return row?.name ?? null
}
