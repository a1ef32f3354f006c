import "server-only"
import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { posts } from "@/db/schema/posts"
import type { Changed } from "@/db/transaction"
import { type StoryView, tagsOfStory } from "@/lib/posts/cache-tags"
import { listFrontPlaces } from "@/lib/posts/front-page"
import { monthOf } from "@/lib/posts/month"
import { bylinesOnCard, tagsOnCard } from "@/lib/posts/published"
import { getSections } from "@/lib/posts/section-queries"
import { summary } from "@/lib/posts/summary"
import { modeOf } from "@/lib/settings/comment-modes"
import { settingsIn, storedSettings } from "@/lib/settings/queries"

/**
 * Runs a change of a published story, or one that publishes it or takes it back, and names the cache tags of what readers
 * see differently, by what they could see before and what they see after it.
 */
export async function announceStoryChanges<T>(
  { tx, changed, postId }: { tx: Transaction; changed: Changed; postId: number },
  work: () => Promise<T>,
): Promise<T> {
  // One at a time: of two changes at once neither would see that together they make other sections.
  await lock(tx, "sections")
  const before = await viewOf(tx, postId)
  const result = await work()
  changed(...tagsOfStory(before, await viewOf(tx, postId)))
  return result
}

async function viewOf(tx: Transaction, postId: number): Promise<StoryView> {
  const [row] = await tx
    .select({
      version: posts.version,
      slug: posts.slug,
      title: posts.title,
      standfirst: posts.standfirst,
      body: sql<unknown>`case when ${posts.standfirst} = '' then ${posts.body} end`,
      picture: posts.picture,
      leadMediaId: posts.leadMediaId,
      offFrontPage: posts.offFrontPage,
      isElsewhere: sql<boolean>`${posts.canonicalUrl} <> ''`,
      commentMode: posts.commentMode,
      publishedAt: posts.publishedAt,
      bylines: bylinesOnCard,
      tags: tagsOnCard,
      stored: storedSettings,
    })
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.status, "published")))
  const [sections, front] = [await getSections(tx), await listFrontPlaces(tx)]
  if (!row?.publishedAt) return { story: null, sections, front }
  const { body, publishedAt, stored, ...story } = row
  const settings = settingsIn(stored)
  const month = monthOf(publishedAt, settings.timeZone)
  const commentMode = modeOf({ ...story, publishedAt }, settings)
  const standfirst = summary({ standfirst: story.standfirst, body })
  return { story: { ...story, commentMode, standfirst, month }, sections, front }
}
