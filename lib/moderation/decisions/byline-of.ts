import "server-only"
import { eq } from "drizzle-orm"
import { database } from "@/db/client"
import { authors } from "@/db/schema/authors"
import type { Staff } from "@/lib/auth/staff"

/** The name readers know from this person's stories, or the person's own. */
export async function bylineOf(staff: Staff): Promise<string> {
  if (staff.authorId === null) return staff.name
  const [author] = await database()
    .select({ name: authors.name })
    .from(authors)
    .where(eq(authors.id, staff.authorId))
  return author?.name ?? staff.name
}
