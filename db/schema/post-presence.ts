import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { moment, reference } from "./columns.ts"
import { posts } from "./posts.ts"
import { staff } from "./staff.ts"

/** Who has a story open at the desk, by tab. A row counts for as long as its tab renews it. */
export const postPresence = pgTable(
  "post_presence",
  {
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    staffId: reference()
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    /** Named by the page. */
    tab: text().notNull(),
    seenAt: moment().notNull().defaultNow(),
    /** When something was last typed there; null where nothing was. */
    typedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.staffId, t.tab] }),
    index("post_presence_staff_idx").on(t.staffId, t.seenAt.desc()),
    index("post_presence_seen_idx").on(t.seenAt),
  ],
)
