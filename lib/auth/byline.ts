import "server-only"
import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { staff } from "@/db/schema/staff"
import { may, type Role } from "@/lib/auth/staff"

type Person = { id: number; name: string; roles: readonly Role[]; authorId: number | null }

/**
 * Gives someone who may write a byline of their own. A byline of the same name that is already there is not
 * theirs for the asking: they get a new one with a number.
 */
export async function ensureByline(tx: Transaction, person: Person): Promise<void> {
  if (person.authorId !== null || !may(person, "posts.write-own")) return
  const base = slugOf(person.name)
  for (let number = 1; number < 1000; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    const [author] = await tx
      .insert(authors)
      .values({ slug, name: person.name })
      .onConflictDoNothing({ target: authors.slug })
      .returning({ id: authors.id })
    if (!author) continue
    await tx.update(staff).set({ authorId: author.id }).where(eq(staff.id, person.id))
    return
  }
  throw new Error("No free address was found for a byline.")
}

/** A name in letters that are safe in an address; one in another script is called `writer`. */
function slugOf(name: string): string {
  const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  return (
    letters
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 80)
      .replace(/^-+|-+$/g, "") || "writer"
  )
}
