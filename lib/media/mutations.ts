import "server-only"
import { and, desc, eq, sql } from "drizzle-orm"
import type { CacheTag } from "@/db/cache-tags"
import type { Queryable, Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { lock } from "@/db/locks"
import { media } from "@/db/schema/media"
import { mediaUses } from "@/db/schema/media-uses"
import { type Changed, transaction } from "@/db/transaction"
import { recordEvent, recordEvents } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { enqueue } from "@/lib/jobs/mutations"
import type { MediaDetails } from "@/lib/media/input"
import { removeFiles, variantsOf } from "@/lib/media/job-kinds"
import { lockRewritable, type Stale, stale } from "@/lib/media/locked-medium"
import { mayChange, mayUpload } from "@/lib/media/policy"
import { visibleTo } from "@/lib/media/queries"
import { folderName, originalName } from "@/lib/media/storage/names"
import { tagsOfUses } from "@/lib/media/uses"

export type NewMedium = Pick<
  typeof media.$inferInsert,
  | "key"
  | "originalKey"
  | "contentHash"
  | "filename"
  | "bytes"
  | "width"
  | "height"
  | "animated"
  | "color"
  | "files"
  | "alt"
  | "credit"
>

/** The same picture in the library, as far as this person may see it; the newest, where there are several. */
export async function findTwin(
  db: Queryable,
  staff: Staff,
  contentHash: Buffer,
): Promise<{ id: number; lacking: boolean } | null> {
  const [row] = await db
    .select({ id: media.id, lacking: sql<boolean>`${media.state} = 'failed' or ${media.files} = '[]'` })
    .from(media)
    .where(and(visibleTo(staff), eq(media.contentHash, contentHash)))
    .orderBy(desc(media.id))
    .limit(1)
  return row ?? null
}

export type Inserted = { ok: true; id: number; twin: boolean } | { ok: false; reason: "not-allowed" }

/** Puts a picture into the library, whose other sizes are made in the background; one that is there already stays one. */
export async function insertMedium(staff: Staff, medium: NewMedium): Promise<Inserted> {
  if (!mayUpload(staff)) return { ok: false, reason: "not-allowed" }
  return transaction<Inserted>(async (tx) => {
    await lock(tx, "media", medium.contentHash.toString("hex"))
    const same = await findTwin(tx, staff, medium.contentHash)
    if (same?.lacking) await haveVariantsMade(tx, same.id)
    if (same) return { ok: true, id: same.id, twin: true }
    return { ok: true, id: await addMedium(tx, { ...medium, uploadedBy: staff.id }), twin: false }
  })
}

/** Writes a picture's row, and has its other sizes made. */
export async function addMedium(tx: Transaction, medium: typeof media.$inferInsert): Promise<number> {
  const [row] = await tx.insert(media).values(medium).returning({ id: media.id })
  if (!row) throw new Error("The database gave no picture back.")
  await haveVariantsMade(tx, row.id)
  return row.id
}

export function haveVariantsMade(tx: Transaction, id: number): Promise<void> {
  return enqueue(tx, variantsOf, { input: { id }, key: String(id) })
}

export type DetailsSaved =
  | { ok: true; version: number }
  | { ok: false; reason: "not-found" | "not-allowed" | "in-use" }
  | Stale

/** Saves what is kept with a picture; pages that show it are rendered anew. Saying the same again changes nothing. */
export async function saveDetails(
  staff: Staff,
  { id, version, ...details }: MediaDetails,
): Promise<DetailsSaved> {
  return transaction<DetailsSaved>(async (tx, changed) => {
    const locked = await lockRewritable(tx, staff, id)
    if (!locked.ok) return locked
    const { medium } = locked
    const keys = Object.keys(details) as (keyof typeof details)[]
    const other = keys.filter((key) => details[key] !== medium[key])
    if (other.length === 0) return { ok: true, version: medium.version }
    if (medium.version !== version) return stale(tx, medium)
    const next = version + 1
    await tx
      .update(media)
      .set({ ...details, version: next, updatedAt: sql`now()`, updatedBy: staff.id })
      .where(eq(media.id, id))
    changed(...(await tagsOfUses(tx, [id])))
    if (other.includes("focusX") || other.includes("focusY")) await haveVariantsMade(tx, id)
    const detail = { fields: other.join(" ") }
    await recordEvent(tx, { mediaId: id, staffId: staff.id, action: "media_changed", version: next, detail })
    return { ok: true, version: next }
  })
}

export type Deleted = { deleted: number[]; used: number[]; denied: number[] }

/**
 * Deletes pictures that nothing uses and this person may change; the answer tells the rest apart. From the commit on
 * nobody gets their files.
 */
export async function deleteMedia(staff: Staff, ids: readonly number[]): Promise<Deleted> {
  return transaction(async (tx, changed) => {
    const rows = await tx
      .select({
        id: media.id,
        key: media.key,
        originalKey: media.originalKey,
        version: media.version,
        uploadedBy: media.uploadedBy,
      })
      .from(media)
      .where(and(visibleTo(staff), sql`${media.id} in ${numbers(ids)}`))
      .orderBy(media.id)
      .for("update")
    const mine = rows.filter((row) => mayChange(staff, row))
    // A statement of its own: who placed a picture while this one waited for the locks is seen only now.
    const uses = await tx
      .selectDistinct({ id: mediaUses.mediaId })
      .from(mediaUses)
      .where(sql`${mediaUses.mediaId} in ${numbers(mine.map(({ id }) => id))}`)
    const used = uses.map(({ id }) => id).sort((a, b) => a - b)
    const gone = mine.filter(({ id }) => !used.includes(id))
    await tx.delete(media).where(sql`${media.id} in ${numbers(gone.map(({ id }) => id))}`)
    await retireFiles({ tx, changed }, gone)
    const event = { staffId: staff.id, action: "media_deleted" as const }
    await recordEvents(
      tx,
      gone.map(({ id, version }) => ({ ...event, mediaId: id, version })),
    )
    const deleted = gone.map(({ id }) => id)
    return { deleted, used, denied: ids.filter((id) => ![...deleted, ...used].includes(id)) }
  })
}

type Change = { tx: Transaction; changed: Changed }

/** Every instance refuses these files from the commit on; they are removed in the background. */
export async function retireFiles(
  { tx, changed }: Change,
  kept: readonly { key: string; originalKey?: string }[],
): Promise<void> {
  if (kept.length === 0) return
  const names = kept.flatMap(({ key, originalKey }) => [
    folderName(key),
    ...(originalKey ? [originalName(originalKey)] : []),
  ])
  await enqueue(tx, removeFiles, { input: { names } })
  changed(...kept.map(({ key }): CacheTag => `media:${key}`))
}
