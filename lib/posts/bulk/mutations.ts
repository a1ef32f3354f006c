import "server-only"
import type { Staff } from "@/lib/auth/staff"
import { setTagOfPost } from "@/lib/posts/bulk/tag-post"
import type { BulkAct, BulkRefusal, BulkResult } from "@/lib/posts/bulk/types"
import { archivePost, deletePost, restorePost, trashPost, unarchivePost } from "@/lib/posts/trash/mutations"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"

type Bulk = { act: BulkAct; ids: readonly number[]; tag: string }
type Outcome = { ok: true; changed: boolean } | { ok: false; reason: BulkRefusal }

/** Does the same with several stories, each as if alone and in a transaction of its own, and answers what came of it. */
export async function actInBulk(staff: Staff, { act, ids, tag }: Bulk): Promise<BulkResult> {
  const result: BulkResult = { done: [], same: 0, left: {} }
  for (const id of ids) {
    const outcome = await acts[act](staff, id, tag)
    if (!outcome.ok) result.left[outcome.reason] = (result.left[outcome.reason] ?? 0) + 1
    else if (outcome.changed) result.done.push(id)
    else result.same += 1
  }
  return result
}

const acts: Record<BulkAct, (staff: Staff, id: number, tag: string) => Promise<Outcome>> = {
  trash: trashPost,
  restore: restorePost,
  delete: deletePost,
  archive: archivePost,
  unarchive: unarchivePost,
  tag: (staff, id, tag) => setTagOfPost(staff, { id, tag, has: true }),
  untag: (staff, id, tag) => setTagOfPost(staff, { id, tag, has: false }),
  unpublish,
}

/** Whatever version it has: withdrawing saves no text. */
async function unpublish(staff: Staff, id: number): Promise<Outcome> {
  const outcome = await unpublishPost(staff, { id, version: 0 })
  return outcome.ok ? { ok: true, changed: outcome.changed !== false } : outcome
}
