import type { z } from "zod"
import { DoneNote } from "@/components/desk/done-note"
import { anotherPerson } from "@/lib/auth/messages"
import type { bulkAnswer } from "@/lib/moderation/bulk/answer"
import type { Batch } from "@/lib/moderation/bulk/batches"
import { leftSentences } from "@/lib/moderation/bulk/left-sentences"
import { doneSentence, undoneSentence } from "@/lib/moderation/bulk/messages"
import type { LeftAlone } from "@/lib/moderation/bulk/policy"
import { UndoBatch } from "./undo-batch"

type Props = {
  batch: Batch | null
  answer: LeftAlone & Pick<z.output<typeof bulkAnswer>, "undone" | "nothing" | "refused">
  back: "bulk" | "bans"
  action: (form: FormData) => Promise<void>
}

/** What became of many comments: how many, which were left alone and why, and the way back. */
export function BatchAnswer({ batch, answer, back, action }: Props) {
  const another = answer.refused === "another-person"
  if (!batch && !answer.nothing && !answer.undone && !another) return null
  const undoable = batch?.undoable ?? false
  return (
    <DoneNote
      key={JSON.stringify([batch?.id, answer])}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3"
    >
      <p>{[mainSentence(batch, answer), ...leftSentences(answer)].join(" ")}</p>
      {batch && undoable ? <UndoBatch batch={batch} back={back} action={action} /> : null}
    </DoneNote>
  )
}

function mainSentence(batch: Batch | null, { undone, refused }: Props["answer"]): string {
  if (refused === "another-person") return anotherPerson
  if (undone === "gone") return "That is no longer here, so it cannot be undone."
  if (undone === "too-late" && !batch?.undoneAt)
    return "It can be undone for an hour only. Decide anew instead."
  if (!batch) return "Nothing was changed."
  if (undone === "before") return `It had been undone already. ${undoneSentence(batch)}`
  return batch.undoneAt ? undoneSentence(batch) : doneSentence(batch)
}
