import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core"
import { auditActions, auditSubjects } from "./audit-actions.ts"
import { bytes, id, moment, reference } from "./columns.ts"
import { commentStatus, comments } from "./comments.ts"
import { postStatus, posts } from "./posts.ts"
import { staff } from "./staff.ts"

/** Many decisions made at once, so that they can be taken back at once. */
export const moderationBatches = pgTable("moderation_batches", {
  id: id(),
  staffId: reference()
    .notNull()
    .references(() => staff.id),
  action: text({ enum: auditActions }).notNull(),
  /** What was asked for, in words for the log: never an address. */
  about: text().notNull().default(""),
  createdAt: moment().notNull().defaultNow(),
  undoneAt: moment(),
})

const status = () => text({ enum: [...commentStatus.enumValues, ...postStatus.enumValues] })

/**
 * Everything that was decided or done is a row: who, what, when, why, about what and on which version of it.
 * Append-only, and chained: each row's hash covers the row and the hash before it (`lib/audit`).
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: id(),
    /** What it is about, made from which of the ids below is there; a comment beside a ban is its occasion. */
    subject: text({ enum: auditSubjects })
      .notNull()
      .generatedAlwaysAs(
        sql`case when topic is not null then topic when author_id is not null then 'author' when page_id is not null then 'page' when media_id is not null then 'media' when post_id is not null then 'post' when member_id is not null then 'staff' when ban_id is not null then 'ban' when comment_id is not null then 'comment' else 'settings' end`,
      ),
    commentId: reference().references(() => comments.id, { onDelete: "cascade" }),
    postId: reference().references(() => posts.id),
    /** Its row may be gone again. */
    banId: reference(),
    /** Whom of the staff it is about. */
    memberId: reference().references(() => staff.id),
    /** Which picture it is about. Its row may be gone again. */
    mediaId: reference(),
    /** Which author's profile it is about. Its row may be gone again. */
    authorId: reference(),
    /** Which page (About, Privacy…) it is about. Its row may be gone again. */
    pageId: reference(),
    /** What it is about where that has no row of its own, or one that may be merged into another. */
    topic: text({ enum: ["front_page", "tag"] }),
    /** Who did it. Null when it was the publication's rules, the comment's author, or the operator at the terminal. */
    staffId: reference().references(() => staff.id),
    action: text({ enum: auditActions }).notNull(),
    fromStatus: status(),
    toStatus: status(),
    /** The name of the rule or reason, a key of `lib/comments/reasons.ts`. */
    reason: text().notNull().default(""),
    /** Of the comment or story. */
    version: integer(),
    /** The event this one takes back; each can be taken back once. */
    undoes: reference().references((): AnyPgColumn => auditEvents.id),
    batchId: reference().references(() => moderationBatches.id),
    /** What else belongs to it, in plain values: never an address. */
    detail: jsonb().$type<Record<string, string | number | boolean>>().notNull().default({}),
    /** When it was done, and not when its transaction began and perhaps waited for a lock. */
    createdAt: moment().notNull().default(sql`clock_timestamp()`),
    /** Its place in the chain and the chain's hash up to here; null for the second until it is chained. */
    chainSeq: reference(),
    chainHash: bytes(),
  },
  (t) => [
    index("audit_events_comment_idx").on(t.commentId, t.id),
    index("audit_events_post_idx").on(t.postId, t.id).where(sql`post_id is not null`),
    index("audit_events_page_idx").on(t.pageId, t.id).where(sql`page_id is not null`),
    // Most of the log is about comments; what is not is found without walking past all of them.
    index("audit_events_subject_idx").on(t.subject, t.id).where(sql`subject <> 'comment'`),
    index("audit_events_staff_idx").on(t.staffId, t.id),
    index("audit_events_batch_idx").on(t.batchId, t.id),
    // The newest decision of a batch, without walking past all that were taken back.
    index("audit_events_batch_action_idx").on(t.batchId, t.action, t.id),
    // Rows are only ever added, so a page of the table is a stretch of time and this stays tiny.
    index("audit_events_time_idx").using("brin", t.createdAt),
    // What began to wait since somebody was told.
    index("audit_events_waiting_idx")
      .on(t.createdAt)
      .where(sql`to_status = 'pending' and from_status is distinct from 'pending'`),
    index("audit_events_unchained_idx").on(t.id).where(sql`chain_seq is null`),
    uniqueIndex("audit_events_chain_key").on(t.chainSeq),
    uniqueIndex("audit_events_undone_once_key").on(t.undoes),
    check("audit_events_reason_length", sql`length(${t.reason}) <= 500`),
    check("audit_events_action_form", sql`${t.action} ~ '^[a-z_]{1,40}$'`),
    // Whatever else comes has a column of its own, and is not taken for a change of the settings.
    check("audit_events_settings", sql`(${t.subject} = 'settings') = (${t.action} = 'settings_changed')`),
  ],
)
