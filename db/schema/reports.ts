import { sql } from "drizzle-orm"
import { check, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { bytes, id, moment, reference } from "./columns.ts"
import { commenters } from "./commenters.ts"
import { comments } from "./comments.ts"

export const reportReason = pgEnum("report_reason", [
  "offensive",
  "abusive",
  "spam",
  "other",
  "personal-details",
  "untrue",
  // Inserted by the screening: a finding about an unproved address.
  "address",
])

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
    /** The same of the wider network: those of one count as one person. */
    wideNetworkHash: bytes(),
    /** Whom to mail the outcome: somebody who asked, from a browser that had proved their address. */
    commenterId: reference().references(() => commenters.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("comment_reports_comment_idx").on(t.commentId),
    index("comment_reports_time_idx").using("brin", t.createdAt),
    index("comment_reports_network_kept_idx").on(t.createdAt).where(sql`network_hash is not null`),
    index("comment_reports_commenter_idx").on(t.commenterId).where(sql`commenter_id is not null`),
    uniqueIndex("comment_reports_once_key").on(t.commentId, t.networkHash),
    check("comment_reports_note_length", sql`length(${t.note}) <= 1000`),
  ],
)
