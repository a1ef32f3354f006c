import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { numbers } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import { mustModerate } from "@/lib/auth/must-moderate"
import type { Staff } from "@/lib/auth/staff"
import type { CommentStatus, Verdict } from "@/lib/comments/types"
import type { BulkScope } from "@/lib/moderation/bulk/input"
import { bulkLimit, countLeft, type LeftAlone, noneLeft, seenOf } from "@/lib/moderation/bulk/policy"
import { withinScope } from "@/lib/moderation/bulk/scope"
import type { Candidate } from "@/lib/moderation/decisions/candidate"
import { listCandidates } from "@/lib/moderation/decisions/candidates"
import { judgeDecision } from "@/lib/moderation/decisions/judge"
import type { Seen } from "@/lib/moderation/decisions/types"

/** So many texts are shown before many comments are decided about. */
const textsShown = 20

const storiesShown = 5

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
  const perStory = tally(candidates)
  const top = [...perStory].sort(([, a], [, b]) => b - a).slice(0, storiesShown)
  const [stories, texts] = await Promise.all([
    listStories(top.map(([id]) => id)),
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
    stories: top.flatMap(([id, count]) => {
      const story = stories.find((row) => row.id === id)
      return story ? [{ slug: story.slug, title: story.title, count }] : []
    }),
    storyCount: perStory.size,
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

function whatChanges(staff: Staff, candidates: readonly Candidate[], verdict: Verdict) {
  const left = noneLeft()
  let changes = 0
  for (const candidate of candidates) {
    const seen = seenOf(candidate)
    const judgement = judgeDecision(candidate, { verdict, seen, staffId: staff.id, batch: true })
    if (judgement === "changes") changes++
    else countLeft(left, judgement)
  }
  return { changes, left }
}

function countStatuses(candidates: readonly Candidate[]): BulkPreview["counts"] {
  const counts = { pending: 0, approved: 0, rejected: 0, spam: 0, deleted: 0 }
  for (const { status } of candidates) counts[status]++
  return counts
}

function tally(candidates: readonly Candidate[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { postId } of candidates) counts.set(postId, (counts.get(postId) ?? 0) + 1)
  return counts
}

function listStories(ids: number[]) {
  return database()
    .select({ id: posts.id, slug: posts.slug, title: posts.title })
    .from(posts)
    .where(sql`${posts.id} in ${numbers(ids)}`)
}

function listTexts(ids: number[]) {
  return database()
    .select({
      id: comments.id,
      name: comments.name,
      body: sql<string>`case when length(${comments.body}) > 500 then left(${comments.body}, 499) || '…' else ${comments.body} end`,
      status: comments.status,
      slug: posts.slug,
      title: posts.title,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(sql`${comments.id} in ${numbers(ids)}`)
    .orderBy(asc(comments.id))
}
