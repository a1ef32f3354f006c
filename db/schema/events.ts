import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { bytes, id, moment, reference } from "./columns.ts"
import { commentStatus, comments } from "./comments.ts"
import { staff } from "./staff.ts"

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
 * hash covers the row and the hash before it (`lib/audit`).
 */
export const moderationEvents = pgTable(
  "moderation_events",
  {
    id: id(),
    /** Null for what is about no comment: a ban of a person, or the settings. */
    commentId: reference().references(() => comments.id, { onDelete: "cascade" }),
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
