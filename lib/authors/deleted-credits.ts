import "server-only"
import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { authors } from "@/db/schema/authors"
import { recordEvent } from "@/lib/audit/mutations"
import type { Staff } from "@/lib/auth/staff"
import { readSetting } from "@/lib/settings/queries"
import { insertAuthor } from "@/lib/staff/byline"

/** Of `post_bylines b`: that the story was not deleted for good. A deleted story keeps one byline, which counts for no author. */
export const ofKeptStory = sql`b.post_id not in (select id from posts where deleted_at is not null)`

/**
 * Credits the publication in place of an author on stories that were deleted for good, since every story credits somebody.
 * The caller holds the lock on bylines.
 */
export async function passDeletedStories(tx: Transaction, staff: Staff, from: number): Promise<void> {
  const [held] = await tx.execute(sql`select from post_bylines where author_id = ${from} limit 1`)
  if (!held) return
  const to = await ensurePublication(tx, staff)
  await tx.execute(sql`update post_bylines set author_id = ${to} where author_id = ${from}`)
  await tx.execute(sql`update posts set author_id = ${to} where author_id = ${from}`)
}

async function ensurePublication(tx: Transaction, staff: Staff): Promise<number> {
  const [known] = await tx.select({ id: authors.id }).from(authors).where(eq(authors.kind, "publication"))
  if (known) return known.id
  const name = await readSetting(tx, "publicationName")
  const made = await insertAuthor(tx, { name, kind: "publication" })
  const detail = { author: made.slug }
  await recordEvent(tx, { authorId: made.id, staffId: staff.id, action: "author_made", detail })
  return made.id
}
