import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { lock } from "@/db/locks"
import { authorSlugs, authors } from "@/db/schema/authors"
import { staff } from "@/db/schema/staff"
import { numberedSlug, slugFrom } from "@/lib/text/slug"

/**
 * The byline of someone who may write; made when they have none. A byline of the same name that is already there is
 * not theirs for the asking: they get a new one with a number.
 */
export async function ensureByline(tx: Transaction, staffId: number): Promise<number> {
  const [person] = await tx.select().from(staff).where(eq(staff.id, staffId)).for("update")
  if (!person) throw new Error("Nobody on the staff has this number.")
  if (person.authorId !== null) return person.authorId
  const author = await insertAuthor(tx, { name: person.name })
  await tx.update(staff).set({ authorId: author.id }).where(eq(staff.id, person.id))
  return author.id
}

type NewAuthor = Pick<typeof authors.$inferInsert, "name" | "kind">

/** Makes a profile with the first free address for its name: one that leads, or led, to nobody else. */
export async function insertAuthor(
  tx: Transaction,
  { name, kind }: NewAuthor,
): Promise<{ id: number; slug: string }> {
  // Else an address could become somebody's former one between the look and the insert.
  await lock(tx, "author-slug")
  const base = slugFrom(name) || "writer"
  for (let number = 1; number < 1000; number++) {
    const slug = numberedSlug(base, number)
    if ((await tx.$count(authorSlugs, eq(authorSlugs.slug, slug))) > 0) continue
    const [author] = await tx
      .insert(authors)
      .values({ slug, name, kind })
      .onConflictDoNothing({ target: authors.slug })
      .returning({ id: authors.id, slug: authors.slug })
    if (author) return author
  }
  throw new Error("No free address was found for a byline.")
}
