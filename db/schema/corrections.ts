import { sql } from "drizzle-orm"
import { check, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { id, moment, reference } from "./columns.ts"
import { posts } from "./posts.ts"
import { staff } from "./staff.ts"

/** Something was wrong and is right now; or it was right, and could be misunderstood. */
export const correctionKind = pgEnum("correction_kind", ["correction", "clarification"])

/** Where on the story readers find it. */
export const correctionPlace = pgEnum("correction_place", ["top", "foot"])

/** What a publication tells its readers about a story that it has changed after publishing it. */
export const corrections = pgTable(
  "corrections",
  {
    id: id(),
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    kind: correctionKind().notNull(),
    place: correctionPlace().notNull(),
    /** Plain text; an empty line parts two paragraphs. */
    body: text().notNull(),
    createdBy: reference().references(() => staff.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("corrections_newest_idx").on(t.createdAt.desc(), t.id.desc()),
    index("corrections_post_idx").on(t.postId, t.createdAt),
    check("corrections_body_length", sql`length(${t.body}) between 1 and 2000`),
  ],
)

/** What readers say is wrong with a story. Nothing of them is kept but their words. */
export const errorReports = pgTable(
  "error_reports",
  {
    id: id(),
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    body: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    /** When an editor had dealt with it, and who. */
    closedAt: moment(),
    closedBy: reference().references(() => staff.id),
  },
  (t) => [
    index("error_reports_open_idx").on(t.id).where(sql`closed_at is null`),
    index("error_reports_closed_idx").on(t.closedAt).where(sql`closed_at is not null`),
    // The same words about the same story, sent twice, are one report while nobody has dealt with it.
    uniqueIndex("error_reports_once_key").on(t.postId, sql`md5(${t.body})`).where(sql`closed_at is null`),
    check("error_reports_body_length", sql`length(${t.body}) between 1 and 2000`),
  ],
)
