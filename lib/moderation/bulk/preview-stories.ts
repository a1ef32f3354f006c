import "server-only"
import { sql } from "drizzle-orm"
import { database } from "@/db/client"
import { numbers } from "@/db/lists"
import { posts } from "@/db/schema/posts"
import type { Candidate } from "@/lib/moderation/decisions/candidate"

const storiesShown = 5

/** How many stories these comments stand under, and those with most of them first, with how many. */
export async function countByStory(candidates: readonly Candidate[]) {
  const perStory = tally(candidates)
  const top = [...perStory].sort(([, a], [, b]) => b - a).slice(0, storiesShown)
  const found = await listStories(top.map(([id]) => id))
  const stories = top.flatMap(([id, count]) => {
    const story = found.find((row) => row.id === id)
    return story ? [{ slug: story.slug, title: story.title, count }] : []
  })
  return { stories, storyCount: perStory.size }
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
