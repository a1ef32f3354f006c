import "server-only"
import { and, desc, eq, sql } from "drizzle-orm"
import type { Queryable, Transaction } from "@/db/client"
import { numbers } from "@/db/lists"
import { lock } from "@/db/locks"
import { media } from "@/db/schema/media"
import { staff as staffTable } from "@/db/schema/staff"
import { transaction } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { enqueue } from "@/lib/jobs/mutations"
import type { MediaDetails } from "@/lib/media/input"
import { makeVariants, sweepFiles } from "@/lib/media/job-kinds"
import { mayChange, mayUpload } from "@/lib/media/policy"
import { visibleTo } from "@/lib/media/queries"
import { tagsOfUses } from "@/lib/media/uses"

type StoredMedium = typeof media.$inferSelect

export type NewMedium = Pick<
  typeof media.$inferInsert,
  | "key"
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
export async function findSame(
  db: Queryable,
  staff: Staff,
  contentHash: Buffer,
): Promise<{ id: number } | null> {
  const [row] = await db
    .select({ id: media.id })
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
    const same = await findSame(tx, staff, medium.contentHash)
    if (same) return { ok: true, id: same.id, twin: true }
    const [row] = await tx
      .insert(media)
      .values({ ...medium, uploadedBy: staff.id })
      .returning({ id: media.id })
    if (!row) throw new Error("The database gave no picture back.")
    await enqueue(tx, makeVariants, { input: { id: row.id }, key: String(row.id) })
    return { ok: true, id: row.id, twin: false }
  })
}

export type DetailsSaved =
  | { ok: true; version: number }
  | { ok: false; reason: "not-found" | "not-allowed" }
  | { ok: false; reason: "stale"; by: string | null; version: number }

/** Saves what is kept with a picture; pages that show it are rendered anew. Saying the same again changes nothing. */
export async function saveDetails(
  staff: Staff,
  { id, version, ...details }: MediaDetails,
): Promise<DetailsSaved> {
  return transaction<DetailsSaved>(async (tx, changed) => {
    const medium = await lockMedium(tx, staff, id)
    if (!medium) return { ok: false, reason: "not-found" }
    if (!mayChange(staff, medium)) return { ok: false, reason: "not-allowed" }
    const wanted = { ...details, alt: details.decorative ? "" : details.alt }
    const keys = Object.keys(wanted) as (keyof typeof wanted)[]
    if (keys.every((key) => wanted[key] === medium[key])) return { ok: true, version: medium.version }
    if (medium.version !== version)
      return {
        ok: false,
        reason: "stale",
        by: await nameOf(tx, medium.updatedBy),
        version: medium.version,
      }
    await tx
      .update(media)
      .set({ ...wanted, version: medium.version + 1, updatedAt: sql`now()`, updatedBy: staff.id })
      .where(eq(media.id, id))
    changed(...(await tagsOfUses(tx, [id])))
    return { ok: true, version: medium.version + 1 }
  })
}

export type Deleted = { deleted: number[]; used: number[]; refused: number[] }

/**
 * Deletes pictures that nothing uses and this person may change; the answer tells the rest apart. Files go afterwards, in the
 * background.
 */
export async function deleteMedia(staff: Staff, ids: readonly number[]): Promise<Deleted> {
  return transaction(async (tx) => {
    const rows = await tx
      .select({
        id: media.id,
        key: media.key,
        uploadedBy: media.uploadedBy,
        used: sql<boolean>`exists (select from media_uses u where u.media_id = media.id)`,
      })
      .from(media)
      .where(and(visibleTo(staff), sql`${media.id} in ${numbers(ids)}`))
      .orderBy(media.id)
      .for("update")
    const mine = rows.filter((row) => mayChange(staff, row))
    const gone = mine.filter(({ used }) => !used)
    await tx.delete(media).where(sql`${media.id} in ${numbers(gone.map(({ id }) => id))}`)
    if (gone.length > 0) await enqueue(tx, sweepFiles, { input: { keys: gone.map(({ key }) => key) } })
    const deleted = gone.map(({ id }) => id)
    const used = mine.filter((row) => row.used).map(({ id }) => id)
    return { deleted, used, refused: ids.filter((id) => ![...deleted, ...used].includes(id)) }
  })
}

async function lockMedium(tx: Transaction, staff: Staff, id: number): Promise<StoredMedium | null> {
  const [row] = await tx
    .select()
    .from(media)
    .where(and(visibleTo(staff), eq(media.id, id)))
    .for("update")
  return row ?? null
}

async function nameOf(tx: Transaction, staffId: number | null): Promise<string | null> {
  if (staffId === null) return null
  const [row] = await tx.select({ name: staffTable.name }).from(staffTable).where(eq(staffTable.id, staffId))
  return row?.name ?? null
}
