import type { auditEvents } from "@/db/schema/audit"

export type AuditAction = (typeof auditEvents.$inferSelect)["action"]
export type AuditSubject = (typeof auditEvents.$inferSelect)["subject"]

/** What was decided can be taken back for this long. */
export const undoMinutes = 60

/** What is recorded: about which subject, by whom, and what belongs to it. */
export type NewEvent = Omit<typeof auditEvents.$inferInsert, "chainSeq" | "chainHash" | "createdAt"> & {
  /** As Postgres writes a time; without it, the moment at which the row is written. */
  createdAt?: string
}
