import { sql } from "drizzle-orm"
import { check, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { id, moment } from "./columns.ts"

/** A byline: who a story is posted by. Not every author can sign in. */
export const authors = pgTable(
  "authors",
  {
    id: id(),
    slug: text().notNull(),
    name: text().notNull(),
    title: text().notNull().default(""),
    bio: text().notNull().default(""),
    /** Address of the picture on this site, or empty. */
    picture: text().notNull().default(""),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("authors_slug_key").on(t.slug),
    check("authors_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 200`),
    check("authors_name_length", sql`length(${t.name}) between 1 and 200`),
    check("authors_bio_length", sql`length(${t.bio}) <= 2000`),
  ],
)
