import type { QueueItem, QueueName, Verdict } from "@/lib/comments/decisions"

/** A press of one of a card's buttons. */
export type Press = { decision: "approve" | "reject" | "spam" | "undo"; reason?: string }

/** What the card shows: the comment, whether the answer is still on its way, and what was answered. */
export type CardState = { item: QueueItem; sending: boolean; message: string; refused: boolean }

const verdicts = { approve: "approved", reject: "rejected", spam: "spam" } as const

/** The card as it will be when the server agrees, shown at once. */
export function expected(state: CardState, press: Press): CardState {
  const { item } = state
  const shown: CardState = { ...state, sending: true, message: "", refused: false }
  if (press.decision === "undo") return { ...shown, item: { ...item, status: "pending", standing: null } }
  const verdict: Verdict = verdicts[press.decision]
  const standing = {
    id: 0,
    verdict,
    by: "you",
    reason: press.reason ?? "",
    at: new Date(),
    undoable: true,
  }
  return { ...shown, item: { ...item, status: verdict, standing, reports: noReports } }
}

const noReports = { count: 0, reasons: [], notes: [] }

/** The form that the server is sent: what was pressed, and what was seen when it was. */
export function formOf(item: QueueItem, press: Press): FormData {
  const form = new FormData()
  form.set("decision", press.decision)
  form.set("id", String(item.id))
  form.set("version", String(item.version))
  form.set("standing", item.standing ? String(item.standing.id) : "")
  if (press.reason) form.set("reason", press.reason)
  return form
}

/** What is said aloud when the server has agreed. */
export function announcement({ name, standing }: QueueItem): string {
  return standing ? `${heard[standing.verdict]}: ${name}’s comment.` : `Taken back: ${name}’s comment.`
}

const heard = { approved: "Approved", rejected: "Rejected", spam: "Marked as spam" }

/** Whether the comment has left the queue that the card stands in. */
export function isSettled({ status, standing, reports }: QueueItem, queue: QueueName): boolean {
  if (!standing) return false
  if (queue === "reported") return reports.count === 0 || status === "rejected" || status === "spam"
  return status !== (queue === "waiting" ? "pending" : queue)
}
