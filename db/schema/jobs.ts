import { sql } from "drizzle-orm"
import { check, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { id, moment } from "./columns.ts"

/** A scheduled job is always queued: its row moves on to the next time. */
export const jobState = pgEnum("job_state", ["queued", "done", "failed"])

/** Work to be done in the background; `lib/jobs` takes a row under a lease when it is due. */
export const jobs = pgTable(
  "jobs",
  {
    id: id(),
    name: text().notNull(),
    /** The same key again is the same job while that one is queued. */
    key: text(),
    /** Never an address. */
    input: jsonb().notNull(),
    /** Of a scheduled job, with its time zone. */
    schedule: text(),
    state: jobState().notNull().default("queued"),
    dueAt: moment().notNull().defaultNow(),
    leasedUntil: moment(),
    /** Counts how often the row was taken, so that a worker whose lease ran out cannot settle it. */
    lease: integer().notNull().default(0),
    /** Tries since it was enqueued; 0 while it runs says that it was enqueued again meanwhile. */
    attempts: integer().notNull().default(0),
    progressDone: integer().notNull().default(0),
    progressTotal: integer().notNull().default(0),
    lastError: text().notNull().default(""),
    /** Of a job that is tried again and again: since the first try that failed. */
    failingSince: moment(),
    createdAt: moment().notNull().defaultNow(),
    settledAt: moment(),
  },
  (t) => [
    uniqueIndex("jobs_key").on(t.name, t.key).where(sql`state = 'queued'`),
    index("jobs_due_idx").on(t.dueAt, t.id).where(sql`state = 'queued'`),
    index("jobs_settled_idx").on(t.settledAt).where(sql`state <> 'queued'`),
    check("jobs_settled_has_date", sql`(${t.state} = 'queued') = (${t.settledAt} is null)`),
  ],
)
