import { boolean, integer, pgTable, text } from "drizzle-orm/pg-core"
import { moment, reference } from "./columns.ts"
import { comments } from "./comments.ts"

/** In how many comments that were taken for spam, and in how many that were approved, a word or signal occurred. */
export const filterFeatures = pgTable("filter_features", {
  /** The empty one counts comments. */
  feature: text().primaryKey(),
  spam: integer().notNull().default(0),
  ham: integer().notNull().default(0),
})

/** What was learnt from a comment, so that it can be taken back to the letter. */
export const filterLessons = pgTable("filter_lessons", {
  commentId: reference()
    .primaryKey()
    .references(() => comments.id, { onDelete: "cascade" }),
  spam: boolean().notNull(),
  features: text().array().notNull(),
  createdAt: moment().notNull().defaultNow(),
})
