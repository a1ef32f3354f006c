import { sql } from "drizzle-orm"
import { check, index, pgTable, uniqueIndex } from "drizzle-orm/pg-core"
import { bytes, id, moment, reference } from "./columns.ts"
import { posts } from "./posts.ts"
import { staff } from "./staff.ts"

/** Links by which somebody without an account reads a story before its readers do. */
export const postPreviewLinks = pgTable(
  "post_preview_links",
  {
    id: id(),
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    /** SHA-256 of the random part of the address, which nothing else holds. */
    tokenHash: bytes().notNull(),
    /** Who made it: it shows what they may see, and nothing once they may not. */
    createdBy: reference()
      .notNull()
      .references(() => staff.id),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    /** Not written any more, since opening a page changes nothing; older links have it still. */
    lastOpenedAt: moment(),
  },
  (t) => [
    uniqueIndex("post_preview_links_token_key").on(t.tokenHash),
    index("post_preview_links_post_idx").on(t.postId, t.id),
    index("post_preview_links_created_by_idx").on(t.createdBy),
    index("post_preview_links_expires_idx").on(t.expiresAt),
    check("post_preview_links_hash_length", sql`length(${t.tokenHash}) = 32`),
    check("post_preview_links_end", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
)
