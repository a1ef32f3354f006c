import { Panel } from "@/components/desk/panel"
import type { Batch } from "@/lib/moderation/bulk/batches"
import { doneSentence, undoneSentence } from "@/lib/moderation/bulk/messages"
import { UndoBatch } from "./undo-batch"
import { When } from "./when"

type Props = { batches: Batch[]; back: "bulk" | "bans"; action: (form: FormData) => Promise<void> }

/** What was decided about many in the last hour, each with the way back. */
export function BatchList({ batches, back, action }: Props) {
  return (
    <Panel title="In the last hour">
      {batches.length === 0 ? (
        <p className="mt-2 text-sm text-ink-soft">Nothing was decided about many comments at once.</p>
      ) : (
        <ul className="mt-1 divide-y divide-rule">
          {batches.map((batch) => (
            <li key={batch.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <div className="min-w-0 text-sm">
                <p className="font-medium">
                  {batch.about}: {lowerFirst(batch.undoneAt ? undoneSentence(batch) : doneSentence(batch))}
                </p>
                <p className="text-ink-soft">
                  <bdi>{batch.by}</bdi>, <When date={batch.at} />
                </p>
              </div>
              {batch.undoable ? <UndoBatch batch={batch} back={back} action={action} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
