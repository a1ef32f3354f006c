import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { postDate, posts } from "@/db/schema/posts"
import type { StoryCursor } from "@/lib/posts/story-cursor"
import type { StorySort } from "@/lib/posts/story-list-url"

type Order = {
  by: SQL[]
  /** What a story is sorted by, as text for a cursor. */
  key: SQL<string>
  after: (cursor: StoryCursor) => SQL
}

/** As much of a title as an address has room for, where a letter can take nine characters. */
const titleKey = sql<string>`left(lower(${posts.title}), 60)`

/**
 * Each along an index, and from where the page before ended, so that the last page costs what the first does. Of a writer
 * their own stories are gathered first, which are hundreds and not hundreds of thousands.
 */
export const storyOrders: Record<StorySort, Order> = {
  saved: byMoment(sql`${posts.updatedAt}`, sql`nulls last`),
  published: byMoment(postDate, sql`nulls first`),
  title: {
    by: [titleKey, sql`${posts.id}`],
    key: titleKey,
    after: ({ key, id }) => sql`(${titleKey}, ${posts.id}) > (${key}::text, ${id}::bigint)`,
  },
}

function byMoment(moment: SQL, nulls: SQL): Order {
  return {
    by: [sql`${moment} desc ${nulls}`, sql`${posts.id} desc ${nulls}`],
    key: sql`(extract(epoch from ${moment}) * 1000000)::bigint::text`,
    after: ({ key, id }) => sql`(${moment}, ${posts.id}) < (
      'epoch'::timestamptz + ${key}::float8 * interval '1 microsecond', ${id}::bigint)`,
  }
}
