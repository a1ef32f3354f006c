import "server-only"
import { sql } from "drizzle-orm"
import { database, type Transaction } from "@/db/client"
import { prepared } from "@/db/prepared"
import { refusedChange } from "@/db/refused-change"
import { comments } from "@/db/schema/comments"
import type { FirstVerdict } from "@/lib/comments/screening/first-verdict"
import { countingOf, type Limit, limitOf, type Try } from "@/lib/rate-limit"

type Kept = { ok: true } | { ok: false; repeated: true } | { ok: false; repeated: false; over: Limit }

/**
 * Writes a comment, why it appears or waits, and what it counts against the limits: one statement, so all of it or
 * nothing, and one trip to the database for each comment that comes. Waits for an equal comment that is being written
 * at this moment, and then is the repetition of it. In a transaction, that has to end when nothing was kept.
 */
export async function keepComment(
  row: typeof comments.$inferInsert & { id: number },
  { status, reason }: FirstVerdict,
  tries: Try[],
  tx?: Transaction,
): Promise<Kept> {
  const fresh = database().insert(comments).values(row).onConflictDoNothing().returning({ id: comments.id })
  const statement = sql`
      with fresh as ${fresh}, noted as (
        insert into moderation_events (comment_id, action, to_status, reason, comment_version)
        select id, ${arrival[status]}::moderation_action, ${status}::comment_status, ${reason ?? ""}, 1 from fresh
      ), ${countingOf(tries)}
      select refuse_change(case
        when not exists (select from fresh) then 'repeated'
        else (select key from counted where over order by place limit 1)
      end)`
  try {
    await (tx ? tx.execute(statement) : prepared(statement))
    return { ok: true }
  } catch (error) {
    const why = refusedChange(error)
    if (why === null) throw error
    if (why === "repeated") return { ok: false, repeated: true }
    return { ok: false, repeated: false, over: limitOf(tries, why) }
  }
}

const arrival = { approved: "published", pending: "held", spam: "marked_spam" } as const
