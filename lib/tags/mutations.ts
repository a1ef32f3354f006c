import "server-only"
import { and, eq, getTableColumns, ne, or, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { frameLinks, frontSections } from "@/db/schema/frame"
import { postTags, tagSlugs, tags } from "@/db/schema/posts"
import { type Changed, transaction } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { may, type Staff } from "@/lib/auth/staff"
import { announceTagChange } from "@/lib/tags/announce"
import type { tagInput } from "@/lib/tags/input"
import { listPlaces, moveTag } from "@/lib/tags/move-tag"
import { tagVersion } from "@/lib/tags/queries"
import type { TagOutcome, TagRefusal } from "@/lib/tags/types"

type Tag = typeof tags.$inferSelect & { version: string }
type Locked = { tx: Transaction; changed: Changed; tag: Tag }
type Wanted = Omit<z.output<typeof tagInput.schema>, "tag">

/** Gives a tag another name, address, description or place; the address before leads to the new one. */
export function changeTag(staff: Staff, id: number, wanted: Wanted): Promise<TagOutcome> {
  return withLockedTag(staff, id, async ({ tx, changed, tag }) => {
    const { name, slug, description, position, seen } = wanted
    if (seen !== undefined && seen !== tag.version) return refuse("changed")
    const taken = await takenBy(tx, id, wanted)
    if (taken) return taken
    const detail = changesOf(tag, wanted)
    if (Object.keys(detail).length === 0) return { ok: true }
    await announceTagChange({ tx, changed, tagId: id }, async () => {
      await tx.update(tags).set({ name, slug, description, position }).where(eq(tags.id, id))
      if (slug === tag.slug) return
      await tx.delete(tagSlugs).where(eq(tagSlugs.slug, slug))
      await tx.insert(tagSlugs).values({ slug: tag.slug, name: tag.name, tagId: id }).onConflictDoNothing()
    })
    if (name !== tag.name || slug !== tag.slug || description !== tag.description)
      changed(`list:/tags/${tag.slug}`, `list:/tags/${slug}`)
    await record(tx, staff, { action: "tag_changed", detail: { tag: tag.name, ...detail } })
    return { ok: true }
  })
}

/** Makes one tag of two: its stories get the other, and its addresses lead there. */
export function mergeTag(staff: Staff, id: number, into: number): Promise<TagOutcome> {
  return withLockedTag(staff, id, async ({ tx, changed, tag }) => {
    if (id === into) return refuse("itself", "into")
    const [kept] = await tx.select().from(tags).where(eq(tags.id, into))
    if (!kept) return refuse("unknown", "into")
    // An admin chose these links, and an editor moves them: the log says so.
    const moved = (await listPlaces(tx, id)).flatMap((place) => [
      [`${place} was`, tag.name],
      [`${place} is`, kept.name],
    ])
    await announceTagChange({ tx, changed, tagId: id }, async () => {
      await moveTag(tx, { from: id, to: into })
      await tx.delete(tags).where(eq(tags.id, id))
      await tx.insert(tagSlugs).values({ slug: tag.slug, name: tag.name, tagId: into })
    })
    changed(`list:/tags/${tag.slug}`, `list:/tags/${kept.slug}`)
    const detail = { tag: tag.name, into: kept.name, ...Object.fromEntries(moved) }
    await record(tx, staff, { action: "tag_merged", detail })
    return { ok: true }
  })
}

/** Deletes a tag that no story has, drafts included, and no menu, footer or section of the front page. */
export function deleteTag(staff: Staff, id: number): Promise<TagOutcome> {
  return withLockedTag(staff, id, async ({ tx, changed, tag }) => {
    if ((await tx.$count(postTags, eq(postTags.tagId, id))) > 0) return refuse("used")
    if (await isPlaced(tx, id)) return refuse("placed")
    await announceTagChange({ tx, changed, tagId: id }, () => tx.delete(tags).where(eq(tags.id, id)))
    await record(tx, staff, { action: "tag_deleted", detail: { tag: tag.name } })
    return { ok: true }
  })
}

/** After whoever is publishing, and after whoever is giving stories other tags. */
function withLockedTag(
  staff: Staff,
  id: number,
  work: (locked: Locked) => Promise<TagOutcome>,
): Promise<TagOutcome> {
  if (!may(staff, "tags.manage")) return Promise.resolve(refuse("not-allowed"))
  return transaction(async (tx, changed) => {
    await lock(tx, "sections")
    await lock(tx, "tag")
    const [tag] = await tx
      .select({ ...getTableColumns(tags), version: tagVersion })
      .from(tags)
      .where(eq(tags.id, id))
    return tag ? work({ tx, changed, tag }) : refuse("unknown")
  })
}

async function isPlaced(tx: Transaction, id: number): Promise<boolean> {
  const links = await tx.$count(frameLinks, eq(frameLinks.tagId, id))
  return links > 0 || (await tx.$count(frontSections, eq(frontSections.tagId, id))) > 0
}

function refuse(reason: TagRefusal, field?: "name" | "slug" | "into"): TagOutcome {
  return { ok: false, reason, field }
}

/** Whether another tag has this name, or has or had this address. */
async function takenBy(tx: Transaction, id: number, { name, slug }: Wanted): Promise<TagOutcome | null> {
  const others = await tx
    .select({ slug: tags.slug })
    .from(tags)
    .where(and(ne(tags.id, id), or(eq(tags.slug, slug), sql`lower(${tags.name}) = ${name.toLowerCase()}`)))
  if (others.some((other) => other.slug !== slug)) return refuse("name-taken", "name")
  const former = await tx.$count(tagSlugs, and(eq(tagSlugs.slug, slug), ne(tagSlugs.tagId, id)))
  return others.length > 0 || former > 0 ? refuse("address-taken", "slug") : null
}

/** What differs, as the log keeps it. */
function changesOf(tag: Tag, wanted: Wanted): Record<string, string> {
  const keys = ["name", "slug", "description", "position"] as const
  return Object.fromEntries(
    keys
      .filter((key) => tag[key] !== wanted[key])
      .flatMap((key) => [
        [`${key} was`, String(tag[key] ?? "")],
        [`${key} is`, String(wanted[key] ?? "")],
      ]),
  )
}

function record(
  tx: Transaction,
  staff: Staff,
  event: { action: "tag_changed" | "tag_merged" | "tag_deleted"; detail: Record<string, string> },
): Promise<void> {
  return recordEvent(tx, { topic: "tag", staffId: staff.id, ...event })
}
