import "server-only"
import { and, eq, gt, lte, type SQL, sql } from "drizzle-orm"
import { mostTags } from "@/db/cache-tags"
import type { Queryable } from "@/db/client"
import { database } from "@/db/client"
import { posts } from "@/db/schema/posts"
import { closesAt, type SiteRules } from "@/lib/settings/comment-modes"
import { getSettings } from "@/lib/settings/queries"

/** Closings are looked for this often at least: a story may have been given another date. */
export const longestBetweenLooks = 60_000

/** Stories whose comments closed by age. Nothing is written then, so their pages are dropped here. */
type Closings = {
  /** Slugs of published stories that were open and closed after `since`, up to `now`. */
  closed: string[]
  /** When the next one closes, if any. */
  next: Date | null
}

/** What closed by age between two moments, and what comes next. */
export async function findClosings(since: Date, now: Date): Promise<Closings> {
  const site = await getSettings()
  const days = site.commentsCloseAfterDays
  if (days === 0) return { closed: [], next: null }
  const born = (closing: Date) => new Date(closing.getTime() - days * 86_400_000)
  const published = eq(posts.status, "published")
  const open = sql`coalesce(${posts.commentMode}, ${site.commentMode}::comment_mode) <> 'closed'`
  const [closed, [next]] = await Promise.all([
    database()
      .select({ slug: posts.slug })
      .from(posts)
      .where(and(published, open, gt(posts.publishedAt, born(since)), lte(posts.publishedAt, born(now)))),
    database()
      .select({ publishedAt: posts.publishedAt, commentMode: posts.commentMode })
      .from(posts)
      .where(and(published, gt(posts.publishedAt, born(now))))
      .orderBy(sql`${posts.publishedAt}`)
      .limit(1),
  ])
  return { closed: closed.map(({ slug }) => slug), next: next ? closesAt(next, site) : null }
}

/** The slugs of published stories that a change of the rules opens or closes; at most one more than there are tags for. */
export async function listTurned(db: Queryable, before: SiteRules, after: SiteRules): Promise<string[]> {
  const same = (key: keyof SiteRules) => before[key] === after[key]
  if (same("commentMode") && same("commentsCloseAfterDays")) return []
  const closed = isClosed(after, sql`now()`)
  // What has just closed by the rules before may not have been announced yet, and will not be by those after.
  const lately = sql`now() - ${2 * longestBetweenLooks}::int * interval '1 millisecond'`
  const rows = await db
    .select({ slug: posts.slug })
    .from(posts)
    .where(
      and(
        eq(posts.status, "published"),
        sql`(${isClosed(before, sql`now()`)} <> ${closed} or ${isClosed(before, lately)} <> ${closed})`,
      ),
    )
    .limit(mostTags + 1)
  return rows.map(({ slug }) => slug)
}

/** Whether a story takes no comments, as `modeOf` says. */
function isClosed({ commentMode, commentsCloseAfterDays: days }: SiteRules, at: SQL): SQL {
  const byAge = sql`${days}::int > 0 and ${posts.publishedAt} <= ${at} - ${days}::int * interval '24 hours'`
  return sql`(coalesce(${posts.commentMode}, ${commentMode}::comment_mode) = 'closed' or ${byAge})`
}
