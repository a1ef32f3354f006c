import "server-only"
import { isDeepStrictEqual } from "node:util"
import { sql } from "drizzle-orm"
import { type CacheTag, mostTags } from "@/db/cache-tags"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import type { Changed } from "@/db/transaction"
import { listFrontPlaces } from "@/lib/posts/front-page"
import { getSections } from "@/lib/posts/section-queries"

type Named = { slug: string; name: string }
type Story = { id: string; slug: string; tags: Named[] }

/**
 * Runs a change of a tag, and names the cache tags of what readers see differently: the stories that had it, lists where
 * it stands above a headline, the frame and the front page.
 */
export async function announceTagChange<T>(
  { tx, changed, tagId }: { tx: Transaction; changed: Changed; tagId: number },
  work: () => Promise<T>,
): Promise<T> {
  const ids = await tx.execute<{ id: string }>(sql`
    select p.id from posts p join post_tags pt on pt.post_id = p.id
    where pt.tag_id = ${tagId} and p.status = 'published' limit ${mostTags + 1}`)
  const look = async () => ({
    stories: await listTagged(
      tx,
      ids.map(({ id }) => Number(id)),
    ),
    sections: await getSections(tx),
    front: await listFrontPlaces(tx),
  })
  const before = await look()
  const result = await work()
  const after = await look()
  if (!isDeepStrictEqual(before.sections, after.sections)) changed("frame")
  if (!isDeepStrictEqual(before.front, after.front)) changed("front")
  for (const [at, story] of before.stories.entries()) changed(...tagsOf(story, after.stories[at]))
  return result
}

function tagsOf(before: Story, after: Story | undefined): CacheTag[] {
  if (isDeepStrictEqual(before.tags, after?.tags)) return []
  const isOnCard = !isDeepStrictEqual(before.tags[0], after?.tags[0])
  return [`post:${before.slug}`, ...(isOnCard ? [`card:${before.slug}` as const] : [])]
}

async function listTagged(tx: Transaction, ids: readonly number[]): Promise<Story[]> {
  return tx.execute<Story>(sql`
    select p.id, p.slug, (
      select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) order by pt.position, t.id)
      from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = p.id) as tags
    from posts p where p.id in ${numbers(ids)} order by p.id`)
}
