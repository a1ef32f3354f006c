import { decisionNames, type QueueItem } from "@/lib/moderation/types"

export type Decision = (typeof decisionNames)[number]

/** A press of one of a card's buttons. */
export type Press = {
  decision: Decision
  reason?: string
  line?: string
  words?: string
  /** Whether the words were typed, and not offered by the card: then their form begins anew. */
  typed?: boolean
  /** The note, the blackout or the change of a mode that is meant. */
  about?: number
}

/** A press, and the version of the text that was on the screen. */
export type QueuedPress = Press & { version: number }

/** The form that the server is sent. */
export function formOf(item: QueueItem, press: QueuedPress): FormData {
  const form = new FormData()
  form.set("decision", press.decision)
  form.set("id", String(item.id))
  form.set("version", String(press.version))
  form.set("standing", item.standing ? String(item.standing.id) : "")
  if (press.reason) form.set("reason", press.reason)
  if (press.line) form.set("line", press.line)
  if (press.words) form.set("words", press.words)
  const about = aboutOf(item, press)
  if (about) form.set("about", String(about))
  if (isAboutThread(press)) form.set("story", String(item.post.id))
  return form
}

/** Whether a press is about the whole thread of a story, and leaves the comment as it is. */
export function isAboutThread({ decision }: Press): boolean {
  return decision.endsWith("_thread")
}

/** The appeal, the denial or the note that a press is about. The newest decision is undone first. */
function aboutOf({ appeal, denial }: QueueItem, { decision, about }: Press): number | undefined {
  if (decision === "grant" || decision === "deny") return appeal?.id
  return decision === "undo" && denial?.undoable ? denial.id : about
}

/** Reads a press from the form whose button was used; `null` when it was no decision. */
export function readPress(form: HTMLFormElement, submitter: HTMLElement | null): Press | null {
  if (!(submitter instanceof HTMLButtonElement)) return null
  const decision = decisionNames.find((word) => word === submitter.value)
  if (!decision) return null
  const fields = new FormData(form)
  if (decision === "blackout") {
    const reason = String(fields.get("reason"))
    return {
      decision,
      reason,
      words: String(fields.get("words")),
      typed: form.querySelector("textarea") !== null,
    }
  }
  const named = ["unnote", "unblackout", "undo_thread"].includes(decision)
  return named ? { decision, about: Number(fields.get("about")) } : { decision }
}
