import "server-only"
import { sql } from "drizzle-orm"
import { mostTags } from "@/db/cache-tags"
import type { Transaction } from "@/db/client"

/**
 * The addresses of published stories that name an author. Of more than can be told to the stores one by one only so many
 * that every page is dropped.
 */
export async function listStoriesOf(tx: Transaction, authorId: number): Promise<string[]> {
  const rows = await tx.execute<{ slug: string }>(sql`
    select distinct p.slug from post_bylines b join posts p on p.id = b.post_id
    where b.author_id = ${authorId} and b.published_at is not null limit ${mostTags + 1}`)
  return rows.map(({ slug }) => slug)
}

/** Those among them that somebody of the staff has answered under. */
export async function listAnsweredStoriesOf(
  tx: Transaction,
  authorId: number,
  staffId: number,
): Promise<string[]> {
  const rows = await tx.execute<{ slug: string }>(sql`
    select distinct p.slug from post_bylines b join posts p on p.id = b.post_id
    where b.author_id = ${authorId} and b.published_at is not null and exists (
      select from comments c where c.post_id = p.id and c.staff_id = ${staffId} and c.status = 'approved')
    limit ${mostTags + 1}`)
  return rows.map(({ slug }) => slug)
}
