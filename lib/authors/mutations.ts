import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock, lockShared } from "@/db/locks"
import { authors } from "@/db/schema/authors"
import { type Changed, transaction, transactionUnlessRefused } from "@/db/transaction"
import type { Staff } from "@/lib/auth/staff"
import { isAnothersName } from "@/lib/authors/anothers-name"
import type { OwnProfile, ProfileText } from "@/lib/authors/input"
import { hasProfile, mayEditProfile, mayManageProfiles } from "@/lib/authors/policy"
import type { AuthorOutcome } from "@/lib/authors/types"
import { lockAuthorRow, writeProfile } from "@/lib/authors/write-profile"
import { choosePortrait } from "@/lib/media/site-pictures"
import { renameMember } from "@/lib/staff/account"
import { ensureByline } from "@/lib/staff/byline"
import { foldName } from "@/lib/text/fold-name"

type Saved = {
  author: number
  version: number
  /** The picture of the library that is to be the portrait, or null for none; undefined leaves the one there is. */
  portrait?: number | null | undefined
  fields: Partial<ProfileText> & { slug?: string }
}

/** Saves a profile with its portrait: all of it or nothing. */
export function saveProfile(staff: Staff, saved: Saved): Promise<AuthorOutcome> {
  if (!mayManageProfiles(staff)) return Promise.resolve({ ok: false, reason: "not-allowed" })
  return transactionUnlessRefused<AuthorOutcome>(async (tx, changed) => {
    // Before the profile's row: who makes an author holds this lock first.
    if (saved.fields.slug !== undefined) await lock(tx, "author-slug")
    return saveWithin({ tx, changed, staff }, saved)
  })
}

/**
 * Saves one's own profile. The name is that of the byline and, while both are the same, the one that colleagues see. Only
 * editors take a name under which readers have another author's stories: they would find these under it, too.
 */
export function saveOwnProfile(
  staff: Staff,
  { deskName, portrait, version, ...fields }: OwnProfile,
): Promise<AuthorOutcome> {
  return transactionUnlessRefused<AuthorOutcome>(async (tx, changed) => {
    if (!hasProfile(staff)) return { ok: false, reason: "not-allowed" }
    // Before the member's row, which a merge changes last.
    await lockShared(tx, "bylines")
    const author = await ensureByline(tx, staff.id)
    const [before] = await tx.select({ name: authors.name }).from(authors).where(eq(authors.id, author))
    const isRenamed = before !== undefined && foldName(before.name) !== foldName(fields.name)
    if (isRenamed && !mayManageProfiles(staff) && (await isAnothersName(tx, author, fields.name)))
      return { ok: false, reason: "name-taken" }
    const isNew = staff.authorId === null && version === 0
    const saved = { author, version: isNew ? 1 : version, portrait, fields }
    const outcome = await saveWithin({ tx, changed, staff: { ...staff, authorId: author } }, saved)
    if (!outcome.ok) return outcome
    const name = before?.name === staff.name ? fields.name : (deskName ?? staff.name)
    return renamed(tx, staff.id, name)
  })
}

async function renamed(tx: Transaction, id: number, name: string): Promise<AuthorOutcome> {
  await renameMember(tx, id, name)
  return { ok: true }
}

/** Sets the name of somebody whom readers will never know. */
export function changeOwnName(staff: Staff, name: string): Promise<void> {
  return transaction((tx) => renameMember(tx, staff.id, name))
}

type Within = { tx: Transaction; changed: Changed; staff: Staff }

async function saveWithin(
  { tx, changed, staff }: Within,
  { author: id, version, portrait, fields }: Saved,
): Promise<AuthorOutcome> {
  if (!mayEditProfile(staff, id)) return { ok: false, reason: "not-allowed" }
  const author = await lockAuthorRow(tx, id)
  if (!author) return { ok: false, reason: "not-found" }
  if (author.version !== version) return { ok: false, reason: "changed" }
  if (portrait !== undefined) {
    const placed = await choosePortrait({ tx, changed }, { staff, authorId: id, mediaId: portrait })
    if (!placed.ok)
      return { ok: false, reason: placed.reason === "anothers-portrait" ? placed.reason : "picture-gone" }
  }
  return writeProfile({ tx, changed }, { author, staffId: staff.id, fields })
}
