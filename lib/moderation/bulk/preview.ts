import "server-only"
import { eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { mustModerate } from "@/lib/auth/must-moderate"
import type { Staff } from "@/lib/auth/staff"
import type { CommentStatus, Verdict } from "@/lib/comments/types"
import { bulkLimit, type LeftAlone, seenOf } from "@/lib/moderation/bulk/policy"
import { countByStory } from "@/lib/moderation/bulk/preview-stories"
import { listTexts } from "@/lib/moderation/bulk/preview-texts"
import { withinScope } from "@/lib/moderation/bulk/scope"
import type { BulkScope } from "@/lib/moderation/bulk/scope-address"
import { whatChanges } from "@/lib/moderation/bulk/what-changes"
import type { Candidate } from "@/lib/moderation/decisions/candidate"
import { listCandidates } from "@/lib/moderation/decisions/candidates"
import type { Seen } from "@/lib/moderation/decisions/types"

/** So many texts are shown before many comments are decided about. */
const textsShown = 20

export type BulkPreview = {
  counts: Record<CommentStatus, number>
  total: number
  /** Whether there are more than can be decided about at once. */
  more: boolean
  /** What each decision would do. */
  outcomes: Record<Verdict, { changes: number; left: LeftAlone }>
  seen: Seen[]
  /** Those with most of the comments first, and of how many. */
  stories: { slug: string; title: string; count: number }[]
  storyCount: number
  texts: { id: number; name: string; body: string; status: CommentStatus; slug: string; title: string }[]
}

/**
 * What a decision about many would meet: counts, and the words of the oldest. Changes nothing. Holds nothing of a
 * commenter's addresses.
 */
export async function previewBulk(staff: Staff, scope: BulkScope): Promise<BulkPreview> {
  mustModerate(staff)
  const db = database()
  const found = await listCandidates(db, staff, { where: withinScope(db, scope), limit: bulkLimit + 1 })
  const candidates = found.slice(0, bulkLimit)
  const [stories, texts] = await Promise.all([
    countByStory(candidates),
    listTexts(candidates.slice(0, textsShown).map(({ id }) => id)),
  ])
  return {
    counts: countStatuses(candidates),
    total: candidates.length,
    more: found.length > bulkLimit,
    outcomes: {
      approved: whatChanges(staff, candidates, "approved"),
      rejected: whatChanges(staff, candidates, "rejected"),
      spam: whatChanges(staff, candidates, "spam"),
    },
    seen: candidates.map(seenOf),
    ...stories,
    texts,
  }
}

/** Whose comments a scope is about, or `null` when that comment tells nothing any more. */
export async function findOccasion(
  staff: Staff,
  id: number,
): Promise<{ id: number; name: string; body: string; title: string; networkKept: boolean } | null> {
  mustModerate(staff)
  const [row] = await database()
    .select({
      id: comments.id,
      name: comments.name,
      body: sql<string>`left(${comments.body}, 300)`,
      title: posts.title,
      networkKept: sql<boolean>`${comments.networkHash} is not null`,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(sql`${comments.id} = ${id} and ${comments.status} <> 'deleted'`)
  return row ?? null
}

function countStatuses(candidates: readonly Candidate[]): BulkPreview["counts"] {
  const counts = { pending: 0, approved: 0, rejected: 0, spam: 0, deleted: 0 }
  for (const { status } of candidates) counts[status]++
  return counts
}
