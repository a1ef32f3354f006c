import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
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

/** What a check found, as it was said when the comment was screened; see `lib/comments/screening/screening.ts`. */
export type KeptFinding = { check: string; verdict: "hold" | "spam"; reason: string; evidence: string }

/** What a word or a signal added to the score; together with the others it is the score. */
export type KeptContribution = { label: string; weight: number }

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
    /**
     * Its number among the story's conversations, or for an answer among its conversation's answers, counted as they
     * first appear. Given by a trigger and kept for good, so that its page never changes.
     */
    position: integer(),
    /** Set when one of the staff speaks. */
    staffId: reference().references(() => staff.id),
    /** When its author proved that the address is theirs, for this comment; null for whoever only typed it. */
    provedAt: moment(),
    /** Whether its author wants to hear of answers; mailed only to proved addresses. */
    notifyReplies: boolean().notNull().default(false),
    /** How much it looks like what was taken for spam here: log odds, above 0 rather spam. */
    score: doublePrecision(),
    /** Of the present version of the text. */
    findings: jsonb().$type<KeptFinding[]>().notNull().default([]),
    contributions: jsonb().$type<KeptContribution[]>().notNull().default([]),
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
    // A story's newest, for its feed, without walking through all of them.
    index("comments_newest_idx").on(t.postId, t.id).where(sql`status = 'approved'`),
    index("comments_network_kept_idx").on(t.createdAt).where(sql`network_hash is not null`),
    index("comments_queue_idx").on(t.status, t.id),
    index("comments_email_hash_idx").on(t.emailHash, t.createdAt),
    index("comments_risk_idx").on(t.score.desc(), t.id).where(sql`status = 'pending'`),
    index("comments_network_idx").on(t.networkHash, t.createdAt).where(sql`network_hash is not null`),
    index("comments_top_idx").on(t.postId, t.position).where(sql`parent_id is null and position is not null`),
    index("comments_answers_idx")
      .on(t.postId, sql`(path[1])`, t.position)
      .where(sql`parent_id is not null and position is not null`),
    index("comments_words_idx").using("gin", sql`to_tsvector('simple', name || ' ' || body)`),
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
  "hidden",
  "proved",
  "appealed",
  "appeal_denied",
  "banned",
  "ban_lifted",
  "settings_changed",
])

/** Many decisions made at once, so that they can be taken back at once. */
export const moderationBatches = pgTable("moderation_batches", {
  id: id(),
  staffId: reference()
    .notNull()
    .references(() => staff.id),
  action: moderationAction().notNull(),
  /** What was asked for, in words for the log: never an address. */
  about: text().notNull().default(""),
  createdAt: moment().notNull().defaultNow(),
  undoneAt: moment(),
})

/**
 * Every decision is a row: who, what, when, why, on which version of the text. Append-only, and chained: each row's
 * hash covers the row and the hash before it (`lib/log`).
 */
export const moderationEvents = pgTable(
  "moderation_events",
  {
    id: id(),
    /** Null for what is about no comment: a ban of a person, or the settings. */
    commentId: reference().references(() => comments.id),
    /** Null when the publication's rules or the comment's author acted. */
    staffId: reference().references(() => staff.id),
    action: moderationAction().notNull(),
    fromStatus: commentStatus(),
    toStatus: commentStatus(),
    /** The name of the rule or reason, a key of `lib/comments/reasons.ts`. */
    reason: text().notNull().default(""),
    commentVersion: integer(),
    /** The event this one takes back; each can be taken back once. */
    undoes: reference().references((): AnyPgColumn => moderationEvents.id),
    batchId: reference().references(() => moderationBatches.id),
    /** The ban that was made or lifted; its row may be gone again. */
    banId: reference(),
    /** What else belongs to the decision, in plain values: never an address. */
    detail: jsonb().$type<Record<string, string | number | boolean>>().notNull().default({}),
    createdAt: moment().notNull().defaultNow(),
    /** Its place in the chain and the chain's hash up to here; null for the second until it is chained. */
    chainSeq: reference(),
    chainHash: bytes(),
  },
  (t) => [
    index("moderation_events_comment_idx").on(t.commentId, t.id),
    index("moderation_events_staff_idx").on(t.staffId, t.id),
    index("moderation_events_batch_idx").on(t.batchId, t.id),
    // The newest decision of a batch, without walking past all that were taken back.
    index("moderation_events_batch_action_idx").on(t.batchId, t.action, t.id),
    // Rows are only ever added, so a page of the table is a stretch of time and this stays tiny.
    index("moderation_events_time_idx").using("brin", t.createdAt),
    // What began to wait since somebody was told.
    index("moderation_events_waiting_idx")
      .on(t.createdAt)
      .where(sql`to_status = 'pending' and from_status is distinct from 'pending'`),
    index("moderation_events_unchained_idx").on(t.id).where(sql`chain_seq is null`),
    uniqueIndex("moderation_events_chain_key").on(t.chainSeq),
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
    index("comment_reports_time_idx").using("brin", t.createdAt),
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
