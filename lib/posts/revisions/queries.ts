import "server-only"
import { and, desc, eq, isNull, lt, type SQL, sql } from "drizzle-orm"
import { database } from "@/db/client"
import { postRevisions } from "@/db/schema/post-revisions"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import type { Staff } from "@/lib/auth/staff"
import { authorIds } from "@/lib/posts/own-stories"
import { getWords } from "@/lib/posts/revision-words"
import { maySeeRevisions } from "@/lib/posts/revisions/policy"

const pageSize = 50

/** A story as its versions are shown, or null when this person may not see it. */
export async function getVersionedStory(staff: Staff, id: number) {
  const { title, slug, status, createdBy, trashedAt, liveRevisionId, workingRevisionId } = posts
  const [row] = await database()
    .select({
      id: posts.id,
      title,
      slug,
      status,
      createdBy,
      authorIds,
      trashedAt,
      liveRevisionId,
      workingRevisionId,
    })
    .from(posts)
    .where(and(eq(posts.id, id), isNull(posts.deletedAt)))
  return row && maySeeRevisions(staff, row) ? row : null
}

export type VersionedStory = NonNullable<Awaited<ReturnType<typeof getVersionedStory>>>

const columns = {
  id: postRevisions.id,
  kind: postRevisions.kind,
  name: postRevisions.name,
  by: staffTable.name,
  savedAt: postRevisions.savedAt,
  publicFrom: postRevisions.publicFrom,
  publicUntil: postRevisions.publicUntil,
}

/** A story's versions, newest first. `next` is what the following page is asked for with. */
export async function listRevisions(story: VersionedStory, before?: number, limit = pageSize) {
  const rows = await database()
    .select({
      ...columns,
      title: sql<string>`${postRevisions.content} ->> 'title'`,
      words: sql<number>`(select coalesce(sum(cardinality(regexp_split_to_array(btrim(said.it #>> '{}'), '\\s+'))), 0)::int
        from jsonb_path_query(${postRevisions.content} -> 'body', 'strict $.**.text') as said(it)
        where btrim(said.it #>> '{}') <> '')`,
    })
    .from(postRevisions)
    .leftJoin(staffTable, eq(staffTable.id, postRevisions.staffId))
    .where(
      and(
        eq(postRevisions.postId, story.id),
        before === undefined ? undefined : lt(postRevisions.id, before),
      ),
    )
    .orderBy(desc(postRevisions.id))
    .limit(limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { revisions: rows.slice(0, limit), next: last?.id ?? null }
}

export type ListedRevision = Awaited<ReturnType<typeof listRevisions>>["revisions"][number]

/** One version of a story with all that it says; null for one of another story. */
export async function getRevision(story: VersionedStory, id: number) {
  const [row] = await database()
    .select(columns)
    .from(postRevisions)
    .leftJoin(staffTable, eq(staffTable.id, postRevisions.staffId))
    .where(ofStory(story, id))
  const said = row && (await getWords(ofStory(story, id)))
  return said ? { ...row, ...said.words } : null
}

export type Revision = NonNullable<Awaited<ReturnType<typeof getRevision>>>

function ofStory(story: VersionedStory, id: number): SQL {
  return sql`${postRevisions.postId} = ${story.id} and ${postRevisions.id} = ${id}`
}

/** Which version readers saw at a moment, by a clock in this time zone; null where they saw none that is known. */
export async function findPublicAt(
  story: VersionedStory,
  { local, timeZone }: { local: string; timeZone: string },
): Promise<number | null> {
  const at = sql`(${local}::timestamp at time zone ${timeZone})`
  const { publicFrom, publicUntil } = postRevisions
  const [row] = await database()
    .select({ id: postRevisions.id })
    .from(postRevisions)
    .where(
      sql`${postRevisions.postId} = ${story.id} and ${publicFrom} <= ${at}
        and (${publicUntil} is null or ${publicUntil} > ${at})`,
    )
    .orderBy(desc(postRevisions.id))
    .limit(1)
  return row?.id ?? null
}
