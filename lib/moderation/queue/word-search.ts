import "server-only"
import { sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"

/** To the letter what `comments_words_idx` is on. */
export const saidWords = sql`to_tsvector('simple', ${comments.name} || ' ' || ${comments.body})`

/**
 * A query for texts in which every word begins with one of the words typed. Built of what Postgres itself takes for
 * words and quoted as `tsquery` wants it, so no sign has a meaning; a text without any word is found nowhere. Asked for
 * beforehand: only of words that it knows can Postgres tell whether the index or the queue's order finds them sooner.
 */
export async function beginnings(db: Queryable, text: string): Promise<string> {
  const quoted = sql`'''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''':*'`
  const [row] = await db.execute<{ query: string | null }>(
    sql`select string_agg(${quoted}, ' & ') as query from unnest(to_tsvector('simple', ${text}::text))`,
  )
  return row?.query ?? ""
}
