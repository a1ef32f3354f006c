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
import { bytes, moment, reference } from "./columns.ts"
import { posts } from "./posts.ts"
import { staff } from "./staff.ts"

export const commentStatus = pgEnum("comment_status", ["pending", "approved", "rejected", "spam", "deleted"])

/** What a check found, as it was said when the comment was screened; see `lib/comments/screening/check.ts`. */
export type KeptFinding = { check: string; verdict: "hold" | "spam"; reason: string; evidence: string }

/** What a word or a signal added to the score; together with the others it is the score. */
export type KeptContribution = { label: string; weight: number }

const mailboxOfRow = sql`coalesce(mailbox_hash, email_hash)`
const wideNetworkOfRow = sql`coalesce(wide_network_hash, network_hash)`

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
    /** The same of its mailbox, under which everything counts that speaks against somebody; null where not yet known. */
    mailboxHash: bytes(),
    website: text().notNull().default(""),
    body: text().notNull(),
    /** Keyed hash of address, name and words: the same words again are counted once. */
    fingerprint: bytes().notNull(),
    /** Keyed hash of the network address under a key that is thrown away; then this is null too. */
    networkHash: bytes(),
    /** The same of the wider network (`lib/visitors/ip-prefix.ts`); null where it was not kept yet. */
    wideNetworkHash: bytes(),
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
    index("comments_mailbox_idx").on(mailboxOfRow, t.createdAt),
    index("comments_mailbox_missing_idx").on(t.id).where(sql`mailbox_hash is null and status <> 'deleted'`),
    index("comments_risk_idx").on(t.score.desc(), t.id).where(sql`status = 'pending'`),
    index("comments_network_idx").on(t.networkHash, t.createdAt).where(sql`network_hash is not null`),
    index("comments_wide_network_idx").on(wideNetworkOfRow, t.createdAt).where(sql`network_hash is not null`),
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
