import { summaryClass } from "@/components/desk/summary-class"
import { reasonForDesk } from "@/lib/comments/reasons"
import type { QueueItem } from "@/lib/moderation/types"
import { longestBlackout } from "@/lib/text/blackout"
import { DecisionButton, DecisionForm } from "./decision-form"
import { fillWithSelection } from "./queue/selected-words"
import { ReasonSelect, reasonFieldClass } from "./reason-select"
import { When } from "./when"

type Props = {
  item: QueueItem
  back: string
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** Takes words of a comment out with a mark; those that are selected in it stand in the field already. */
export function CardBlackout({ item, ...form }: Props) {
  if (item.status === "deleted") return null
  return (
    <details
      // Another version of the text begins with an empty form.
      key={item.version}
      data-opens="blackout"
      onPointerDown={({ currentTarget }) => fillWithSelection(currentTarget)}
      onToggle={({ currentTarget }) => currentTarget.closest("article")?.style.removeProperty("min-height")}
      className="unfolds-below font-ui text-sm open:w-full"
    >
      <summary aria-keyshortcuts="o" className={summaryClass}>
        Black out
      </summary>
      <DecisionForm item={item} {...form} className="mt-1 flex max-w-measure flex-col items-start gap-2">
        <label className="flex w-full flex-col gap-1 font-semibold text-ink">
          Words to black out, wherever they occur
          <textarea
            name="words"
            rows={1}
            required
            dir="auto"
            maxLength={longestBlackout}
            className={`w-full ${reasonFieldClass}`}
          />
        </label>
        <ReasonSelect label="Reason for blacking out" />
        <DecisionButton value="blackout">Black out these words</DecisionButton>
      </DecisionForm>
    </details>
  )
}

/** Who blacked words out, while they can be brought back. */
export function BlackoutLine({ item, ...form }: Props) {
  if (!item.blackout) return null
  const { id, by, reason, at } = item.blackout
  return (
    <div className="flex flex-wrap items-center gap-x-2 font-ui text-sm text-ink-soft">
      <span>
        Words blacked out by <bdi className="font-semibold">{by}</bdi>, <When date={at} />:{" "}
        {reasonForDesk(reason)}
      </span>
      <DecisionForm item={item} about={id} {...form}>
        <DecisionButton value="unblackout" look="quiet">
          Bring them back
        </DecisionButton>
      </DecisionForm>
    </div>
  )
}
