import "server-only"
import type { Staff } from "@/lib/auth/staff"
import { mostIdsInNotice } from "@/lib/comments/desk-changes"
import { readChanges } from "@/lib/moderation/live/changes"
import { changedSince } from "@/lib/moderation/live/events"
import type { LiveNews } from "@/lib/moderation/live/news"
import { countQueues } from "@/lib/moderation/queue/counts"

/** What has happened since an event, and the counts in any case. */
export async function missedNews(staff: Staff, since: number | null): Promise<LiveNews> {
  const [counts, ids] = await Promise.all([
    countQueues(staff),
    since === null ? [] : changedSince(since, mostIdsInNotice),
  ])
  return { counts, changes: await readChanges(ids ?? []), all: ids === null }
}
