import type { ReactNode } from "react"
import { FindingList } from "@/components/editor/checklist/finding-list"
import { clockTime } from "@/components/editor/clock"
import type { EditorKind } from "@/components/editor/kind"
import type { SaverView } from "@/components/editor/saver-tools"
import { isTrouble, type Trouble, type Wish } from "@/components/editor/saving-state"
import { useStillText } from "@/components/editor/use-still-text"
import { anywayWords, overWords } from "@/components/editor/wish-words"
import { Button } from "@/components/ui/button"
import type { CheckFinding } from "@/lib/documents/check-finding"
import type { HeldText } from "@/lib/documents/save-answer"

type Checks = NonNullable<Extract<Trouble, { phase: "refused" }>["checks"]>

type Choices = {
  kind: EditorKind
  saveOver: (theirs: HeldText, wish: Wish) => void
  takeTheirs: () => void
  retry: (wish: Wish) => void
  saveAnyway: (checks: Checks) => void
  showFinding: (finding: CheckFinding, n: number) => void
}

/** What stands between the text and its saving, and the ways on. It stays while the next try is under way. */
export function SaveNotice({ view: { state, keeping }, ...choices }: Choices & { view: SaverView }) {
  const box = useStillText()
  const trouble = state.phase === "saving" ? state.trouble : isTrouble(state) ? state : null
  return (
    <div ref={box} role="alert" className="flow-root">
      {trouble ? (
        <Notice>
          <Sentence trouble={trouble} {...choices} />
        </Notice>
      ) : null}
      {keeping === "full" || keeping === "kept-instead" ? <Notice>{storageFull[keeping]}</Notice> : null}
    </div>
  )
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="mb-3 max-w-measure border-s-4 border-danger bg-raised px-4 py-3 text-sm leading-relaxed">
      {children}
    </div>
  )
}

const storageFull = {
  full: "This browser’s storage is full, so it cannot keep what is not saved yet. Save before you leave this page.",
  "kept-instead":
    "This browser’s storage is full. To keep what you type here, older unsaved text of yours was removed from it.",
}

function Sentence({ trouble, ...choices }: Choices & { trouble: Trouble }) {
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
      return <Conflict {...trouble} {...choices} />
  }
}

function Checklisted({
  checks,
  saveAnyway,
  showFinding,
}: Pick<Choices, "saveAnyway" | "showFinding"> & { checks: Checks }) {
  return (
    <>
      <FindingList findings={checks.findings} onShow={showFinding} />
      <ButtonRow>
        <Button type="button" look="secondary" small onClick={() => saveAnyway(checks)}>
          {anywayWords(checks.wish)}
        </Button>
      </ButtonRow>
    </>
  )
}

type ConflictProps = Choices & Extract<Trouble, { phase: "stale" }>

function Conflict({ kind, own, by, theirs, wish, saveOver, takeTheirs }: ConflictProps) {
  const isPublished = theirs.status === "published" && theirs.unseen !== true
  const mine = own ? "this version" : "mine"
  return (
    <>
      {own ? "You" : by ? <bdi>{by}</bdi> : "Somebody"} saved this {kind.noun}
      {own ? " in another tab or on another device" : ""} at {clockTime(theirs.savedAt)}. What you typed here
      is not saved yet.{" "}
      <a href={`${kind.desk}/${theirs.id}/preview`} target="_blank" rel="noopener">
        {own ? "Read the other version" : "Read their version"}
      </a>
      {isPublished ? " (it is published)" : ""}, then choose:
      <ButtonRow>
        <Button type="button" small onClick={() => saveOver(theirs, wish)}>
          {overWords(kind, wish, { mine, theirs })}
        </Button>
        <Button type="button" look="secondary" small onClick={takeTheirs}>
          {own ? "Discard this version" : "Discard mine"}
        </Button>
      </ButtonRow>
    </>
  )
}

function TryAgain({ onPress }: { onPress: () => void }) {
  return (
    <ButtonRow>
      <Button type="button" small onClick={onPress}>
        Try again
      </Button>
    </ButtonRow>
  )
}

function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex flex-wrap gap-2">{children}</div>
}
