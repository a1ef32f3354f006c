import { FindingList } from "@/components/editor/checklist/finding-list"
import { ConflictNotice } from "@/components/editor/conflict-notice"
import type { EditorKind } from "@/components/editor/kind"
import { NoticeButtons } from "@/components/editor/notice-buttons"
import type { Trouble, Wish } from "@/components/editor/saving-state"
import { anywayWords } from "@/components/editor/wish-words"
import { Button } from "@/components/ui/button"
import type { CheckFinding } from "@/lib/documents/check-finding"
import type { HeldText } from "@/lib/documents/save-answer"

type Checks = NonNullable<Extract<Trouble, { phase: "refused" }>["checks"]>

export type SavingChoices = {
  kind: EditorKind
  saveOver: (theirs: HeldText, wish: Wish) => void
  takeTheirs: () => void
  retry: (wish: Wish) => void
  saveAnyway: (checks: Checks) => void
  showFinding: (finding: CheckFinding, n: number) => void
}

/** Why it was not saved, and what can be done about it. */
export function SaveTrouble({ trouble, ...choices }: SavingChoices & { trouble: Trouble }) {
  switch (trouble.phase) {
    case "refused":
      return (
        <>
          {trouble.message}
          {trouble.see ? (
            <>
              {" "}
              <a href={trouble.see.href} target="_blank" rel="noopener">
                {trouble.see.label}
              </a>
            </>
          ) : null}
          {trouble.checks ? <Checklisted checks={trouble.checks} {...choices} /> : null}
        </>
      )
    case "signed-out":
      return (
        <>
          You have been signed out, so this was not saved. Your text is still here:{" "}
          <a href="/sign-in" target="_blank" rel="noopener">
            sign in in a new tab
          </a>
          , then come back.
          <TryAgain onPress={() => choices.retry(trouble.wish)} />
        </>
      )
    case "unreachable":
      return (
        <>
          The site did not answer, so this may not have been saved. Your text is still here.
          <TryAgain onPress={() => choices.retry(trouble.wish)} />
        </>
      )
    case "stale":
      return <ConflictNotice {...trouble} {...choices} />
  }
}

function Checklisted({
  checks,
  saveAnyway,
  showFinding,
}: Pick<SavingChoices, "saveAnyway" | "showFinding"> & { checks: Checks }) {
  return (
    <>
      <FindingList findings={checks.findings} onShow={showFinding} />
      <NoticeButtons>
        <Button type="button" look="secondary" small onClick={() => saveAnyway(checks)}>
          {anywayWords(checks.wish)}
        </Button>
      </NoticeButtons>
    </>
  )
}

function TryAgain({ onPress }: { onPress: () => void }) {
  return (
    <NoticeButtons>
      <Button type="button" small onClick={onPress}>
        Try again
      </Button>
    </NoticeButtons>
  )
}
