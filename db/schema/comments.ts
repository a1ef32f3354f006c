import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { bytes, id, moment, reference } from "./columns.ts"
import { posts } from "./posts.ts"
import { staff } from "./staff.ts"

export const commentStatus = pgEnum("comment_status", ["pending", "approved", "rejected", "spam", "deleted"])

export const comments = pgTable(
  "comments",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedByDefaultAsIdentity(),
    postId: reference()
      .notNull()
      .references(() => posts.id, { onDelete: "cascade" }),
    parentId: reference(),
    /**
     * The ids from the top-level comment down to this one. Ordering by it gives the whole thread,
     * oldest first and replies under what they answer, from one index.
     */
    path: bigint({ mode: "number" }).array().notNull(),
    status: commentStatus().notNull().default("pending"),
    /** Counts edits of the text; a decision names the version it saw. */
    version: integer().notNull().default(1),
    name: text().notNull(),
    /** AES-256-GCM under a key that is not in the database. */
    emailSealed: bytes().notNull(),
    /** Keyed hash of the address in lower case: finds, never tells. */
    emailHash: bytes().notNull(),
    website: text().notNull().default(""),
    body: text().notNull(),
    /** Keyed hash of address, name and words: the same words again are counted once. */
    fingerprint: bytes().notNull(),
    /** Keyed hash of the network address under a key that is thrown away; then this is null too. */
    networkHash: bytes(),
    createdAt: moment().notNull().defaultNow(),
    editedAt: moment(),
  },
  (t) => [
    unique("comments_id_post_id_key").on(t.id, t.postId),
    foreignKey({
      name: "comments_parent_in_same_post",
      columns: [t.parentId, t.postId],
      foreignColumns: [t.id as AnyPgColumn, t.postId as AnyPgColumn],
    }),
    uniqueIndex("comments_said_once_key")
      .on(t.postId, sql`coalesce(parent_id, 0)`, t.fingerprint)
      .where(sql`status <> 'deleted'`),
    index("comments_thread_idx").on(t.postId, t.path),
    // Readers' threads never touch a story's spam.
    index("comments_shown_idx").on(t.postId, t.path).where(sql`status = 'approved'`),
    index("comments_network_kept_idx").on(t.createdAt).where(sql`network_hash is not null`),
    index("comments_queue_idx").on(t.status, t.id),
    index("comments_email_hash_idx").on(t.emailHash, t.createdAt),
    check("comments_path_ends_here", sql`${t.path}[array_length(${t.path}, 1)] = ${t.id}`),
    check(
      "comments_path_follows_parent",
      sql`(${t.parentId} is null and array_length(${t.path}, 1) = 1)
        or (${t.parentId} is not null and ${t.path}[array_length(${t.path}, 1) - 1] = ${t.parentId})`,
    ),
    check("comments_name_length", sql`length(${t.name}) between 1 and 245`),
    check("comments_website_length", sql`length(${t.website}) <= 200`),
    check("comments_body_length", sql`octet_length(${t.body}) between 1 and 65525`),
  ],
)

export const moderationAction = pgEnum("moderation_action", [
  "held",
  "published",
  "approved",
  "rejected",
  "marked_spam",
  "undone",
  "edited",
  "deleted",
])

/** Every decision is a row: who, what, when, why, on which version of the text. Append-only. */
export const moderationEvents = pgTable(
  "moderation_events",
  {
    id: id(),
    commentId: reference()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    /** Null when the publication's rules or the comment's author acted. */
    staffId: reference().references(() => staff.id),
    action: moderationAction().notNull(),
    fromStatus: commentStatus(),
    toStatus: commentStatus().notNull(),
    /** The name of the rule or reason, a key of `lib/comments/reasons.ts`. */
    reason: text().notNull().default(""),
    commentVersion: integer().notNull(),
    /** The event this one takes back; each can be taken back once. */
    undoes: reference().references((): AnyPgColumn => moderationEvents.id),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("moderation_events_comment_idx").on(t.commentId, t.id),
    uniqueIndex("moderation_events_undone_once_key").on(t.undoes),
    check("moderation_events_reason_length", sql`length(${t.reason}) <= 500`),
  ],
)

export const reportReason = pgEnum("report_reason", ["offensive", "abusive", "spam", "other"])

export const commentReports = pgTable(
  "comment_reports",
  {
    id: id(),
    commentId: reference()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    reason: reportReason().notNull(),
    note: text().notNull().default(""),
    networkHash: bytes(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("comment_reports_comment_idx").on(t.commentId),
    index("comment_reports_network_kept_idx").on(t.createdAt).where(sql`network_hash is not null`),
    uniqueIndex("comment_reports_once_key").on(t.commentId, t.networkHash),
    check("comment_reports_note_length", sql`length(${t.note}) <= 1000`),
  ],
)

/** Salts of the network hash, one a day; deleting a row makes that day's hashes meaningless. */
export const networkSalts = pgTable("network_salts", {
  day: text().primaryKey(),
  salt: bytes().notNull(),
})
