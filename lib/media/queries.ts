import "server-only"
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm"
import { database, type Queryable } from "@/db/client"
import { numbers } from "@/db/lists"
import { authors } from "@/db/schema/authors"
import { media } from "@/db/schema/media"
import { mediaUses } from "@/db/schema/media-uses"
import { pages } from "@/db/schema/pages"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import { may, type Staff } from "@/lib/auth/staff"
import { writersStatuses } from "@/lib/documents/post-statuses"
import { libraryMatches, type MediaFilter } from "@/lib/media/library-filter-queries"
import { isShown, usedBy } from "@/lib/media/shown-uses"
import { mediaBase } from "@/lib/media/storage/url"
import type { Picture } from "@/lib/media/types"
import { getSiteMedia } from "@/lib/settings/queries"

/** Fills rows of two, three, four and six. */
const pageSize = 36

const columns = {
  id: media.id,
  folder: sql<string>`${mediaBase()}::text || ${media.key}`,
  filename: media.filename,
  width: media.width,
  height: media.height,
  animated: media.animated,
  color: media.color,
  files: media.files,
  state: media.state,
  alt: media.alt,
  decorative: media.decorative,
  caption: media.caption,
  credit: media.credit,
  licence: media.licence,
  focusX: media.focusX,
  focusY: media.focusY,
  bytes: media.bytes,
  uploadedBy: media.uploadedBy,
  uploader: staffTable.name,
  version: media.version,
  createdAt: media.createdAt,
  used: sql<boolean>`exists (select from media_uses u where u.media_id = media.id)`,
}

/** The library, newest first. `next` is what the following page is asked for with. */
export async function listMedia(staff: Staff, filter: MediaFilter = {}, limit = pageSize) {
  const rows = await database()
    .select(columns)
    .from(media)
    .leftJoin(staffTable, eq(staffTable.id, media.uploadedBy))
    .where(and(visibleTo(staff), libraryMatches(filter)))
    .orderBy(desc(media.id))
    .limit(limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { pictures: rows.slice(0, limit), next: last?.id ?? null }
}

export type LibraryEntry = Awaited<ReturnType<typeof listMedia>>["pictures"][number]

/** One picture, or null when this person may not see it. */
export async function getMedium(staff: Staff, id: number): Promise<LibraryEntry | null> {
  const [row] = await database()
    .select(columns)
    .from(media)
    .leftJoin(staffTable, eq(staffTable.id, media.uploadedBy))
    .where(and(visibleTo(staff), eq(media.id, id)))
  return row ?? null
}

/** The publication's logo, or what links to it show elsewhere; null while there is none. */
export async function getSitePicture(place: "logo" | "social"): Promise<Picture | null> {
  const picture = (await getSiteMedia())[place]
  return picture ? { ...picture, folder: mediaBase() + picture.key } : null
}

/** That other versions of a story have it is worth saying only where the story itself does not. */
const isSaidOnce = sql`(${mediaUses.place} <> 'revision' or not exists (
  select from media_uses o where o.post_id = ${mediaUses.postId} and o.media_id = ${mediaUses.mediaId}
    and o.place <> 'revision'))`

/** What uses a picture; `title` is null of a story or page that this person may not see, and of what is neither. */
export async function listUses(staff: Staff, mediaId: number, db: Queryable = database()) {
  const all = may(staff, "posts.edit-all")
  const rows = await db
    .select({
      postId: posts.id,
      slug: posts.slug,
      status: posts.status,
      title: posts.title,
      own: sql<boolean>`(coalesce(${posts.createdBy}, ${pages.createdBy}) = ${staff.id} or exists (
        select from post_bylines b
        where b.post_id = ${mediaUses.postId} and b.author_id = ${staff.authorId}::bigint)) is true`,
      author: authors.name,
      page: { id: pages.id, title: pages.title, status: pages.status },
      place: mediaUses.place,
    })
    .from(mediaUses)
    .leftJoin(posts, eq(posts.id, mediaUses.postId))
    .leftJoin(pages, eq(pages.id, mediaUses.pageId))
    .leftJoin(authors, eq(authors.id, mediaUses.authorId))
    .where(and(eq(mediaUses.mediaId, mediaId), isSaidOnce))
    .orderBy(asc(posts.id), asc(mediaUses.id))
    .limit(200)
  return rows.map(({ page, title, ...use }) => {
    const { status } = page ?? use
    const published = (use.postId === null && !page) || status === "published"
    const known = all || use.own || published
    const open = use.place === "revision" || writersStatuses.some((one) => one === status)
    return {
      ...use,
      open,
      page: page && { id: page.id, opens: may(staff, "pages.edit") },
      title: known ? (page?.title ?? title) : null,
    }
  })
}

export type MediaUse = Awaited<ReturnType<typeof listUses>>[number]

/** Of these pictures the first twenty that this person may see, each with what uses it. */
export async function listUsed(staff: Staff, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await database()
    .select({ id: media.id, filename: media.filename })
    .from(media)
    .where(and(visibleTo(staff), sql`${media.id} in ${numbers(ids)}`))
    .orderBy(asc(media.id))
    .limit(20)
  return Promise.all(rows.map(async (row) => ({ ...row, uses: await listUses(staff, row.id) })))
}

/** Who has uploaded anything that this person may see, by name. */
export async function listUploaders(staff: Staff): Promise<{ id: number; name: string }[]> {
  if (!may(staff, "posts.edit-all")) return []
  return database()
    .select({ id: staffTable.id, name: staffTable.name })
    .from(staffTable)
    .where(sql`exists (select from media m where m.uploaded_by = ${staffTable.id})`)
    .orderBy(asc(staffTable.name), asc(staffTable.id))
    .limit(500)
}

/** Editors see every picture; writers their own, and what readers can see anyway. */
export function visibleTo(staff: Staff): SQL | undefined {
  if (may(staff, "posts.edit-all")) return undefined
  if (!may(staff, "media.upload")) return sql`false`
  return sql`(${media.uploadedBy} = ${staff.id} or exists (
    select from media_uses u ${usedBy} where u.media_id = media.id and ${isShown}))`
}
