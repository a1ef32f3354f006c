import "server-only"
import { and, asc, eq, isNotNull, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { texts } from "@/db/lists"
import { auditEvents } from "@/db/schema/audit"
import { staff as staffTable } from "@/db/schema/staff"
import { selectEntries } from "@/lib/audit/log/entries"
import type { LogAddress } from "@/lib/audit/log/filters"
import type { LogEntry } from "@/lib/audit/log/types"
import { isAbout, whereAsked } from "@/lib/audit/log/where"
import { readableSubjects } from "@/lib/audit/policy"
import { may, rolesThatMay, type Staff } from "@/lib/auth/staff"
import { type Guarded, maySee } from "@/lib/posts/policy"
import { getSettings } from "@/lib/settings/queries"

const logPageSize = 50

export type LogPage = { entries: LogEntry[]; next: number | null }

/**
 * One page of what this person reads of the log, newest first. What was decided about many at once is one entry, unless
 * the page is about one comment, one story or the batch itself.
 */
export async function listLog(staff: Staff, asked: LogAddress): Promise<LogPage> {
  const subjects = readableSubjects(staff)
  const { timeZone } = await getSettings()
  const together = !asked.comment && !asked.batch && !asked.story
  const where = whereAsked(asked, { subjects, timeZone })
  const rows = await selectEntries(staff, where, { together, limit: logPageSize + 1 })
  const entries = rows.slice(0, logPageSize)
  return { entries, next: rows.length > logPageSize ? (entries.at(-1)?.id ?? null) : null }
}

/** What people decided last about comments, newest first; nothing for someone who may not read that. */
export async function listLatestDecisions(staff: Staff, limit: number): Promise<LogEntry[]> {
  if (!may(staff, "comments.moderate")) return []
  const where = and(
    isNotNull(auditEvents.staffId),
    isAbout(["comment", "ban", "settings", "post"], ["comment", "ban", "settings"]),
  )
  return selectEntries(staff, where, { together: true, limit })
}

/** A story's own part of the log, newest first, for whoever may see the story. */
export async function listStoryLog(staff: Staff, story: Guarded & { id: number }): Promise<LogEntry[]> {
  if (!maySee(staff, story)) return []
  return selectEntries(staff, eq(auditEvents.postId, story.id), { together: false, limit: logPageSize })
}

/** A page's own part of the log, newest first, for people who may edit pages. */
export async function listPageLog(staff: Staff, pageId: number): Promise<LogEntry[]> {
  if (!may(staff, "pages.edit")) return []
  return selectEntries(staff, eq(auditEvents.pageId, pageId), { together: false, limit: logPageSize })
}

/** Who can be chosen: everybody who may do what this person reads of, and whoever once decided about a comment. */
export async function listDeciders(staff: Staff): Promise<{ id: number; name: string }[]> {
  const subjects = readableSubjects(staff)
  const ofComments = subjects.includes("comment")
  const roles = texts([
    ...(ofComments ? rolesThatMay("comments.moderate") : []),
    ...(subjects.includes("post") ? rolesThatMay("posts.write-own") : []),
  ])
  return database()
    .select({ id: staffTable.id, name: staffTable.name })
    .from(staffTable)
    .where(
      sql`${staffTable.roles} && array${roles}::staff_role[] or (${ofComments} and exists (
        select from audit_events as e where e.staff_id = ${staffTable.id} and e.comment_id is not null))`,
    )
    .orderBy(asc(staffTable.name), asc(staffTable.id))
    .limit(500)
}
