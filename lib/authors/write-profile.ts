import "server-only"
import { isDeepStrictEqual } from "node:util"
import { and, eq, ne } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { authorSlugs, authors } from "@/db/schema/authors"
import type { Changed } from "@/db/transaction"
import { recordEvent } from "@/lib/audit/mutations"
import { tagsOfProfile } from "@/lib/authors/cache-tags"
import type { ProfileText } from "@/lib/authors/input"
import { listStoriesOf } from "@/lib/authors/stories"

export type StoredAuthor = typeof authors.$inferSelect

/** The row of a profile, locked until the transaction ends; null where there is none. */
export async function lockAuthorRow(tx: Transaction, id: number): Promise<StoredAuthor | null> {
  const [author] = await tx.select().from(authors).where(eq(authors.id, id)).for("update")
  return author ?? null
}

type Fields = Partial<ProfileText> & { slug?: string }

/**
 * Writes a profile over a row that the transaction holds locked, with what readers see differently and the event. A
 * former address leads to the present one for good. Saving what is there already changes nothing.
 */
export async function writeProfile(
  { tx, changed }: { tx: Transaction; changed: Changed },
  { author, staffId, fields }: { author: StoredAuthor; staffId: number; fields: Fields },
): Promise<{ ok: true } | { ok: false; reason: "slug-taken" }> {
  const other = differing(author, fields)
  if (other.length === 0) return { ok: true }
  const slug = fields.slug ?? author.slug
  const moves = slug !== author.slug
  if (moves && !(await moveAddress(tx, author, slug))) return { ok: false, reason: "slug-taken" }
  await tx
    .update(authors)
    .set({ ...fields, version: author.version + 1 })
    .where(eq(authors.id, author.id))
  const renamed = moves || other.includes("name")
  const stories = renamed ? await listStoriesOf(tx, author.id) : []
  changed(...tagsOfProfile({ slugs: [...new Set([author.slug, slug])], renamed, stories }))
  if (moves) changed(...(await tagsOfAddresses(tx, author.id, slug)))
  const detail = { author: slug, fields: other.join(", ") }
  await recordEvent(tx, { authorId: author.id, staffId, action: "author_changed", detail })
  return { ok: true }
}

function differing(author: StoredAuthor, fields: Fields): (keyof Fields)[] {
  const names = Object.keys(fields) as (keyof Fields)[]
  return names.filter((name) => !isDeepStrictEqual(fields[name], author[name]))
}

/** False where the address is, or was, somebody else's. */
async function moveAddress(tx: Transaction, { id, slug: from }: StoredAuthor, to: string): Promise<boolean> {
  await lock(tx, "author-slug")
  if (await isTaken(tx, to, id)) return false
  await tx.insert(authorSlugs).values({ slug: from, authorId: id }).onConflictDoNothing()
  await tx.delete(authorSlugs).where(eq(authorSlugs.slug, to))
  return true
}

/** Every page under an address that somebody has or had leads elsewhere, or comes to be. */
async function tagsOfAddresses(tx: Transaction, authorId: number, slug: string) {
  const former = await listFormerSlugs(tx, authorId)
  return [slug, ...former].map((one) => `list:/authors/${one}` as const)
}

/** The addresses that lead to an author beside the present one. */
export async function listFormerSlugs(tx: Transaction, authorId: number): Promise<string[]> {
  const rows = await tx
    .select({ slug: authorSlugs.slug })
    .from(authorSlugs)
    .where(eq(authorSlugs.authorId, authorId))
  return rows.map(({ slug }) => slug)
}

async function isTaken(tx: Transaction, slug: string, authorId: number): Promise<boolean> {
  const present = await tx.$count(authors, and(eq(authors.slug, slug), ne(authors.id, authorId)))
  const former = await tx.$count(
    authorSlugs,
    and(eq(authorSlugs.slug, slug), ne(authorSlugs.authorId, authorId)),
  )
  return present + former > 0
}
