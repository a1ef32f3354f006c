import type { CheckFinding } from "@/lib/documents/check-finding"
import type { HeldText, SaveAnswer, SeeAlso } from "@/lib/documents/save-answer"
import type { SaveIntent } from "@/lib/posts/input"

/** What a button of the editor asks for. */
export type Wish = SaveIntent | WithoutText

/** Wishes that send no text. */
type WithoutText = "unpublish" | "unschedule" | "discard"

/** What became of the last wish. */
export type SavingState =
  | { phase: "idle" }
  /** `trouble` is what the last try met, until this one has ended. */
  | { phase: "saving"; wish: Wish; trouble: Trouble | null }
  /** `updated`: readers had an earlier version before. `reminders`: of what was typed and not saved. */
  | { phase: "saved"; wish: Wish; story: HeldText; updated: boolean; reminders?: Record<string, string> }
  /** Ctrl+S, and nothing was sent: there is nothing new, or only a button changes what readers see. */
  | { phase: "kept"; kept: "nothing" | "browser" | "page"; at: number }
  | Trouble

/** What stands between the text and its saving. */
export type Trouble =
  | {
      phase: "refused"
      /** What was asked for; nothing where the page refused it by itself. */
      wish?: Wish
      message: string
      errors: Record<string, string>
      see?: SeeAlso | undefined
      /** What the checklist found, and what was wished then. */
      checks?: { findings: readonly CheckFinding[]; wish: Wish }
    }
  | { phase: "stale"; wish: Wish; by: string | null; own: boolean; theirs: HeldText }
  | { phase: "signed-out"; wish: Wish }
  | { phase: "unreachable"; wish: Wish }

export function isTrouble(state: SavingState): state is Trouble {
  return ["refused", "stale", "signed-out", "unreachable"].includes(state.phase)
}

/** Whether a text may be saved without anybody pressing a button: only where readers do not see what is saved. */
export function savesItself(story: HeldText | null): boolean {
  if (story === null || hasCopy(story)) return true
  return !["scheduled", "published", "withdrawn"].includes(story.status)
}

/** Whether a save keeps newer words beside those that readers see. */
export function hasCopy(story: HeldText | null): boolean {
  return story?.status === "published" && story.unseen !== undefined
}

/** Whether a wish sends no text. */
export function isWithoutText(wish: Wish): wish is WithoutText {
  return wish === "unpublish" || wish === "unschedule" || wish === "discard"
}

/** What is said beside fields: why they were refused, or that they were not saved. */
export function saidOfFields(state: SavingState): Record<string, string> {
  if (state.phase === "refused") return state.errors
  return (state.phase === "saved" && state.reminders) || {}
}

/** How a wish ended. `updated`: readers had an earlier version before. */
export function stateAfter(answer: SaveAnswer, wish: Wish, updated: boolean): SavingState {
  if (answer.ok) {
    const { story, reminders } = answer
    return { phase: "saved", wish, story, updated, ...(reminders && { reminders }) }
  }
  if (answer.reason === "stale") {
    const { by, own, story } = answer
    return { phase: "stale", wish, by, own, theirs: story }
  }
  if (answer.reason === "signed-out") return { phase: "signed-out", wish }
  const { message, errors, see, findings } = answer
  const checks = findings && { findings, wish }
  return { phase: "refused", wish, message, errors, ...(see && { see }), ...(checks && { checks }) }
}
