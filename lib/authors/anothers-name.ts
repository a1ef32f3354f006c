import "server-only"
import { ne } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { foldName } from "@/lib/text/fold-name"

/** Whether readers know another author by this name, as it is read: case, accents and lookalike letters aside. */
export async function isAnothersName(tx: Transaction, author: number, name: string): Promise<boolean> {
  const others = await tx.select({ name: authors.name }).from(authors).where(ne(authors.id, author))
  const folded = foldName(name)
  return others.some((other) => foldName(other.name) === folded)
}
