import "server-only"
import { and, eq, exists, gt, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { commentAppeals } from "@/db/schema/moderation"
import { posts } from "@/db/schema/posts"
import { commentReports } from "@/db/schema/reports"
import { isOpen, newestDecision } from "@/lib/comments/current-decision"
import type { Age, QueueCursor, QueueFilters } from "@/lib/moderation/queue/url"
import type { QueueName } from "@/lib/moderation/types"

const statusOf = { waiting: "pending", approved: "approved", rejected: "rejected", spam: "spam" } as const

/** The condition that a comment is in a queue. */
export function belongsTo(db: Queryable, queue: QueueName): SQL | undefined {
  if (queue === "appeals") {
    const open = db
      .select({ id: commentAppeals.commentId })
      .from(commentAppeals)
      .where(isNull(commentAppeals.decidedBy))
    return and(inArray(comments.id, open), inArray(comments.status, ["rejected", "spam"]))
  }
  if (queue !== "reported") return eq(comments.status, statusOf[queue])
  const reported = db.select({ id: commentReports.commentId }).from(commentReports)
  const decision = newestDecision(db, comments.id).as("decision")
  const open = db
    .select({ id: commentReports.id })
    .from(commentReports)
    .leftJoinLateral(decision, sql`true`)
    .where(and(eq(commentReports.commentId, comments.id), isOpen(decision.at)))
  return and(inArray(comments.status, ["pending", "approved"]), inArray(comments.id, reported), exists(open))
}

/** The condition of what somebody typed into the filter; everything they typed is meant literally. */
export async function narrowedTo(db: Queryable, filters: QueueFilters): Promise<SQL | undefined> {
  const { words, story, name, age, score } = filters
  const said = words === "" ? null : await beginnings(db, words)
  const called = name === "" ? null : await beginnings(db, name)
  return and(
    said === null ? undefined : sql`${saidWords} @@ ${said}::tsquery`,
    // The first condition is what the index answers, the second leaves out those who only mention the name.
    called === null
      ? undefined
      : sql`${saidWords} @@ ${called}::tsquery and to_tsvector('simple', ${comments.name}) @@ ${called}::tsquery`,
    story === "" ? undefined : inArray(comments.postId, storiesCalled(db, story)),
    age === "" ? undefined : sql`${comments.createdAt} ${spans[age]}`,
    score === null ? undefined : gte(comments.score, score),
  )
}

/** To the letter what `comments_words_idx` is on. */
const saidWords = sql`to_tsvector('simple', ${comments.name} || ' ' || ${comments.body})`

/**
 * A query for texts in which every word begins with one of the words typed. Built of what Postgres itself takes for
 * words and quoted as `tsquery` wants it, so no sign has a meaning; a text without any word is found nowhere. Asked for
 * beforehand: only of words that it knows can Postgres tell whether the index or the queue's order finds them sooner.
 */
async function beginnings(db: Queryable, text: string): Promise<string> {
  const quoted = sql`'''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''':*'`
  const [row] = await db.execute<{ query: string | null }>(
    sql`select string_agg(${quoted}, ' & ') as query from unnest(to_tsvector('simple', ${text}::text))`,
  )
  return row?.query ?? ""
}

/** A story's own address, its slug, or a part of its title. */
function storiesCalled(db: Queryable, typed: string) {
  const slug = /\/posts\/([a-z0-9-]+)/.exec(typed)?.[1] ?? typed
  return db
    .select({ id: posts.id })
    .from(posts)
    .where(or(eq(posts.slug, slug), sql`strpos(lower(${posts.title}), lower(${typed}::text)) > 0`))
}

const spans: Record<Age, SQL> = {
  hour: sql`> now() - interval '1 hour'`,
  day: sql`> now() - interval '1 day'`,
  week: sql`> now() - interval '7 days'`,
  "older-day": sql`< now() - interval '1 day'`,
  "older-week": sql`< now() - interval '7 days'`,
  "older-month": sql`< now() - interval '30 days'`,
}

/** What comes after a comment in the order of time. */
export function followsInTime(cursor: QueueCursor | null, oldestFirst: boolean): SQL | undefined {
  if (!cursor) return undefined
  return oldestFirst ? gt(comments.id, cursor.id) : lt(comments.id, cursor.id)
}

/** Among comments with a score, highest first: written so that the index is entered where the page begins. */
export function followsByScore(cursor: QueueCursor | null): SQL | undefined {
  if (!cursor) return isNotNull(comments.score)
  if (cursor.score === null) return sql`false`
  return and(
    lte(comments.score, cursor.score),
    or(lt(comments.score, cursor.score), gt(comments.id, cursor.id)),
  )
}

/** Among comments that the filter has not judged, which come after all others. */
export function followsUnscored(cursor: QueueCursor | null): SQL | undefined {
  const begins = cursor && cursor.score === null ? gt(comments.id, cursor.id) : undefined
  return and(isNull(comments.score), begins)
}
