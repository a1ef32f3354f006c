import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lockShared } from "@/db/locks"
import { posts } from "@/db/schema/posts"
import { type Changed, transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import type { AuditAction } from "@/lib/audit/types"
import type { Staff } from "@/lib/auth/staff"
import { lockPostOrTrashed } from "@/lib/posts/locked-post"
import { noticeTags } from "@/lib/posts/notice-tags"
import type { OwnedPost, StoredPost } from "@/lib/posts/save-outcome"
import { emptyStory } from "@/lib/posts/trash/empty-story"
import { mayArchive, mayDelete, mayRestore, mayTrash } from "@/lib/posts/trash/policy"
import type { TrashOutcome, TrashRefusal } from "@/lib/posts/trash-types"

/** Throws a story away that readers do not see. It can be restored until it is deleted for good. */
export async function trashPost(staff: Staff, id: number): Promise<TrashOutcome> {
  return decide(staff, id, async (tx, post) => {
    if (post.trashedAt) return unchanged
    if (!mayTrash(staff, post)) return { ok: false, reason: whyKept(post) }
    await set(tx, post, { trashedAt: sql`now()`, trashedBy: staff.id })
    return note(tx, { staff, post, action: "post_trashed" })
  })
}

/** Takes a story out of the trash, as it was. */
export async function restorePost(staff: Staff, id: number): Promise<TrashOutcome> {
  return decide(staff, id, async (tx, post) => {
    if (!post.trashedAt) return unchanged
    if (!mayRestore(staff, post)) return { ok: false, reason: "not-allowed" }
    await set(tx, post, { trashedAt: null, trashedBy: null })
    return note(tx, { staff, post, action: "post_untrashed" })
  })
}

/** Deletes a story in the trash with all of its versions. Nothing brings it back. */
export async function deletePost(staff: Staff, id: number): Promise<TrashOutcome> {
  return decide(staff, id, async (tx, post, changed) => {
    if (!post.trashedAt) return { ok: false, reason: "not-in-trash" }
    if (!mayDelete(staff, post)) return { ok: false, reason: "not-allowed" }
    changed(...(await noticeTags(tx, [post])))
    await emptyStory(tx, post.id)
    return note(tx, { staff, post, action: "post_deleted" })
  })
}

/** Has the desk's lists leave a story out. Readers see no difference. */
export async function archivePost(staff: Staff, id: number): Promise<TrashOutcome> {
  return decide(staff, id, async (tx, post) => {
    if (post.trashedAt) return { ok: false, reason: "in-trash" }
    if (!mayArchive(staff, post)) return { ok: false, reason: "not-allowed" }
    if (post.archivedAt) return unchanged
    await set(tx, post, { archivedAt: sql`now()` })
    return note(tx, { staff, post, action: "post_archived" })
  })
}

/** Has the desk's lists show a story again. */
export async function unarchivePost(staff: Staff, id: number): Promise<TrashOutcome> {
  return decide(staff, id, async (tx, post) => {
    if (post.trashedAt) return { ok: false, reason: "in-trash" }
    if (!mayArchive(staff, post)) return { ok: false, reason: "not-allowed" }
    if (!post.archivedAt) return unchanged
    await set(tx, post, { archivedAt: null })
    return note(tx, { staff, post, action: "post_unarchived" })
  })
}

const unchanged: TrashOutcome = { ok: true, changed: false }

type Rule = (tx: Transaction, post: OwnedPost, changed: Changed) => Promise<TrashOutcome>

function decide(staff: Staff, id: number, rule: Rule): Promise<TrashOutcome> {
  return transaction<TrashOutcome>(async (tx, changed) => {
    await lockShared(tx, "bylines")
    const post = await lockPostOrTrashed(tx, staff, id)
    return post ? rule(tx, post, changed) : { ok: false, reason: "not-found" }
  })
}

function whyKept({ status }: StoredPost): TrashRefusal {
  if (status === "published") return "is-published"
  if (status === "scheduled") return "is-scheduled"
  return status === "draft" || status === "withdrawn" ? "not-allowed" : "in-review"
}

type Moved = Parameters<ReturnType<Transaction["update"]>["set"]>[0]

async function set(tx: Transaction, post: StoredPost, values: Moved): Promise<void> {
  await tx.update(posts).set(values).where(eq(posts.id, post.id))
}

type Note = { staff: Staff; post: StoredPost; action: AuditAction }

async function note(tx: Transaction, { staff, post, action }: Note): Promise<TrashOutcome> {
  await recordEvent(tx, { postId: post.id, staffId: staff.id, action, version: post.version })
  return { ok: true, changed: true }
}
