import type { comments, moderationEvents } from "@/db/schema/comments"

export type CommentStatus = (typeof comments.$inferSelect)["status"]
export type ModerationAction = (typeof moderationEvents.$inferSelect)["action"]

/** What a moderator can decide about a comment. */
export type Verdict = "approved" | "rejected" | "spam"

/** What the moderator had before their eyes; a decision about anything else is refused. */
export type Seen = {
  id: number
  /** The version of the text. */
  version: number
  /** The decision that stood, or nothing when there was none. */
  standing?: number | null
}

/** Who decided what, for telling the one who came second. */
export type Earlier = { name: string; did: Verdict | "undone"; at: Date }

export type Refusal =
  | "not-allowed"
  | "gone"
  | "deleted"
  | "edited"
  | "decided"
  | "too-late"
  | "own-decision"
  | "appeal-decided"

/** `earlier` is there when somebody else's decision is the reason of the answer. */
export type Outcome =
  | { ok: true; status: CommentStatus; eventId: number | null; earlier?: Earlier }
  | { ok: false; reason: Refusal; earlier?: Earlier }

/** Decisions can be taken back for this long. */
export const undoMinutes = 60

export const actionOf = {
  approved: "approved",
  rejected: "rejected",
  spam: "marked_spam",
} as const satisfies Record<Verdict, ModerationAction>

/** The verdict that an event pronounced, or `null` when it was no moderator's decision. */
export function verdictOf(action: ModerationAction): Verdict | null {
  if (action === "marked_spam") return "spam"
  return action === "approved" || action === "rejected" ? action : null
}

export const queueNames = ["waiting", "reported", "approved", "rejected", "spam"] as const

export type QueueName = (typeof queueNames)[number]

/** A comment as moderators see it: no address of its author, only what was decided about it before. */
export type QueueItem = {
  id: number
  status: CommentStatus
  version: number
  name: string
  website: string
  body: string
  createdAt: Date
  editedAt: Date | null
  post: { slug: string; title: string }
  parent: { id: number; name: string; excerpt: string } | null
  /** Other comments from the same address, the newest `historyLimit` of them counted. */
  history: { approved: number; rejected: number; spam: number; waiting: number; firstSeen: Date | null }
  /** Why it was held: a key of `lib/comments/reasons.ts`, or empty. */
  heldFor: string
  /** Reports that no decision has answered yet. */
  reports: { count: number; reasons: string[]; notes: string[] }
  standing: {
    id: number
    verdict: Verdict
    by: string
    reason: string
    at: Date
    undoable: boolean
  } | null
  /** The newest thing that happened to it, and who did it when it was one of the staff. */
  last: { action: ModerationAction; by: string | null; at: Date } | null
}

export const historyLimit = 200

/** What a card in the queue is told after a press of its buttons. */
export type CardAnswer = { ok: boolean; message: string; item: QueueItem | null }
