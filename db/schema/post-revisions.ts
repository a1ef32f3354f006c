import { sql } from "drizzle-orm"
import { type AnyPgColumn, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { id, moment, reference } from "./columns.ts"
import { type bylinePart, type commentMode, posts, type RichTextNode } from "./posts.ts"
import { staff } from "./staff.ts"

/** All that a person edits of a story, at one moment. */
export type RevisionContent = {
  title: string
  standfirst: string
  slug: string
  body: RichTextNode
  tags: string[]
  bylines: { authorId: number; part: (typeof bylinePart.enumValues)[number] }[]
  leadMediaId: number | null
  picture: string
  pictureAlt: string
  /** As in `posts`; absent where empty, as in revisions from before stories had them. */
  searchTitle?: string
  searchDescription?: string
  socialTitle?: string
  socialDescription?: string
  canonicalUrl?: string
  /** Chosen for a published story and not in force yet; absent where nothing else was chosen. */
  commentMode?: (typeof commentMode.enumValues)[number] | null
  offFrontPage?: boolean
}

/**
 * Earlier and newest words of stories. One of kind `sitting` is written over while the same person goes on within some
 * minutes; all others stay as they are until retention removes them.
 */
export const postRevisions = pgTable(
  "post_revisions",
  {
    id: id(),
    postId: reference()
      .notNull()
      .references((): AnyPgColumn => posts.id, { onDelete: "cascade" }),
    kind: text({ enum: ["sitting", "named", "published", "restored"] }).notNull(),
    /** What somebody called it, so that it is kept; else empty. */
    name: text().notNull().default(""),
    content: jsonb().$type<RevisionContent>().notNull(),
    /** Null of what was there before stories had revisions and nobody is known to have saved. */
    staffId: reference().references((): AnyPgColumn => staff.id),
    /** The story's version that this save made. */
    postVersion: integer().notNull(),
    startedAt: moment().notNull().defaultNow(),
    savedAt: moment().notNull().defaultNow(),
    restoredFromId: reference().references((): AnyPgColumn => postRevisions.id, { onDelete: "set null" }),
    /** From when until when readers saw these words; both null of what they never saw. */
    publicFrom: moment(),
    publicUntil: moment(),
  },
  (t) => [
    index("post_revisions_post_idx").on(t.postId, t.id.desc()),
    index("post_revisions_restored_idx").on(t.restoredFromId).where(sql`restored_from_id is not null`),
    // Merging authors looks for the versions that name one.
    index("post_revisions_bylines_idx").using("gin", sql`(content -> 'bylines') jsonb_path_ops`),
    // Retention looks for old ones that nobody named and readers never saw.
    index("post_revisions_passing_idx").on(t.savedAt).where(sql`public_from is null and name = ''`),
    check("post_revisions_name_length", sql`length(${t.name}) <= 120`),
    check("post_revisions_named", sql`${t.kind} <> 'named' or ${t.name} <> ''`),
    check("post_revisions_content", sql`${t.content} -> 'body' ->> 'type' = 'doc'`),
    check("post_revisions_public", sql`${t.publicUntil} is null or ${t.publicFrom} is not null`),
  ],
)
