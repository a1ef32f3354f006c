import { sql } from "drizzle-orm"
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { authors } from "./authors.ts"
import { id, reference } from "./columns.ts"
import { media } from "./media.ts"
import { pages } from "./pages.ts"
import { posts } from "./posts.ts"

/** Where pictures are used: kept with what uses them, in the same transaction. */
export const mediaUses = pgTable(
  "media_uses",
  {
    id: id(),
    mediaId: reference()
      .notNull()
      .references(() => media.id),
    postId: reference().references(() => posts.id, { onDelete: "cascade" }),
    authorId: reference().references(() => authors.id, { onDelete: "cascade" }),
    pageId: reference().references(() => pages.id, { onDelete: "cascade" }),
    /**
     * Of a story, of a page (`body` alone), of an author (`portrait`), or of the publication itself (`logo`, `social`: what links to it show elsewhere); `revision` where
     * earlier or newer words of a story have it, or had when they were saved. */
    place: text({ enum: ["lead", "body", "revision", "portrait", "logo", "social"] }).notNull(),
  },
  (t) => [
    uniqueIndex("media_uses_post_key").on(t.postId, t.place, t.mediaId).where(sql`post_id is not null`),
    uniqueIndex("media_uses_author_key").on(t.authorId).where(sql`author_id is not null`),
    uniqueIndex("media_uses_page_key").on(t.pageId, t.mediaId).where(sql`page_id is not null`),
    uniqueIndex("media_uses_publication_key")
      .on(t.place)
      .where(sql`post_id is null and author_id is null and page_id is null`),
    index("media_uses_media_idx").on(t.mediaId),
    check(
      "media_uses_subject",
      sql`case when ${t.place} in ('logo', 'social') then num_nonnulls(${t.postId}, ${t.authorId}, ${t.pageId}) = 0
        when ${t.place} = 'portrait' then ${t.authorId} is not null and num_nonnulls(${t.postId}, ${t.pageId}) = 0
        when ${t.place} = 'body' then ${t.authorId} is null and num_nonnulls(${t.postId}, ${t.pageId}) = 1
        else ${t.postId} is not null and num_nonnulls(${t.authorId}, ${t.pageId}) = 0 end`,
    ),
  ],
)
