import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { authors } from "@/db/schema/authors"
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
  const base = slugFrom(person.name) || "writer"
  for (let number = 1; number < 1000; number++) {
    const [author] = await tx
      .insert(authors)
      .values({ slug: numberedSlug(base, number), name: person.name })
      .onConflictDoNothing({ target: authors.slug })
      .returning({ id: authors.id })
    if (!author) continue
    await tx.update(staff).set({ authorId: author.id }).where(eq(staff.id, person.id))
    return author.id
  }
  throw new Error("No free address was found for a byline.")
}
