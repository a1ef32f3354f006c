import "server-only"
import { createHash } from "node:crypto"
import { asc, eq, or, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { texts } from "@/db/lists"
import { lock } from "@/db/locks"
import { postTags, tagSlugs, tags } from "@/db/schema/posts"
import { fold, foldCase } from "@/lib/text/fold"
import { slugFrom } from "@/lib/text/slug"

/** The names of a story's tags, in their order. */
export async function tagNames(tx: Transaction, postId: number): Promise<string[]> {
  const rows = await tx
    .select({ name: tags.name })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(eq(postTags.postId, postId))
    .orderBy(asc(postTags.position), asc(tags.id))
  return rows.map((row) => row.name)
}

/** Puts these tags on a story in place of the ones it had; a name that is known in other letters is that tag. */
export async function saveTags(tx: Transaction, postId: number, names: string[]): Promise<void> {
  await lock(tx, "tag")
  const ids = new Set<number>()
  for (const name of names) ids.add(await tagId(tx, name))
  await tx.delete(postTags).where(eq(postTags.postId, postId))
  if (ids.size === 0) return
  await tx.insert(postTags).values([...ids].map((id, position) => ({ postId, tagId: id, position })))
}

async function tagId(tx: Transaction, name: string): Promise<number> {
  const hash = createHash("sha256").update(name.toLowerCase()).digest("hex").slice(0, 8)
  const base = slugFrom(name) || `tag-${hash}`
  const candidates = [base, `${base}-2`, `${base}-3`, `${base}-${hash}`]
  const known = await tx
    .select({ id: tags.id, slug: tags.slug, name: tags.name })
    .from(tags)
    .where(or(sql`${tags.slug} in ${texts(candidates)}`, sql`lower(${tags.name}) = ${name.toLowerCase()}`))
    .orderBy(asc(tags.id))
  // "C" and "C++" share their letters and are two tags, as are "Pêche" and "Péché"; "Café" and "cafe" are one.
  const same = sameName(known, name)
  if (same) return same.id
  const former = await tx
    .select({ slug: tagSlugs.slug, name: tagSlugs.name, tagId: tagSlugs.tagId })
    .from(tagSlugs)
    .where(sql`${tagSlugs.slug} in ${texts(candidates)}`)
    .orderBy(asc(tagSlugs.slug))
  // What was merged or renamed does not come back when somebody writes it as before.
  const moved = sameName(former, name)
  if (moved) return moved.tagId
  const taken = [...known, ...former].map((one) => one.slug)
  const slug = candidates.find((candidate) => !taken.includes(candidate)) ?? base
  const [made] = await tx.insert(tags).values({ slug, name }).returning({ id: tags.id })
  if (!made) throw new Error("The database gave no tag back.")
  return made.id
}

function sameName<T extends { name: string }>(tags: readonly T[], name: string): T | undefined {
  return (
    tags.find((tag) => cased(tag.name) === cased(name)) ??
    tags.find((tag) => folded(tag.name) === folded(name) && (isPlain(tag.name) || isPlain(name)))
  )
}

function cased(name: string): string {
  return foldCase(name)
    .replace(/[\s_-]+/g, " ")
    .trim()
}

function folded(name: string): string {
  return fold(cased(name))
}

/** Whether it has no accents, as somebody writes who leaves them out; in other scripts marks make other words. */
function isPlain(name: string): boolean {
  return folded(name) === cased(name) && !/(?![\p{Script=Latin}\p{Script=Greek}])\p{L}/u.test(name)
}
