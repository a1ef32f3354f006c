import "server-only"
import { and, desc, eq, gte, ilike, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { posts } from "@/db/schema/posts"
import { subjectNames } from "@/lib/audit/log/actions"
import type { LogAddress } from "@/lib/audit/log/filters"
import type { AuditSubject } from "@/lib/audit/types"
import { addDays, startOfDay } from "@/lib/text/time-zone"

/** Which events a page of the log shows to somebody who reads of these subjects. */
export function whereAsked(
  asked: LogAddress,
  { subjects, timeZone }: { subjects: readonly AuditSubject[]; timeZone: string },
): SQL | undefined {
  const event = auditEvents
  return and(
    isAbout(asked.subject ? [asked.subject] : subjectNames, subjects),
    asked.before ? lt(event.id, asked.before) : undefined,
    asked.person === "nobody" ? isNull(event.staffId) : undefined,
    typeof asked.person === "number" ? eq(event.staffId, asked.person) : undefined,
    asked.action ? eq(event.action, asked.action) : undefined,
    asked.reason ? eq(event.reason, asked.reason) : undefined,
    asked.comment ? eq(event.commentId, asked.comment) : undefined,
    asked.batch ? eq(event.batchId, asked.batch) : undefined,
    asked.from ? gte(event.createdAt, startOfDay(asked.from, timeZone)) : undefined,
    asked.to ? lt(event.createdAt, startOfDay(addDays(asked.to, 1), timeZone)) : undefined,
    asked.story ? isAboutStory(asked.story) : undefined,
  )
}

/**
 * Events about one of these subjects, as far as somebody reads of them. Of stories, moderators read the changes of how
 * comments are taken on, which are the only ones that are ever taken back.
 */
export function isAbout(wanted: readonly AuditSubject[], readable: readonly AuditSubject[]): SQL | undefined {
  const subjects = wanted.filter((subject) => readable.includes(subject))
  if (subjects.length === subjectNames.length) return undefined
  const { subject, postId, action } = auditEvents
  const modes =
    wanted.includes("post") && readable.includes("comment")
      ? and(isNotNull(postId), inArray(action, ["comment_mode_set", "undone"]))
      : undefined
  return or(inArray(subject, subjects), modes)
}

/** About the story itself or a comment on it; each way by its own index. */
function isAboutStory(words: string): SQL {
  return sql`${auditEvents.id} in (
    select e.id from audit_events as e where e.post_id in ${storiesLike(words)}
    union all
    select e.id from audit_events as e join comments as c on c.id = e.comment_id where c.post_id in ${storiesLike(words)})`
}

/** The story with this address, or the newest whose titles hold these words as they stand. */
function storiesLike(words: string) {
  const slug = words.replace(/^.*\/posts\//, "")
  return database()
    .select({ id: posts.id })
    .from(posts)
    .where(or(eq(posts.slug, slug), ilike(posts.title, `%${words.replace(/[\\%_]/g, "\\$&")}%`)))
    .orderBy(desc(posts.id))
    .limit(50)
}
