import "server-only"
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { corrections, errorReports } from "@/db/schema/corrections"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import { may, type Staff } from "@/lib/auth/staff"
import { type Cursor, writeCursor } from "@/lib/posts/cursor"
import { published } from "@/lib/posts/published"
import { getStoredSettings, storedSettings } from "@/lib/settings/queries"

/** Corrections on one page of the list, and entries of its feed. */
const pageSize = 20

/** The desk shows so many reports of readers; the others follow as these are closed. */
export const mostReportsListed = 100

const micros = sql<string>`(extract(epoch from ${corrections.createdAt}) * 1000000)::bigint`

/** What readers were told of stories that they can read, newest first. `next` is where the following page begins. */
export async function listCorrections(before?: Cursor) {
  const rows = await findCorrections(pageSize + 1, before)
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  return {
    corrections: rows.slice(0, pageSize),
    next: last ? writeCursor({ micros: Number(last.micros), id: last.id }) : null,
  }
}

/** The newest of them, and the settings: all that their feed says, in one statement. */
export async function readCorrectionFeed() {
  const corrections = await findCorrections(pageSize)
  return { corrections, stored: corrections[0]?.stored ?? (await getStoredSettings()) }
}

function findCorrections(limit: number, before?: Cursor) {
  return database()
    .select({
      id: corrections.id,
      kind: corrections.kind,
      body: corrections.body,
      createdAt: corrections.createdAt,
      slug: posts.slug,
      title: posts.title,
      micros,
      stored: storedSettings,
    })
    .from(corrections)
    .innerJoin(posts, eq(posts.id, corrections.postId))
    .where(and(published, before && olderThan(before)))
    .orderBy(sql`${corrections.createdAt} desc nulls last`, sql`${corrections.id} desc nulls last`)
    .limit(limit)
}

function olderThan({ micros, id }: Cursor) {
  return sql`(${corrections.createdAt}, ${corrections.id})
    < ('epoch'::timestamptz + ${micros}::float8 * interval '1 microsecond', ${id}::bigint)`
}

/** A story and what its readers were told, for those who correct it; null where there is none. */
export async function getCorrectedStory(staff: Staff, id: number) {
  if (!may(staff, "posts.publish")) return null
  const [story] = await database()
    .select({ id: posts.id, title: posts.title, slug: posts.slug, status: posts.status })
    .from(posts)
    .where(and(eq(posts.id, id), isNull(posts.deletedAt)))
  if (!story) return null
  const told = await database()
    .select({
      id: corrections.id,
      kind: corrections.kind,
      place: corrections.place,
      body: corrections.body,
      createdAt: corrections.createdAt,
      by: staffTable.name,
    })
    .from(corrections)
    .leftJoin(staffTable, eq(staffTable.id, corrections.createdBy))
    .where(eq(corrections.postId, id))
    .orderBy(asc(corrections.id))
  return { ...story, told }
}

const isOpen = isNull(errorReports.closedAt)

/** What readers say is wrong, with all stories or with one, and nobody has dealt with yet, the oldest first; nothing for those who correct no story. */
export async function listErrorReports(staff: Staff, postId?: number) {
  if (!may(staff, "posts.publish")) return []
  return database()
    .select({
      id: errorReports.id,
      body: errorReports.body,
      createdAt: errorReports.createdAt,
      postId: posts.id,
      title: posts.title,
      slug: posts.slug,
      status: posts.status,
    })
    .from(errorReports)
    .innerJoin(posts, eq(posts.id, errorReports.postId))
    .where(and(isOpen, postId === undefined ? undefined : eq(errorReports.postId, postId)))
    .orderBy(asc(errorReports.id))
    .limit(mostReportsListed)
}

/** The corrections of all stories, newest first, drafts' and withdrawn ones' included. */
export async function listLatestCorrections(staff: Staff) {
  if (!may(staff, "posts.publish")) return []
  return database()
    .select({
      id: corrections.id,
      kind: corrections.kind,
      body: corrections.body,
      createdAt: corrections.createdAt,
      postId: posts.id,
      title: posts.title,
    })
    .from(corrections)
    .innerJoin(posts, eq(posts.id, corrections.postId))
    .orderBy(desc(corrections.createdAt), desc(corrections.id))
    .limit(pageSize)
}

/** How many reports of readers wait, up to `most`, and since when; null for those who correct no story. */
export async function countErrorReports(staff: Staff, most: number) {
  if (!may(staff, "posts.publish")) return null
  const [row] = await database().execute<{ count: number; oldest: string | null }>(sql`
    select count(*)::int as count, min(created_at)::text as oldest
    from (select created_at from error_reports where closed_at is null order by id limit ${most}) as open`)
  return { count: row?.count ?? 0, oldest: row?.oldest ? new Date(row.oldest) : null }
}
