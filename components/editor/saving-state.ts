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
  /**
   * `updated`: readers had an earlier version before. `reminders`: of what was typed and not saved. `refusal`: what a
   * button met before the text was saved by itself.
   */
  | {
      phase: "saved"
      wish: Wish
      story: HeldText
      updated: boolean
      reminders?: Record<string, string>
      refusal?: Refusal
    }
  /** Ctrl+S, and nothing was sent: there is nothing new, or only a button changes what readers see. */
  | { phase: "kept"; kept: "nothing" | "browser" | "page"; at: number }
  | Trouble

type Refusal = {
  phase: "refused"
  /** What was asked for; nothing where the page refused it by itself. */
  wish?: Wish
  message: string
  errors: Record<string, string>
  see?: SeeAlso | undefined
  /** What the checklist found, and what was wished then. */
  checks?: { findings: readonly CheckFinding[]; wish: Wish }
}

/** What stands between the text and its saving. */
export type Trouble =
  | Refusal
  | { phase: "stale"; wish: Wish; by: string | null; own: boolean; theirs: HeldText }
  | { phase: "signed-out"; wish: Wish }
  | { phase: "unreachable"; wish: Wish }

export function isTrouble(state: SavingState): state is Trouble {
  return ["refused", "stale", "signed-out", "unreachable"].includes(state.phase)
}

/** The trouble that is still to be read. */
export function standingTrouble(state: SavingState): Trouble | null {
  if (state.phase === "saving") return state.trouble
  if (state.phase === "saved") return state.refusal ?? null
  return isTrouble(state) ? state : null
}

/** What is still true once somebody types in this field: what was refused there is being mended. */
export function stateAfterTyping(state: SavingState, field: string): SavingState {
  const trouble = standingTrouble(state)
  const isMended = trouble?.phase === "refused" && field in trouble.errors
  if (state.phase === "saving") return isMended ? { ...state, trouble: null } : state
  // Only a mark or a list is needed while somebody writes on.
  const { errors, checks } = (state.phase === "saved" && state.refusal) || {}
  const isRead = errors !== undefined && Object.keys(errors).length === 0 && !checks
  return state.phase === "kept" || isMended || isRead ? { phase: "idle" } : state
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
  const trouble = standingTrouble(state)
  if (trouble?.phase === "refused") return trouble.errors
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

/** Nobody pressed a button for this save, so what the last button met is not answered by it. */
export function withRefusal(state: SavingState, trouble: Trouble | null): SavingState {
  const stands = state.phase === "saved" && trouble?.phase === "refused" && trouble.wish !== "save"
  return stands ? { ...state, refusal: trouble } : state
}
