import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { moment } from "./columns.ts"

/** What staff can set, one row a key; `lib/settings` knows the keys, their shapes and defaults. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: moment().notNull().defaultNow(),
})

/** Counters of the limits. Keys are keyed hashes; a row may vanish at any time after `resetsAt`. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  count: integer().notNull(),
  resetsAt: moment().notNull(),
})
