import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { postRevisions } from "@/db/schema/post-revisions"
import type { Staff } from "@/lib/auth/staff"
import { isOwn } from "@/lib/posts/policy"
import { contentOf, isSameContent } from "@/lib/posts/revision-content"
import type { StoredPost } from "@/lib/posts/save-outcome"
import { listStoredBylines } from "@/lib/posts/story-bylines"
import type { Wanted } from "@/lib/posts/wanted"
import { readSetting } from "@/lib/settings/queries"

type Asked = { staff: Staff; post: StoredPost; wanted: Wanted }

/**
 * Whether the publication's rule keeps somebody from showing readers these words: the rule is on, the story is their own,
 * and nobody else has approved just these words.
 */
export async function lacksApproval(tx: Transaction, { staff, post, wanted }: Asked): Promise<boolean> {
  if (!(await readSetting(tx, "approvalByAnother")) || !(await concernsOwn(tx, { staff, post, wanted })))
    return false
  if (post.approvedRevisionId === null || post.approvedBy === staff.id) return true
  const [approved] = await tx
    .select({ content: postRevisions.content })
    .from(postRevisions)
    .where(eq(postRevisions.id, post.approvedRevisionId))
  const content = contentOf({ ...wanted, slug: wanted.slug || post.slug })
  return !approved || !isSameContent(approved.content, content)
}

/** Whether the publication's rule keeps somebody from approving a story: it is their own. */
export async function mayNotApprove(tx: Transaction, asked: Asked): Promise<boolean> {
  return (await readSetting(tx, "approvalByAnother")) && concernsOwn(tx, asked)
}

/** Theirs too where it credited them until now: leaving oneself out changes nothing. */
async function concernsOwn(tx: Transaction, { staff, post, wanted }: Asked): Promise<boolean> {
  const credited = [...wanted.bylines, ...(await listStoredBylines(tx, post.id))]
  return isOwn(staff, { ...post, authorIds: credited.map(({ authorId }) => authorId) })
}

/** Who has approved which words: forgotten where the story is in its writer's hands again, or was taken from readers. */
export function approvalColumns(
  status: StoredPost["status"],
  by: { revisionId: number | null; staffId: number } | null,
) {
  if (by) return { approvedRevisionId: by.revisionId, approvedBy: by.staffId }
  const keeps = status === "approved" || status === "scheduled" || status === "published"
  return keeps ? {} : { approvedRevisionId: null, approvedBy: null }
}
