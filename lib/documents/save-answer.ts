import type { CheckFinding } from "@/lib/documents/check-finding"
import type { PostStatus } from "@/lib/documents/post-statuses"

/** What an editor needs to know of the text that the site holds now, a story or a page. */
export type HeldText = {
  id: number
  slug: string
  /** Where readers find it once it is published. */
  path: string
  status: PostStatus
  version: number
  savedAt: string
  /** Whether the site holds newer words than readers see. Absent where there are none beside those, as of a page. */
  unseen?: boolean
}

/** How a save ended. Whatever it is, everything typed stays where it was typed. */
export type SaveAnswer<Held extends HeldText = HeldText> =
  /** `reminders`: of what was typed and not saved, by field. */
  { ok: true; story: Held; reminders?: Record<string, string> } | RefusedSave<Held>

export type RefusedSave<Held extends HeldText = HeldText> =
  /** `own`: the same person saved it, in another tab or on another device. */
  | { ok: false; reason: "stale"; by: string | null; own: boolean; story: Held }
  | { ok: false; reason: "signed-out" }
  /** `story` is there when a draft was made before the rest was refused, or it is published. */
  | {
      ok: false
      reason: "refused"
      message: string
      errors: Record<string, string>
      see?: SeeAlso | undefined
      /** What keeps a story from its readers until it is mended, or published anyway. */
      findings?: readonly CheckFinding[]
      story?: Held
    }

/** What is in the way, to be opened. */
export type SeeAlso = { href: string; label: string }

/** Said beside the buttons when a sentence beside a field says the rest. */
export const checkFields = "Check the marked fields, then try again."

/** A refusal in words, and the field that it belongs to if it belongs to one. */
export type RefusalWords = { field: string | null; sentence: string; see?: SeeAlso }

export function refusedWith<Held extends HeldText>(
  { field, sentence, see }: RefusalWords,
  story?: Held,
): RefusedSave<Held> {
  return {
    ok: false,
    reason: "refused",
    message: field ? checkFields : sentence,
    errors: field ? { [field]: sentence } : {},
    ...(see ? { see } : {}),
    ...(story ? { story } : {}),
  }
}
