import type { Verdict } from "@/lib/comments/types"
import type { Change } from "@/lib/moderation/live/news"
import type { QueueItem, QueueName } from "@/lib/moderation/types"

/** A press of one of a card's buttons. */
export type Intent = { decision: Decision; reason?: string; about?: string }

const decisions = ["approve", "reject", "spam", "undo", "take", "grant", "deny", "unnote"] as const
type Decision = (typeof decisions)[number]

/** What the card shows: the comment, whether the answer is still on its way, and what was answered. */
export type CardState = {
  item: QueueItem
  sending: boolean
  message: string
  refused: boolean
}

/** What happens to a card: a press, the comment as it is after a note or a reply, or what is heard of others. */
export type Happening =
  | { press: Intent }
  | { item: QueueItem; message: string }
  | { change: Change }
  | { openedBy: string | null }

const verdicts = { approve: "approved", reject: "rejected", spam: "spam", grant: "approved" } as const

/** The card as it will be when the server agrees, shown at once. */
export function expected(state: CardState, { decision, reason, about }: Intent): CardState {
  const { item } = state
  const shown: CardState = { ...state, sending: true, message: "", refused: false }
  if (decision === "undo" && about) return { ...shown, item: { ...item, denial: null } }
  if (decision === "undo") return { ...shown, item: { ...item, status: "pending", standing: null } }
  if (decision === "take") return { ...shown, item: { ...item, openedBy: null } }
  if (decision === "deny" || decision === "unnote") return shown
  const verdict: Verdict = verdicts[decision]
  const standing = { id: 0, verdict, by: "you", reason: reason ?? "", at: new Date(), undoable: true }
  return {
    ...shown,
    item: { ...item, status: verdict, standing, reports: noReports, appeal: null, denial: null },
  }
}

/** What its author has taken back leaves the desk at once. */
const nothingKept = {
  name: "Deleted",
  body: "Its author has deleted this comment.",
  website: "",
  findings: [],
  contributions: [],
  score: null,
}

const noReports = { count: 0, reasons: [], notes: [] }

/** The card after something was heard of it that this person did not do. What is older than what it shows is passed over. */
export function withChange(
  state: CardState,
  { status, standing, event, reported, appealed, open }: Change,
  me: number,
): CardState {
  const { item } = state
  const openedBy = open && open.staffId !== me ? open.by : null
  const known = item.last?.id ?? 0
  // Once a colleague has let go, that they had it says nothing any more.
  const over = item.openedBy !== null && openedBy === null && state.refused
  if (event <= known) {
    const said = over ? { message: "", refused: false } : {}
    return { ...state, ...said, item: { ...item, openedBy } }
  }
  const last = { id: event, action: "edited" as const, by: null, at: new Date() }
  const decided = standing !== null && standing.id !== item.standing?.id
  return {
    ...state,
    message: "",
    refused: false,
    item: {
      ...item,
      ...(status === "deleted" ? nothingKept : {}),
      status,
      openedBy,
      standing: standing && { ...standing, at: new Date(standing.at) },
      reports: reported ? item.reports : noReports,
      appeal: decided || !appealed ? null : item.appeal,
      denial: decided || appealed ? null : item.denial,
      last: item.last ? { ...item.last, id: event } : last,
    },
  }
}

/** The form that the server is sent: what was pressed, and what was seen when it was. */
export function formOf(item: QueueItem, { decision, reason, about }: Intent): FormData {
  const form = new FormData()
  form.set("decision", decision)
  form.set("id", String(item.id))
  form.set("version", String(item.version))
  form.set("standing", item.standing ? String(item.standing.id) : "")
  if (reason) form.set("reason", reason)
  if (about) form.set("about", about)
  return form
}

/** Reads a press from the form whose button was used; `null` when it was no button of ours. */
export function readPress(form: HTMLFormElement, submitter: HTMLElement | null): Intent | null {
  if (!(submitter instanceof HTMLButtonElement)) return null
  const decision = decisions.find((word) => word === submitter.value)
  if (!decision) return null
  const fields = new FormData(form)
  const text = (name: string) => {
    const value = fields.get(name)
    return typeof value === "string" && value !== "" ? value : undefined
  }
  return { decision, reason: decision === "reject" ? text("reason") : undefined, about: text("about") }
}

/** What is said aloud when the server has agreed. */
export function announcement({ decision, about }: Intent, { name, standing }: QueueItem): string {
  if (decision === "take") return `${name}’s comment is yours now.`
  if (decision === "unnote") return "Note taken back."
  if (decision === "deny") return `Appeal denied: ${name}’s comment.`
  if (decision === "undo" && about) return `Denial taken back: ${name}’s appeal waits again.`
  return standing ? `${heard[standing.verdict]}: ${name}’s comment.` : `Taken back: ${name}’s comment.`
}

const heard = { approved: "Approved", rejected: "Rejected", spam: "Marked as spam" }

/** Whether the comment has left the queue that the card stands in. */
export function isSettled({ status, standing, reports, appeal }: QueueItem, queue: QueueName): boolean {
  if (!standing) return false
  if (queue === "reported") return reports.count === 0 || status === "rejected" || status === "spam"
  if (queue === "appeals") return appeal === null
  return status !== (queue === "waiting" ? "pending" : queue)
}
