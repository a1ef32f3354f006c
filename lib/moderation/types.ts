import type { KeptContribution, KeptFinding } from "@/db/schema/comments"
import type { AuditAction } from "@/lib/audit/types"
import type { CommentStatus, Verdict } from "@/lib/comments/types"
import type { StoryThread } from "@/lib/moderation/thread-decisions"

/** What the buttons of a card ask for. */
export const decisionNames = [
  "approve",
  "reject",
  "spam",
  "undo",
  "take",
  "grant",
  "deny",
  "unnote",
  "blackout",
  "unblackout",
  "hold_thread",
  "close_thread",
  "free_thread",
  "undo_thread",
] as const

export const queueNames = ["waiting", "reported", "appeals", "spam", "approved", "rejected"] as const

export type QueueName = (typeof queueNames)[number]

/** How many comments each queue holds, up to a limit, as of an event of the log. */
export type QueueCounts = Record<QueueName, number> & {
  /** Every comment that asks for a decision, once: it waits, readers report it, or its author appeals. */
  undecided: number
  newestEvent: number
}

/** What a card in the queue is told after a press of its buttons. */
export type CardAnswer = { ok: boolean; message: string; item: QueueItem | null }

/** What a form with a text is told: a refused text comes back with it. */
export type TextState =
  | { status: "idle" }
  | { status: "refused"; message: string; text: string }
  | { status: "done"; message: string; item: QueueItem | null }

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
  /** Whether its author proved the address, for this comment. */
  proved: boolean
  /** Whether one of the staff speaks. */
  byStaff: boolean
  post: { id: number; slug: string; title: string }
  /** How its story takes comments; null for a story that readers do not see. */
  thread: StoryThread | null
  parent: { id: number; name: string; excerpt: string } | null
  /** Other comments from the same address, the newest `historyLimit` of them counted. */
  history: { approved: number; rejected: number; spam: number; waiting: number; firstSeen: Date | null }
  /** Why it was held: a key of `lib/comments/reasons.ts`, or empty. */
  heldFor: string
  /** Log odds of spam as the filter sees it, above 0 rather spam; `null` when it was not asked. */
  score: number | null
  contributions: KeptContribution[]
  /** What the checks found in the present text. */
  findings: KeptFinding[]
  /** Reports that no decision has answered yet. */
  reports: { count: number; reasons: string[]; notes: string[] }
  /** What moderators told each other, oldest first; `undoable` for one's own within the hour. */
  notes: { id: number; by: string; body: string; at: Date; undoable: boolean }[]
  /**
   * Its author's answer to a rejection, while nobody has decided about it. `own`: it is against your decision and not
   * yours to answer; `secondLook`: nobody else can, so it is yours a day after it was sent.
   */
  appeal: { id: number; body: string; at: Date; own: boolean; secondLook: boolean } | null
  /** The refusal of its author's appeal, while it stands. */
  denial: { id: number; by: string; at: Date; undoable: boolean } | null
  /** The newest blackout of words that stands in the text. */
  blackout: Blackout | null
  /** Who has it open at this moment, when it is somebody else. */
  openedBy: string | null
  standing: Shown | null
  /** The newest thing that happened to it, and who did it when it was one of the staff. */
  last: { id: number; action: AuditAction; by: string | null; at: Date } | null
}

/** `undoable` while the words are kept, and the text is as it left it. */
export type Blackout = {
  id: number
  by: string
  reason: string
  at: Date
  undoable: boolean
  /** Where the words can still be read, as long as they are kept. */
  remains: {
    /** Spelled otherwise in the same text. */
    spellings: string[]
    inName: boolean
    inWebsite: boolean
    answers: { id: number; name: string }[]
  }
}

/** The decision that a comment's status is owed to. */
export type Shown = {
  id: number
  verdict: Verdict
  by: string
  reason: string
  /** What its author was told beside the reason. */
  line: string | null
  at: Date
  undoable: boolean
}

export const historyLimit = 200
