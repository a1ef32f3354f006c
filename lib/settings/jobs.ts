import "server-only"
import { announce, cacheTagsChannel } from "@/db/cache-tags"
import type { Lane } from "@/lib/jobs/types"
import { findClosings, longestBetweenLooks } from "@/lib/settings/closing"

/** Changes after which the next closing may be another one. */
const movesClosings = new Set(["everything", "lists", "report", "rules"])

/**
 * Drops the pages of each story from this instance's store at the moment its comments close. Each instance runs its own,
 * by the clock that its pages are rendered by; nothing is written.
 */
export function closingLane(): Lane {
  // What closes while the database is away is found when it is back.
  let lookedAt = new Date()
  return {
    name: "closing comments",
    wokenBy: { channel: cacheTagsChannel, filter: (tag) => movesClosings.has(tag) },
    longestWait: longestBetweenLooks,
    async runDue() {
      const now = new Date()
      const { closed, next } = await findClosings(lookedAt, now)
      announce(closed.map((slug) => `form:${slug}` as const))
      lookedAt = now
      return next && next.getTime() - Date.now()
    },
  }
}
