import "server-only"
import {
  and,
  asc,
  desc,
  eq,
  gte,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { database } from "@/db/client"
import { texts } from "@/db/lists"
import { comments } from "@/db/schema/comments"
import { moderationBatches, moderationEvents } from "@/db/schema/events"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import { mustModerate } from "@/lib/auth/must-moderate"
import { may, rolesThatMay, type Staff } from "@/lib/auth/staff"
import { type ModerationAction, undoMinutes } from "@/lib/comments/types"
import type { LogAddress } from "@/lib/moderation/log/filters"
import { changesIn, type SettingChange } from "@/lib/settings/changes"
import { getSettings } from "@/lib/settings/queries"
import { dayAfter, startOfDay } from "@/lib/text/time-zone"

const logPageSize = 50

export type LogEntry = {
  id: number
  at: Date
  /** Null when the rules or the author acted. */
  by: string | null
  action: ModerationAction
  reason: string
  version: number | null
  /** The name is as its author typed it; never an address. */
  comment: { id: number; name: string; title: string; deleted: boolean } | null
  /** With others of its batch this is one entry: `count` of them, `about` in the words of whoever asked for it. */
  batch: { id: number; count: number; about: string; undone: boolean; undoable: boolean } | null
  /** The event that it takes back, and that one's place in the chain. */
  undoes: { id: number; action: ModerationAction; seq: number | null } | null
  seq: number | null
  /** Which settings were changed with it, and how. */
  settings: SettingChange[]
}

export type LogPage = { entries: LogEntry[]; next: number | null }

/**
 * One page of the log, newest first. What was decided about many at once is one entry, unless the page is about one
 * comment, one story or the batch itself.
 */
export async function listLog(staff: Staff, asked: LogAddress): Promise<LogPage> {
  mustModerate(staff)
  const { timeZone } = await getSettings()
  const together = !asked.comment && !asked.batch && !asked.story
  const rows = await selectEntries(and(...narrowed(asked, timeZone)), { together, limit: logPageSize + 1 })
  const entries = rows.slice(0, logPageSize)
  return { entries, next: rows.length > logPageSize ? (entries.at(-1)?.id ?? null) : null }
}

/** What people decided last, newest first; nothing for someone who may not read the log. */
export async function listLatestDecisions(staff: Staff, limit: number): Promise<LogEntry[]> {
  if (!may(staff, "comments.moderate")) return []
  return selectEntries(isNotNull(moderationEvents.staffId), { together: true, limit })
}

/** @param together whether what was decided about many at once is one entry */
async function selectEntries(
  where: SQL | undefined,
  { together, limit }: { together: boolean; limit: number },
): Promise<LogEntry[]> {
  const db = database()
  const same = alias(moderationEvents, "same")
  const undone = alias(moderationEvents, "undone")
  const last = db
    .select({ id: sql`max(${same.id})` })
    .from(same)
    .where(and(eq(same.batchId, moderationEvents.batchId), eq(same.action, moderationEvents.action)))
  const counted = db
    .select({ count: sql`count(*)` })
    .from(same)
    .where(and(eq(same.batchId, moderationEvents.batchId), eq(same.action, moderationEvents.action)))
  const rows = await db
    .select({
      id: moderationEvents.id,
      at: moderationEvents.createdAt,
      by: staffTable.name,
      action: moderationEvents.action,
      reason: moderationEvents.reason,
      version: moderationEvents.commentVersion,
      comment: {
        id: comments.id,
        name: comments.name,
        deleted: sql<boolean>`${comments.status} = 'deleted'`,
      },
      title: posts.title,
      batch: {
        id: moderationBatches.id,
        count: sql<number>`case when ${moderationEvents.batchId} is not null then (${counted}) end`.mapWith(
          Number,
        ),
        about: moderationBatches.about,
        undone: sql<boolean>`${moderationBatches.undoneAt} is not null`,
        undoable: sql<boolean>`${moderationBatches.createdAt} > now() - make_interval(mins => ${undoMinutes})`,
      },
      undoes: { id: undone.id, action: undone.action, seq: undone.chainSeq },
      seq: moderationEvents.chainSeq,
      detail: moderationEvents.detail,
    })
    .from(moderationEvents)
    .leftJoin(staffTable, eq(staffTable.id, moderationEvents.staffId))
    .leftJoin(comments, eq(comments.id, moderationEvents.commentId))
    .leftJoin(posts, eq(posts.id, comments.postId))
    .leftJoin(undone, eq(undone.id, moderationEvents.undoes))
    .leftJoin(moderationBatches, eq(moderationBatches.id, moderationEvents.batchId))
    .where(
      and(where, together ? or(isNull(moderationEvents.batchId), eq(moderationEvents.id, last)) : undefined),
    )
    .orderBy(desc(moderationEvents.id))
    .limit(limit)
  return rows.map(({ comment, title, batch, detail, ...row }) => ({
    ...row,
    settings: row.action === "settings_changed" ? changesIn(detail) : [],
    comment: comment && { ...comment, title: title ?? "" },
    batch: batch && (together ? batch : { ...batch, count: 1 }),
  }))
}

function narrowed(asked: LogAddress, timeZone: string): (SQL | undefined)[] {
  const event = moderationEvents
  return [
    asked.before ? lt(event.id, asked.before) : undefined,
    asked.person === "nobody" ? isNull(event.staffId) : undefined,
    typeof asked.person === "number" ? eq(event.staffId, asked.person) : undefined,
    asked.action ? eq(event.action, asked.action) : undefined,
    asked.reason ? eq(event.reason, asked.reason) : undefined,
    asked.comment ? eq(event.commentId, asked.comment) : undefined,
    asked.batch ? eq(event.batchId, asked.batch) : undefined,
    asked.from ? gte(event.createdAt, startOfDay(asked.from, timeZone)) : undefined,
    asked.to ? lt(event.createdAt, startOfDay(dayAfter(asked.to), timeZone)) : undefined,
    asked.story ? inArray(comments.postId, storiesLike(asked.story)) : undefined,
  ]
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

/** Who can be chosen: everybody who may decide, and whoever once did. */
export async function listDeciders(staff: Staff): Promise<{ id: number; name: string }[]> {
  mustModerate(staff)
  const roles = texts(rolesThatMay("comments.moderate"))
  return database()
    .select({ id: staffTable.id, name: staffTable.name })
    .from(staffTable)
    .where(
      sql`${staffTable.roles} && array${roles}::staff_role[]
        or exists (select from moderation_events as e where e.staff_id = ${staffTable.id})`,
    )
    .orderBy(asc(staffTable.name), asc(staffTable.id))
    .limit(500)
}
