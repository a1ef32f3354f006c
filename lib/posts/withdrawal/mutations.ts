import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { posts } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { announceStoryChanges } from "@/lib/posts/announce"
import { endLive } from "@/lib/posts/keep-revision"
import { onLockedPost, versionSeen } from "@/lib/posts/locked-post"
import { mayPublish } from "@/lib/posts/policy"
import { endPreviews } from "@/lib/posts/preview-links/mutations"
import { refuse, type SavedPost, type SaveOutcome, type StoredPost, saved } from "@/lib/posts/save-outcome"
import { recordStep } from "@/lib/posts/step-events"
import { findWorkingCopy, wantedOf } from "@/lib/posts/working-copy"
import { writePost } from "@/lib/posts/write-post"

/**
 * Withdraws a story: readers no longer find it, or find a notice in its place, and its share links end; a note is for
 * whoever began it. It saves no text and works whoever saved meanwhile, since it can be urgent.
 */
export async function unpublishPost(
  staff: Staff,
  seen: { id: number; version: number },
  { notice = "", note = "" }: { notice?: string; note?: string } = {},
): Promise<SaveOutcome> {
  return onLockedPost<SaveOutcome>(staff, seen.id, async ({ tx, changed, post }) => {
    if (!mayPublish(staff)) return refuse("not-allowed")
    if (post.status !== "published") return { ok: true, post: saved(post), changed: false }
    const row = await announceStoryChanges({ tx, changed, postId: post.id }, async () => {
      const withdrawn = await withdraw(tx, staff, { post, note: note || notice })
      await endPreviews(tx, post.id)
      if (notice) await tx.update(posts).set({ withdrawalNotice: notice }).where(eq(posts.id, post.id))
      return withdrawn
    })
    return { ok: true, post: { ...row, version: versionSeen(seen, { before: post, after: row }) } }
  })
}

async function withdraw(
  tx: Transaction,
  staff: Staff,
  { post, note }: { post: StoredPost; note: string },
): Promise<SavedPost> {
  const working = await findWorkingCopy(tx, post)
  if (working) {
    // The newest words are the story's own from now on, unless they cannot be: then they stay among its revisions.
    // The address stays that which readers know: it is where they look for a notice.
    const wanted = { ...wantedOf(post, working.content), slug: post.slug }
    const outcome = await writePost(tx, { staff, post, wanted, status: "withdrawn", note })
    if (outcome.ok) return outcome.post
  }
  await endLive(tx, post.liveRevisionId)
  const [row] = await tx
    .update(posts)
    .set({
      status: "withdrawn",
      version: post.version + 1,
      updatedAt: sql`now()`,
      updatedBy: staff.id,
      workingRevisionId: post.liveRevisionId,
      liveRevisionId: null,
      approvedRevisionId: null,
      approvedBy: null,
      proposal: null,
    })
    .where(eq(posts.id, post.id))
    .returning()
  if (!row) throw new Error("The database gave no story back.")
  await recordStep(tx, { staff, before: post, after: row, note })
  return saved(row)
}
