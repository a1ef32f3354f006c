import { sql } from "drizzle-orm"
import { check, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { bytes, id, moment, reference } from "./columns.ts"
import { commenters } from "./commenters.ts"
import { staff } from "./staff.ts"

export const subscriberStatus = pgEnum("subscriber_status", ["unconfirmed", "confirmed", "unsubscribed"])

export const subscribers = pgTable(
  "subscribers",
  {
    id: id(),
    emailSealed: bytes().notNull(),
    emailHash: bytes().notNull(),
    status: subscriberStatus().notNull().default("unconfirmed"),
    createdAt: moment().notNull().defaultNow(),
    confirmedAt: moment(),
    unsubscribedAt: moment(),
  },
  (t) => [
    uniqueIndex("subscribers_email_hash_key").on(t.emailHash),
    check("subscribers_confirmed_has_date", sql`${t.status} <> 'confirmed' or ${t.confirmedAt} is not null`),
  ],
)

export const deliveryState = pgEnum("delivery_state", ["queued", "sending", "sent", "failed", "in_doubt"])

export const deliveryKind = pgEnum("delivery_kind", [
  "confirmation",
  "welcome",
  "staff_link",
  "commenter_proof",
  "commenter_link",
  "comment_reply",
  "moderation_digest",
  "report_outcome",
  "staff_notice",
  "story_step",
])

/**
 * One message to one recipient. "sending" is written before the mail server is spoken to, so a crash
 * leaves at most one message in doubt per worker, and it is never guessed.
 */
export const mailDeliveries = pgTable(
  "mail_deliveries",
  {
    id: id(),
    kind: deliveryKind().notNull(),
    subscriberId: reference().references(() => subscribers.id, { onDelete: "cascade" }),
    commenterId: reference().references(() => commenters.id, { onDelete: "cascade" }),
    staffId: reference().references(() => staff.id, { onDelete: "cascade" }),
    recipientSealed: bytes().notNull(),
    /** What the message is made of, never the message: templates are code. */
    content: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Names this message among all of its kind; the same key again is the same message. */
    dedupeKey: text().notNull(),
    state: deliveryState().notNull().default("queued"),
    attempts: integer().notNull().default(0),
    dueAt: moment().notNull().defaultNow(),
    leasedUntil: moment(),
    sentAt: moment(),
    /** The mail server's last answer, without addresses. */
    lastError: text().notNull().default(""),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("mail_deliveries_dedupe_key").on(t.kind, t.dedupeKey),
    index("mail_deliveries_subscriber_idx").on(t.subscriberId, t.createdAt),
    index("mail_deliveries_commenter_idx").on(t.commenterId, t.createdAt),
    index("mail_deliveries_staff_idx").on(t.staffId, t.createdAt),
    index("mail_deliveries_due_idx").on(t.dueAt, t.id).where(sql`state in ('queued', 'sending')`),
    check("mail_deliveries_attempts", sql`${t.attempts} between 0 and 20`),
  ],
)
