import type { AuditAction } from "@/lib/audit/types"

const nouns: Partial<Record<AuditAction, string>> = {
  approved: "the approval of",
  rejected: "the rejection of",
  marked_spam: "the spam mark on",
  appeal_denied: "the denial of the appeal about",
  blacked_out: "the blackout of words of",
  comment_mode_set: "the change of how comments are taken on",
  banned: "a ban",
  ban_lifted: "the end of a ban",
}

/** What was taken back, as a noun before what it was about. */
export function takenBack(action: AuditAction | undefined): string {
  return (action && nouns[action]) ?? "a decision about"
}
