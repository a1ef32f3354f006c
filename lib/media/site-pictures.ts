import "server-only"
import { and, eq, isNull, ne } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { authors } from "@/db/schema/authors"
import { media } from "@/db/schema/media"
import { mediaUses } from "@/db/schema/media-uses"
import { type Changed, transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { may, type Staff } from "@/lib/auth/staff"
import { mayChangePortrait } from "@/lib/media/policy"
import { lockUsable, tagsOfUse } from "@/lib/media/uses"

/** What shows a picture and is no story: an author, or the publication itself. */
type Spot = { place: "portrait"; authorId: number } | { place: "logo" | "social" }

type PictureSet = { ok: true } | { ok: false; reason: "not-allowed" | "not-found" }
type PortraitSet = PictureSet | { ok: false; reason: "anothers-portrait" }

/** Chooses the portrait of a byline from the library, or with null none. */
export async function setPortrait(
  staff: Staff,
  authorId: number,
  mediaId: number | null,
): Promise<PortraitSet> {
  return transaction((tx, changed) => choosePortrait({ tx, changed }, { staff, authorId, mediaId }))
}

/** Chooses the publication's logo, or what links to it show elsewhere, from the library, or with null none. */
export async function setPublicationPicture(
  staff: Staff,
  place: "logo" | "social",
  mediaId: number | null,
): Promise<PictureSet> {
  if (!may(staff, "settings.manage")) return { ok: false, reason: "not-allowed" }
  return transaction((tx, changed) => choosePicture({ tx, changed }, { staff, spot: { place }, mediaId }))
}

type Within = { tx: Transaction; changed: Changed }

/** Sets a portrait within a transaction; refused, it has changed nothing. */
export async function choosePortrait(
  { tx, changed }: Within,
  { staff, authorId, mediaId }: { staff: Staff; authorId: number; mediaId: number | null },
): Promise<PortraitSet> {
  if (!mayChangePortrait(staff, authorId)) return { ok: false, reason: "not-allowed" }
  if (!may(staff, "posts.edit-all") && (await isAnothersPortrait(tx, authorId, mediaId)))
    return { ok: false, reason: "anothers-portrait" }
  return choosePicture({ tx, changed }, { staff, spot: { place: "portrait", authorId }, mediaId })
}

async function choosePicture(
  { tx, changed }: Within,
  { staff, spot, mediaId }: { staff: Staff; spot: Spot; mediaId: number | null },
): Promise<PictureSet> {
  const slug = spot.place === "portrait" ? await lockAuthor(tx, spot.authorId) : null
  if (spot.place === "portrait" && slug === null) return { ok: false, reason: "not-found" }
  if (mediaId !== null && !(await lockUsable(tx, { staff, ids: [mediaId] })).has(mediaId))
    return { ok: false, reason: "not-found" }
  const before = await placePicture(tx, spot, mediaId)
  if (before === mediaId) return { ok: true }
  changed(...tagsOfUse({ place: spot.place, slug }))
  await recordEvent(tx, {
    mediaId: mediaId ?? before,
    staffId: staff.id,
    action: `${names[spot.place]}_${mediaId === null ? "removed" : "set"}`,
    version: await versionOf(tx, mediaId ?? before),
    detail: slug === null ? {} : { author: slug },
  })
  return { ok: true }
}

const names = { portrait: "portrait", logo: "logo", social: "social_picture" } as const

/** Keeps which picture is shown somewhere; answers the one before. */
async function placePicture(tx: Transaction, spot: Spot, mediaId: number | null): Promise<number | null> {
  const authorId = spot.place === "portrait" ? spot.authorId : null
  await lock(tx, "media", `${spot.place} ${authorId ?? ""}`)
  const here = and(
    eq(mediaUses.place, spot.place),
    isNull(mediaUses.postId),
    isNull(mediaUses.pageId),
    authorId === null ? isNull(mediaUses.authorId) : eq(mediaUses.authorId, authorId),
  )
  const [held] = await tx.select({ id: mediaUses.mediaId }).from(mediaUses).where(here)
  if (held?.id === mediaId || (!held && mediaId === null)) return mediaId
  if (held) await tx.delete(mediaUses).where(here)
  if (mediaId !== null) await tx.insert(mediaUses).values({ mediaId, authorId, place: spot.place })
  return held?.id ?? null
}

/** Whether readers know somebody else by a picture. */
async function isAnothersPortrait(
  tx: Transaction,
  authorId: number,
  mediaId: number | null,
): Promise<boolean> {
  const ofAnother = and(eq(mediaUses.place, "portrait"), ne(mediaUses.authorId, authorId))
  return (await tx.$count(mediaUses, and(ofAnother, eq(mediaUses.mediaId, mediaId ?? 0)))) > 0
}

async function lockAuthor(tx: Transaction, authorId: number): Promise<string | null> {
  const [author] = await tx
    .select({ slug: authors.slug })
    .from(authors)
    .where(eq(authors.id, authorId))
    .for("key share")
  return author?.slug ?? null
}

async function versionOf(tx: Transaction, mediaId: number | null): Promise<number | undefined> {
  const [row] = await tx
    .select({ version: media.version })
    .from(media)
    .where(eq(media.id, mediaId ?? 0))
  return row?.version
}
