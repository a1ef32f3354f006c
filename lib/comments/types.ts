import type { comments } from "@/db/schema/comments"
import type { AuditAction } from "@/lib/audit/types"

export type CommentStatus = (typeof comments.$inferSelect)["status"]

/** What a moderator can decide about a comment. */
export type Verdict = "approved" | "rejected" | "spam"

export const actionOf = {
  approved: "approved",
  rejected: "rejected",
  spam: "marked_spam",
} as const satisfies Record<Verdict, AuditAction>

/** The verdict that an event pronounced, or `null` when it was no moderator's decision. */
export function verdictOf(action: AuditAction): Verdict | null {
  if (action === "marked_spam") return "spam"
  return action === "approved" || action === "rejected" ? action : null
}

/** Why a comment that has answers shows no text. */
export type Gone = "by-moderator" | "by-author" | "being-read"

export const goneOf: Record<CommentStatus, Gone | null> = {
  approved: null,
  pending: "being-read",
  rejected: "by-moderator",
  spam: "by-moderator",
  deleted: "by-author",
}
