import { sql } from "drizzle-orm"
import { type AnyPgColumn, check, index, integer, pgTable, text } from "drizzle-orm/pg-core"
import { id, moment, reference } from "./columns.ts"
import { posts } from "./posts.ts"
import { staff } from "./staff.ts"

/**
 * What staff say to each other about a passage of a story, and what others answer. The passage is kept here and not in the
 * document, as its words and those around them (W3C Web Annotation, "Text Quote Selector"), so that no copy of a story
 * holds any of it.
 */
export const postNotes = pgTable(
  "post_notes",
  {
    id: id(),
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** The note that it answers; null of one on a passage. */
    parentId: reference().references((): AnyPgColumn => postNotes.id, { onDelete: "cascade" }),
    staffId: reference()
      .notNull()
      .references(() => staff.id),
    body: text().notNull(),
    /** The passage, what stands before and after it, and how many letters into the text it stood. */
    quote: text().notNull().default(""),
    before: text().notNull().default(""),
    after: text().notNull().default(""),
    place: integer().notNull().default(0),
    createdAt: moment().notNull().defaultNow(),
    resolvedAt: moment(),
    resolvedBy: reference().references(() => staff.id),
  },
  (t) => [
    index("post_notes_post_idx").on(t.postId, t.id),
    index("post_notes_parent_idx").on(t.parentId).where(sql`parent_id is not null`),
    check("post_notes_body_length", sql`length(${t.body}) between 1 and 2000`),
    check(
      "post_notes_passage_length",
      sql`length(${t.quote}) <= 500 and length(${t.before}) <= 64 and length(${t.after}) <= 64`,
    ),
    check("post_notes_on_passage", sql`(${t.parentId} is null) = (${t.quote} <> '')`),
    check("post_notes_resolved", sql`${t.parentId} is null or ${t.resolvedAt} is null`),
  ],
)
