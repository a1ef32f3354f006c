import { sql } from "drizzle-orm"
import { check, index, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { authors } from "./authors.ts"
import { bytes, id, moment, reference } from "./columns.ts"

export const staffRole = pgEnum("staff_role", ["writer", "editor", "moderator", "admin"])

/** When somebody who decides about comments is mailed that some wait. */
export const commentMail = pgEnum("comment_mail", ["off", "at_once", "hourly", "daily"])

export const staff = pgTable(
  "staff",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    /** argon2id in PHC form; null until the invitation is used. */
    passwordHash: text(),
    roles: staffRole().array().notNull(),
    /** The byline this person writes under. */
    authorId: reference().references(() => authors.id),
    createdAt: moment().notNull().defaultNow(),
    /** When the invitation was used. */
    joinedAt: moment(),
    /** Suspended since then; for somebody who never joined, the invitation was withdrawn. */
    disabledAt: moment(),
    commentMail: commentMail().notNull().default("hourly"),
    /** When they were last mailed about waiting comments, and up to which one. */
    commentMailAt: moment(),
    commentMailUpTo: reference().notNull().default(0),
  },
  (t) => [
    uniqueIndex("staff_email_key").on(t.email),
    check("staff_email_is_lower_case", sql`${t.email} = lower(${t.email}) and length(${t.email}) <= 254`),
    check("staff_name_length", sql`length(${t.name}) between 1 and 200`),
    check("staff_has_a_role", sql`cardinality(${t.roles}) > 0`),
  ],
)

/** A signed-in browser. The session cookie carries this row's id, so ending the row ends the session. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    staffId: reference()
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    userAgent: text().notNull().default(""),
    createdAt: moment().notNull().defaultNow(),
    lastSeenAt: moment().notNull().defaultNow(),
    /** When its owner last proved who they are, by signing in or by writing the password again. */
    confirmedAt: moment().notNull().defaultNow(),
    /** When a second factor was proved or set up in it. */
    secondFactorAt: moment(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [index("sessions_staff_id_idx").on(t.staffId)],
)

export const staffLinkPurpose = pgEnum("staff_link_purpose", ["setup", "invite", "reset", "sign_in", "email"])

/** A one-time link that sets a password, signs in or confirms an address; only the hash of its secret is kept. */
export const staffLinks = pgTable("staff_links", {
  tokenHash: bytes().primaryKey(),
  purpose: staffLinkPurpose().notNull(),
  /** Null for the link that makes the first admin. */
  staffId: reference().references(() => staff.id, { onDelete: "cascade" }),
  /** The address that an `email` link confirms. */
  newEmail: text(),
  expiresAt: moment().notNull(),
  usedAt: moment(),
})
