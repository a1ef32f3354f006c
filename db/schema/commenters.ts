import { integer, pgTable, uniqueIndex } from "drizzle-orm/pg-core"
import { bytes, id, moment } from "./columns.ts"

/**
 * An address that somebody has proved to be theirs, or was asked to prove. It is no account: it holds nothing but what
 * mail about one's own comments needs.
 */
export const commenters = pgTable(
  "commenters",
  {
    id: id(),
    emailSealed: bytes().notNull(),
    emailHash: bytes().notNull(),
    /** When a link mailed to it was first used. */
    provedAt: moment(),
    /** When its owner asked to hear nothing more from here. */
    mailStoppedAt: moment(),
    /** Counted up to end every link and remembered browser at once. */
    epoch: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [uniqueIndex("commenters_email_hash_key").on(t.emailHash)],
)
