import "server-only"
import { and, eq, gt, lte, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { announce, placesChannel } from "@/db/places"
import { posts } from "@/db/schema/posts"
import { closesAt } from "@/lib/comments/screening/modes"
import { getSettings } from "@/lib/settings/queries"

/** Looks again after this long in any case: a story may have been given another date, a word may have been lost. */
const longestSleep = 60_000

/** Changes after which the next closing may be another one. */
const telling = new Set(["everything", "lists"])

/** Comments on a story close by its age, which changes nothing in the database: who holds its pages is told here. */
type Closings = {
  /** Slugs of published stories that closed after `since`, up to `now`. */
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
  const [closed, [next]] = await Promise.all([
    database()
      .select({ slug: posts.slug })
      .from(posts)
      .where(and(published, gt(posts.publishedAt, born(since)), lte(posts.publishedAt, born(now)))),
    database()
      .select({ publishedAt: posts.publishedAt, commentMode: posts.commentMode })
      .from(posts)
      .where(and(published, gt(posts.publishedAt, born(now))))
      .orderBy(sql`${posts.publishedAt}`)
      .limit(1),
  ])
  return { closed: closed.map(({ slug }) => slug), next: next ? closesAt(next, site) : null }
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
      announce(closed.map((slug) => `post:${slug}` as const))
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

  const ears = await database().$client.listen(placesChannel, (place) => telling.has(place) && wake(), wake)
  wake()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
      await ears.unlisten().catch(() => {})
    },
  }
}
