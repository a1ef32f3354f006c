import { sql } from "drizzle-orm"
import { check, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { auditEvents } from "./audit.ts"
import { bytes, id, moment, reference } from "./columns.ts"
import { comments } from "./comments.ts"
import { staff } from "./staff.ts"

export const banKind = pgEnum("ban_kind", ["address", "domain", "network", "name"])

/** Who may not speak here for a time. Undoing a ban within the hour takes its row out; lifting it later keeps it. */
export const bans = pgTable(
  "bans",
  {
    id: id(),
    kind: banKind().notNull(),
    /** Keyed hash of an address, or of a network under a salt that is thrown away after two days. */
    hash: bytes(),
    /** A domain in lower case, or a name in which `*` stands for anything. */
    pattern: text().notNull().default(""),
    reason: text().notNull().default(""),
    /** The comment that was the occasion. */
    commentId: reference().references(() => comments.id, { onDelete: "set null" }),
    staffId: reference()
      .notNull()
      .references(() => staff.id),
    createdAt: moment().notNull().defaultNow(),
    /** Null for one without an end. */
    expiresAt: moment(),
    liftedAt: moment(),
  },
  (t) => [
    index("bans_hash_idx").on(t.hash).where(sql`hash is not null`),
    index("bans_standing_idx").on(t.kind).where(sql`lifted_at is null`),
    check("bans_hash_or_pattern", sql`(${t.kind} in ('address', 'network')) = (${t.hash} is not null)`),
    check("bans_pattern_length", sql`length(${t.pattern}) <= 245 and length(${t.reason}) <= 500`),
  ],
)

/** What moderators tell each other about a comment. */
export const commentNotes = pgTable(
  "comment_notes",
  {
    id: id(),
    commentId: reference()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    staffId: reference()
      .notNull()
      .references(() => staff.id),
    body: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("comment_notes_comment_idx").on(t.commentId, t.id),
    check("comment_notes_length", sql`length(${t.body}) between 1 and 2000`),
  ],
)

/** Who has a comment open at the desk, so that two people do not decide about it. Runs out by itself. */
export const commentLeases = pgTable(
  "comment_leases",
  {
    commentId: reference()
      .primaryKey()
      .references(() => comments.id, { onDelete: "cascade" }),
    staffId: reference()
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    until: moment().notNull(),
  },
  (t) => [index("comment_leases_staff_idx").on(t.staffId)],
)

/** An author's one answer to a rejection; somebody else than who rejected decides about it, where there is somebody. */
export const commentAppeals = pgTable(
  "comment_appeals",
  {
    id: id(),
    commentId: reference()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    /** The decision that is appealed against. */
    eventId: reference()
      .notNull()
      .references(() => auditEvents.id),
    body: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    /** The event that decided it, either way. */
    decidedBy: reference().references(() => auditEvents.id),
  },
  (t) => [
    uniqueIndex("comment_appeals_once_key").on(t.commentId),
    index("comment_appeals_open_idx").on(t.id).where(sql`decided_by is null`),
    check("comment_appeals_length", sql`length(${t.body}) between 1 and 2000`),
  ],
)

/** What a moderator wrote to the author with a rejection. Beside the log, since the author can have it deleted. */
export const decisionLines = pgTable(
  "decision_lines",
  {
    eventId: reference()
      .primaryKey()
      .references(() => auditEvents.id, { onDelete: "cascade" }),
    commentId: reference()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    body: text().notNull(),
  },
  (t) => [
    index("decision_lines_comment_idx").on(t.commentId),
    check("decision_lines_length", sql`length(${t.body}) between 1 and 300`),
  ],
)

/**
 * The text of a comment before and after a moderator blacked words of it out, and those words: null once that can no longer be
 * taken back. Beside the log, since the author can have them deleted; taking a blackout back deletes its row.
 */
export const blackouts = pgTable(
  "blackouts",
  {
    eventId: reference()
      .primaryKey()
      .references(() => auditEvents.id, { onDelete: "cascade" }),
    commentId: reference()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    original: text(),
    masked: text(),
    words: text(),
  },
  (t) => [
    index("blackouts_comment_idx").on(t.commentId),
    index("blackouts_kept_idx").on(t.eventId).where(sql`original is not null`),
  ],
)
