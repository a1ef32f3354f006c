import "server-only"
import { and, eq, gt, lte, type SQL, sql } from "drizzle-orm"
import { announce, cacheTagsChannel, mostTags } from "@/db/cache-tags"
import type { Queryable } from "@/db/client"
import { database } from "@/db/client"
import { posts } from "@/db/schema/posts"
import { closesAt, type SiteRules } from "@/lib/settings/comment-modes"
import { getSettings } from "@/lib/settings/queries"

/** Looks again after this long in any case: a story may have been given another date, a notification may be lost. */
const longestSleep = 60_000

/** Changes after which the next closing may be another one. */
const movesClosings = new Set(["everything", "lists", "report"])

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
  const lately = sql`now() - ${2 * longestSleep}::int * interval '1 millisecond'`
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

/**
 * Drops the pages of each story from this instance's store at the moment its comments close. Each instance runs its own,
 * by the clock that its pages are rendered by; nothing is written.
 */
export async function startClosings(): Promise<{ stop(): Promise<void> }> {
  let lookedAt = new Date()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let looking: Promise<void> | undefined
  let again = false

  async function look(): Promise<void> {
    let sleep = longestSleep
    try {
      const now = new Date()
      const { closed, next } = await findClosings(lookedAt, now)
      announce(closed.map((slug) => `form:${slug}` as const))
      lookedAt = now
      if (next) sleep = Math.min(sleep, next.getTime() - Date.now())
    } catch (error) {
      // The database is away. What closes meanwhile is found when it is back, since `lookedAt` stays.
      console.error(`Closings wait: ${error instanceof Error ? error.message : "unknown"}`)
      sleep = 5_000
    }
    if (!stopped) timer = setTimeout(wake, Math.max(sleep, 10))
  }

  function wake(): void {
    clearTimeout(timer)
    if (stopped) return
    if (looking) again = true
    else
      looking = look().finally(() => {
        looking = undefined
        if (again) {
          again = false
          wake()
        }
      })
  }

  const subscription = await database().$client.listen(
    cacheTagsChannel,
    (tag) => movesClosings.has(tag) && wake(),
    wake,
  )
  wake()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
      await subscription.unlisten().catch(() => {})
    },
  }
}
