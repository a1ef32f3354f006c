import type { ModerationAction } from "@/lib/comments/types"

/** How the log names what was done; the keys are those of the table. */
export const actionWords: Record<ModerationAction, string> = {
  approved: "approved",
  rejected: "rejected",
  marked_spam: "marked as spam",
  undone: "taken back",
  held: "held",
  published: "appeared at once",
  edited: "changed",
  deleted: "deleted",
  hidden: "hidden",
  proved: "address proved",
  appealed: "appealed",
  appeal_denied: "appeal denied",
  banned: "banned",
  ban_lifted: "ban ended",
  settings_changed: "settings changed",
}

export const moderationActions = Object.keys(actionWords) as [ModerationAction, ...ModerationAction[]]

/** Who acted when it was none of the staff. */
export function systemName(action: ModerationAction): "The rules" | "Its author" {
  return ["edited", "deleted", "proved", "appealed"].includes(action) ? "Its author" : "The rules"
}
