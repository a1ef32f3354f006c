import { clockTime } from "@/components/editor/clock"
import { NoticeButtons } from "@/components/editor/notice-buttons"
import type { SavingChoices } from "@/components/editor/saving-choices"
import type { Trouble } from "@/components/editor/saving-state"
import { overWords } from "@/components/editor/wish-words"
import { Button } from "@/components/ui/button"

type Props = Extract<Trouble, { phase: "stale" }> & Pick<SavingChoices, "kind" | "saveOver" | "takeTheirs">

/** Another version was saved meanwhile: says whose, and asks which of the two is to stay. */
export function ConflictNotice({ kind, own, by, theirs, wish, saveOver, takeTheirs }: Props) {
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
      <NoticeButtons>
        <Button type="button" small onClick={() => saveOver(theirs, wish)}>
          {overWords(kind, wish, { mine, theirs })}
        </Button>
        <Button type="button" look="secondary" small onClick={takeTheirs}>
          {own ? "Discard this version" : "Discard mine"}
        </Button>
      </NoticeButtons>
    </>
  )
}
