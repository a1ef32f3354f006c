import type { EditorKind } from "@/components/editor/kind"
import type { Trouble, Wish } from "@/components/editor/saving-state"
import type { CheckFinding } from "@/lib/documents/check-finding"
import type { HeldText } from "@/lib/documents/save-answer"

/** What the checklist says against publishing, where that is why it was not saved. */
export type RefusedChecks = NonNullable<Extract<Trouble, { phase: "refused" }>["checks"]>

/** What somebody can do about a text that was not saved. */
export type SavingChoices = {
  kind: EditorKind
  saveOver: (theirs: HeldText, wish: Wish) => void
  takeTheirs: () => void
  retry: (wish: Wish) => void
  saveAnyway: (checks: RefusedChecks) => void
  showFinding: (finding: CheckFinding, n: number) => void
}
