import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { staff } from "@/db/schema/staff"
import { may, type Role } from "@/lib/auth/staff"
import { numberedSlug, slugFrom } from "@/lib/text/slug"

type Person = { id: number; name: string; roles: readonly Role[]; authorId: number | null }

/**
 * Gives someone who may write a byline of their own. A byline of the same name that is already there is not
 * theirs for the asking: they get a new one with a number.
 */
export async function ensureByline(tx: Transaction, person: Person): Promise<void> {
  if (person.authorId !== null || !may(person, "posts.write-own")) return
  const base = slugFrom(person.name) || "writer"
  for (let number = 1; number < 1000; number++) {
    const [author] = await tx
      .insert(authors)
      .values({ slug: numberedSlug(base, number), name: person.name })
      .onConflictDoNothing({ target: authors.slug })
      .returning({ id: authors.id })
    if (!author) continue
    await tx.update(staff).set({ authorId: author.id }).where(eq(staff.id, person.id))
    return
  }
  throw new Error("No free address was found for a byline.")
}
