import { index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core"
import { reference } from "./columns.ts"
import { posts } from "./posts.ts"

/**
 * What a thread's pages need to know without counting: one row for a story (`rootId` 0) and one for each conversation
 * in it. A trigger on `comments` keeps them in the same transaction (`db/migrations/0005_threads.sql`), so a recount
 * always agrees.
 */
export const threads = pgTable(
  "threads",
  {
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** The top-level comment, or 0 for the whole story. */
    rootId: reference().notNull(),
    /** Approved comments of the story, or approved answers in the conversation. */
    shown: integer().notNull().default(0),
    /** The last position given: conversations in the story, or answers in the conversation. */
    lastPosition: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.rootId] }),
    index("threads_most_answered_idx").on(t.postId, t.shown.desc(), t.rootId),
  ],
)
