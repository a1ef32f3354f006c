import "server-only"
import { and, ne, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { foldName } from "@/lib/text/fold-name"

/** Whether readers have stories of another author by this name, as it is read: case, accents and lookalike letters aside. */
export async function isAnothersName(tx: Transaction, author: number, name: string): Promise<boolean> {
  const isRead = sql`exists (
    select from post_bylines b join posts p on p.id = b.post_id where b.author_id = ${authors.id} and p.status = 'published')`
  const others = await tx
    .select({ name: authors.name })
    .from(authors)
    .where(and(ne(authors.id, author), isRead))
  const folded = foldName(name)
  return others.some((other) => foldName(other.name) === folded)
}
