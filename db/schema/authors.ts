import { sql } from "drizzle-orm"
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { id, moment, reference } from "./columns.ts"

/** A profile: who stories are posted by, as readers know them. Not every author can sign in. */
export const authors = pgTable(
  "authors",
  {
    id: id(),
    slug: text().notNull(),
    name: text().notNull(),
    /** `publication`: its own byline, which is nobody's; at most one. */
    kind: text({ enum: ["person", "publication"] })
      .notNull()
      .default("person"),
    title: text().notNull().default(""),
    bio: text().notNull().default(""),
    pronouns: text().notNull().default(""),
    /** How the name is said, in letters. */
    pronunciation: text().notNull().default(""),
    /** Addresses elsewhere, in order. */
    links: jsonb().$type<string[]>().notNull().default([]),
    /** Address of the picture on this site, or empty. */
    picture: text().notNull().default(""),
    /** Counts changes, so that two people never overwrite each other unseen. */
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("authors_slug_key").on(t.slug),
    uniqueIndex("authors_publication_key").on(t.kind).where(sql`kind = 'publication'`),
    index("authors_name_idx").on(sql`lower(${t.name})`, t.id),
    check("authors_slug_form", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 200`),
    check("authors_name_length", sql`length(${t.name}) between 1 and 200`),
    check("authors_title_length", sql`length(${t.title}) <= 200`),
    check("authors_bio_length", sql`length(${t.bio}) <= 2000`),
    check("authors_pronouns_length", sql`length(${t.pronouns}) <= 60`),
    check("authors_pronunciation_length", sql`length(${t.pronunciation}) <= 120`),
    check("authors_links", sql`jsonb_typeof(${t.links}) = 'array' and jsonb_array_length(${t.links}) <= 8`),
  ],
)

/** Addresses that an author, or one merged into them, had before; they answer 308 to the present one. */
export const authorSlugs = pgTable(
  "author_slugs",
  {
    slug: text().primaryKey(),
    authorId: reference()
      .notNull()
      .references(() => authors.id),
  },
  (t) => [index("author_slugs_author_idx").on(t.authorId)],
)
