import "server-only"
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { cache } from "react"
import { database } from "@/db/client"
import { posts } from "@/db/schema/posts"
import { may, type Staff } from "@/lib/auth/staff"
import { bylineNames } from "@/lib/posts/desk-queries"
import { overdueCause } from "@/lib/posts/due-stories"
import { isSlug } from "@/lib/posts/is-slug"

const mostListed = 20

/** Scheduled stories that should be out and are not, longest overdue first; nothing for those who publish none. */
export async function listOverdueStories(staff: Staff) {
  if (!may(staff, "posts.publish")) return []
  return database()
    .select({
      id: posts.id,
      title: posts.title,
      at: sql<Date>`${posts.publishAt}`.mapWith(posts.publishAt),
      byline: bylineNames,
      why: overdueCause,
    })
    .from(posts)
    .where(and(eq(posts.status, "scheduled"), isNotNull(overdueCause)))
    .orderBy(asc(posts.publishAt), asc(posts.id))
    .limit(mostListed)
}

/** A story's dates, for those who may change them; null where there is none. */
export async function getDatedStory(staff: Staff, id: number) {
  if (!may(staff, "posts.publish")) return null
  const { title, slug, status, version, publishedAt, publishAt, dateShown, embargoUntil, withdrawalNotice } =
    posts
  const [story] = await database()
    .select({
      id: posts.id,
      title,
      slug,
      status,
      version,
      publishedAt,
      publishAt,
      dateShown,
      embargoUntil,
      withdrawalNotice,
    })
    .from(posts)
    .where(and(eq(posts.id, id), isNull(posts.trashedAt), isNull(posts.deletedAt)))
  return story ?? null
}

/** Its address now, or one that readers knew it under. */
const isAddress = (slug: string) =>
  sql`(${posts.slug} = ${slug} or ${posts.id} = (select s.post_id from post_slugs as s where s.slug = ${slug}))`

/** What stands at the address of a withdrawn story; null where it answers as an unknown one does. */
export const getWithdrawalNotice = cache(async (slug: string): Promise<string | null> => {
  if (!isSlug(slug)) return null
  const [row] = await database()
    .select({ notice: posts.withdrawalNotice })
    .from(posts)
    .where(and(isAddress(slug), sql`${posts.status} <> 'published' and ${posts.withdrawalNotice} <> ''`))
  return row?.notice ?? null
})
