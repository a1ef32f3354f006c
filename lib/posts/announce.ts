import "server-only"
import { and, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { lock } from "@/db/locks"
import { posts } from "@/db/schema/posts"
import type { Changed } from "@/db/transaction"
import { type StoryFace, type StoryView, tagsOfStory } from "@/lib/posts/cache-tags"
import { listFrontPlaces } from "@/lib/posts/front-page"
import { monthOf } from "@/lib/posts/month"
import { bylinesOnCard, dated, published, tagsOnCard } from "@/lib/posts/published"
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

/** The same for stories of which readers see nothing until `work` has published them, as one change. */
export async function announceNewStories<T>(
  { tx, changed, ids }: { tx: Transaction; changed: Changed; ids: readonly number[] },
  work: () => Promise<T>,
): Promise<T> {
  await lock(tx, "sections")
  const before = { story: null, ...(await surroundings(tx)) }
  const result = await work()
  const after = await surroundings(tx)
  for (const story of await facesOf(tx, ids)) changed(...tagsOfStory(before, { story, ...after }))
  return result
}

async function viewOf(tx: Transaction, postId: number): Promise<StoryView> {
  const [story = null] = await facesOf(tx, [postId])
  return { story, ...(await surroundings(tx)) }
}

async function surroundings(tx: Transaction): Promise<Omit<StoryView, "story">> {
  return { sections: await getSections(tx), front: await listFrontPlaces(tx) }
}

/** Those of the stories that readers see. */
async function facesOf(tx: Transaction, ids: readonly number[]): Promise<StoryFace[]> {
  const rows = await tx
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
    .where(and(sql`${posts.id} in ${numbers(ids)}`, published))
  return rows.map(dated).map(({ body, stored, ...story }) => {
    const settings = settingsIn(stored)
    const month = monthOf(story.publishedAt, settings.timeZone)
    const standfirst = summary({ standfirst: story.standfirst, body })
    return { ...story, commentMode: modeOf(story, settings), standfirst, month }
  })
}
