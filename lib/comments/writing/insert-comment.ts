import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { prepared } from "@/db/prepared"
import { refusedChange } from "@/db/refused-change"
import { comments } from "@/db/schema/comments"
import type { CommentContext } from "@/lib/comments/context"
import type { FirstVerdict } from "@/lib/comments/screening/first-verdict"
import { countingOf, type KeyedTry, type Limit, limitOf } from "@/lib/visitors/rate-limit"

export type InsertedComment =
  | { ok: true }
  /** Said meanwhile, or the place is not as it was judged; the proof of the address was erased; or a limit is reached. */
  | { ok: false; why: "judge-again" | "not-proved" }
  | { ok: false; why: "over"; limit: Limit }

export type NewComment = {
  row: typeof comments.$inferInsert & { id: number; emailHash: Buffer }
  verdict: FirstVerdict
  /** What it counts against, and the story and settings by which it was judged. */
  counts: { tries: KeyedTry[]; judged: CommentContext }
}

/**
 * Writes a comment, why it appears or waits, and what it counts against the limits: one statement, so all of it or
 * nothing, and one trip to the database for each comment that comes. Waits for an equal comment that is being written
 * at this moment, and then is the repetition of it; and for the address being erased at this moment. Nothing is kept
 * where the place or the settings are, at the moment of writing, not as they were `judged`. In a transaction, that has to end when nothing was kept.
 */
export async function insertComment(
  { row, verdict: { status, reason, flagged }, counts: { tries, judged } }: NewComment,
  tx?: Transaction,
): Promise<InsertedComment> {
  // The function is part of the row, so it comes before the row does.
  const emailHash = sql`address_to_speak_under(${row.emailHash}::bytea, ${row.provedAt != null}::boolean)`
  const values = { ...row, emailHash }
  const fresh = database()
    .insert(comments)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: comments.id })
  const flag = flagged
    ? sql`flag as (insert into comment_reports (comment_id, reason) select id, 'address' from fresh), `
    : sql``
  const statement = sql`
      with fresh as ${fresh}, noted as (
        insert into audit_events (comment_id, action, to_status, reason, version)
        select id, ${arrival[status]}::text, ${status}::text, ${reason ?? ""}, 1
        from fresh
      ), ${flag}${countingOf(tries)}
      select refuse_change(case
        when not exists (select from fresh) or not ${asJudged(judged)} then 'judge-again'
        else (select key from counted where over order by place limit 1)
      end)`
  try {
    await (tx ? tx.execute(statement) : prepared(statement))
    return { ok: true }
  } catch (error) {
    const why = refusedChange(error)
    if (why === null) throw error
    if (why === "judge-again" || why === "not-proved") return { ok: false, why }
    return { ok: false, why: "over", limit: limitOf(tries, why) }
  }
}

const arrival = { approved: "published", pending: "held", spam: "marked_spam" } as const

/** Whether the story, the settings and the comment answered are as they were read. */
function asJudged({ post, parent, settingsAt }: CommentContext): SQL {
  return sql`place_is_still(${post.id}::bigint, ${post.status}::post_status, ${post.commentMode}::comment_mode,
    ${post.publishedAt}::timestamptz, ${settingsAt}::timestamptz,
    ${parent?.path.at(-1) ?? null}::bigint, ${parent?.status ?? null}::comment_status)`
}
