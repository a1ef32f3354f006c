import { reasonForDesk } from "@/lib/comments/reasons"
import type { Blackout, QueueItem } from "@/lib/moderation/types"
import { DecisionButton, DecisionForm } from "./decision-form"
import { When } from "./when"

type Props = {
  item: QueueItem
  back: string
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** Who blacked words out, whether they can be brought back, and where they can still be read. */
export function BlackoutLine({ item, ...form }: Props) {
  if (!item.blackout) return null
  const { id, by, reason, at, undoable } = item.blackout
  return (
    <div className="flex max-w-measure flex-col gap-2 font-ui text-sm text-ink-soft">
      <div className="flex flex-wrap items-center gap-x-2">
        <span>
          Words blacked out by <bdi className="font-semibold">{by}</bdi>, <When date={at} />:{" "}
          {reasonForDesk(reason)}
          {undoable ? "" : ". They can no longer be brought back."}
        </span>
        {undoable ? (
          <DecisionForm item={item} about={id} {...form}>
            <DecisionButton value="unblackout" look="quiet">
              Bring them back
            </DecisionButton>
          </DecisionForm>
        ) : null}
      </div>
      <Remains item={item} blackout={item.blackout} {...form} />
    </div>
  )
}

/** Where the words can still be read; nothing is taken without a press. */
function Remains({ item, blackout, ...form }: Props & { blackout: Blackout }) {
  const { spellings, inName, inWebsite, answers } = blackout.remains
  if (spellings.length + answers.length === 0 && !inName && !inWebsite) return null
  return (
    <div className="border-s-2 border-danger ps-3">
      <p className="font-semibold text-ink">These words can still be read:</p>
      <ul className="flex flex-col gap-1">
        {spellings.map((spelling) => (
          <li key={spelling} className="flex flex-wrap items-center gap-x-2">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              in the comment, as <q dir="auto">{spelling}</q>
            </span>
            <DecisionForm item={item} {...form}>
              <input type="hidden" name="words" value={spelling} />
              <input type="hidden" name="reason" value={blackout.reason} />
              <DecisionButton value="blackout" look="quiet">
                Black this out too
              </DecisionButton>
            </DecisionForm>
          </li>
        ))}
        {inName ? (
          <li>in its author’s name, which cannot be blacked out: reject the comment instead</li>
        ) : null}
        {inWebsite ? (
          <li>in its author’s website, which cannot be blacked out: reject the comment instead</li>
        ) : null}
        {answers.map(({ id, name }) => (
          <li key={id}>
            in{" "}
            <a href={`/desk/comments?${form.back}&done=${id}#comment-${id}`} className="text-ink underline">
              an answer by <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
