import { FindingList } from "@/components/editor/checklist/finding-list"
import { ConflictNotice } from "@/components/editor/conflict-notice"
import { NoticeButtons } from "@/components/editor/notice-buttons"
import type { RefusedChecks, SavingChoices } from "@/components/editor/saving-choices"
import type { Trouble } from "@/components/editor/saving-state"
import { anywayWords } from "@/components/editor/wish-words"
import { Button } from "@/components/ui/button"

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
}: Pick<SavingChoices, "saveAnyway" | "showFinding"> & { checks: RefusedChecks }) {
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
