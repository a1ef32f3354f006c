import "server-only"
import { eq, type SQL, sql } from "drizzle-orm"
import type { CacheTag } from "@/db/cache-tags"
import type { Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { media } from "@/db/schema/media"
import { mediaUses } from "@/db/schema/media-uses"
import type { Staff } from "@/lib/auth/staff"
import { visibleTo } from "@/lib/media/queries"
import { isShown, usedBy } from "@/lib/media/shown-uses"

type MediaUse = typeof mediaUses.$inferSelect

/** Keeps where a story uses pictures, as its text and its lead say now. */
export async function saveUsesOfStory(
  tx: Transaction,
  postId: number,
  used: Readonly<Record<"lead" | "body", readonly number[]>>,
): Promise<void> {
  const wanted = (["lead", "body"] as const).flatMap((place) =>
    [...new Set(used[place])].map((mediaId) => ({ mediaId, postId, place })),
  )
  const shown = sql`${mediaUses.postId} = ${postId} and ${mediaUses.place} <> 'revision'`
  await saveUses(tx, shown, wanted)
}

/** Keeps that a revision of a story has these pictures, so that they stay in the library as long as it does. */
export async function addUsesOfRevision(
  tx: Transaction,
  postId: number,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return
  const rows = [...new Set(ids)].map((mediaId) => ({ mediaId, postId, place: "revision" as const }))
  await tx.insert(mediaUses).values(rows).onConflictDoNothing()
}

/** The same for a page, whose pictures all stand in its text. */
export async function saveUsesOfPage(
  tx: Transaction,
  pageId: number,
  used: readonly number[],
): Promise<void> {
  const wanted = [...new Set(used)].map((mediaId) => ({ mediaId, pageId, place: "body" as const }))
  await saveUses(tx, eq(mediaUses.pageId, pageId), wanted)
}

type NewUse = Pick<MediaUse, "mediaId" | "place"> & ({ postId: number } | { pageId: number })

async function saveUses(tx: Transaction, theirs: SQL, wanted: NewUse[]): Promise<void> {
  const held = await tx
    .select({ id: mediaUses.id, mediaId: mediaUses.mediaId, place: mediaUses.place })
    .from(mediaUses)
    .where(theirs)
  const same = (one: { mediaId: number; place: string }, other: { mediaId: number; place: string }) =>
    one.mediaId === other.mediaId && one.place === other.place
  const over = held.filter((use) => !wanted.some((want) => same(use, want)))
  const missing = wanted.filter((want) => !held.some((use) => same(use, want)))
  if (over.length > 0)
    await tx.delete(mediaUses).where(sql`${mediaUses.id} in ${numbers(over.map(({ id }) => id))}`)
  if (missing.length > 0) await tx.insert(mediaUses).values(missing)
}

/**
 * Of these pictures the ones that somebody may use: what the library shows them, and what the story or page has already. They
 * stay in the library as long as the transaction lasts.
 */
export async function lockUsable(
  tx: Transaction,
  { staff, postId = null, pageId = null, ids }: Wish,
): Promise<Map<number, { decorative: boolean }>> {
  if (ids.length === 0) return new Map()
  const visible = visibleTo(staff) ?? sql`true`
  const rows = await tx
    .select({ id: media.id, decorative: media.decorative })
    .from(media)
    .where(
      sql`${media.id} in ${numbers(ids)} and (${visible} or exists (
        select from media_uses u where u.media_id = media.id and (u.post_id = ${postId} or u.page_id = ${pageId})))`,
    )
    .orderBy(media.id)
    .for("key share")
  return new Map(rows.map(({ id, decorative }) => [id, { decorative }]))
}

type Wish = { staff: Staff; postId?: number | null; pageId?: number | null; ids: readonly number[] }

/** The cache tags of what readers see of pictures. */
export async function tagsOfUses(tx: Transaction, ids: readonly number[]): Promise<CacheTag[]> {
  const rows = await tx.execute<Shown>(sql`
    select u.place, coalesce(p.slug, a.slug) as slug, concat_ws('/', above.slug, g.slug) as path
    from media_uses u ${usedBy} left join authors a on a.id = u.author_id left join pages above on above.id = g.parent_id
    where u.media_id in ${numbers(ids)} and ${isShown}`)
  return rows.flatMap(tagsOfUse)
}

/** `slug`: of the story or the author; `path`: of the page, or empty. */
type Shown = { place: MediaUse["place"]; slug: string | null; path?: string }

export function tagsOfUse({ place, slug, path }: Shown): CacheTag[] {
  if (place === "logo") return ["frame", "logo"]
  if (place === "social") return ["social"]
  if (place === "portrait") return [`author:${slug}`]
  if (path) return [`page:${path}`]
  return place === "lead" ? [`post:${slug}`, `card:${slug}`] : [`post:${slug}`]
}
