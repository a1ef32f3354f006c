import "server-only"
import { and, eq, gte, inArray, or, type SQL, sql } from "drizzle-orm"
import type { Queryable } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { posts } from "@/db/schema/posts"
import type { Age, QueueFilters } from "@/lib/moderation/queue/url"
import { beginnings, saidWords } from "@/lib/moderation/queue/word-search"

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
