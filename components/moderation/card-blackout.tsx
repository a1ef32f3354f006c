import { useActionState, useId } from "react"
import { summaryClass } from "@/components/desk/summary-class"
import { blackoutReasons } from "@/lib/comments/reasons"
import type { QueueItem, TextState } from "@/lib/moderation/types"
import { longestBlackout } from "@/lib/text/blackout"
import { DecisionButton, DecisionForm } from "./decision-form"
import type { TextAction } from "./desk-actions"
import { fillWithSelection } from "./queue/selected-words"
import { ReasonSelect, reasonFieldClass } from "./reason-select"

type Props = {
  item: QueueItem
  back: string
  /** How many blackouts of words typed here the site has confirmed: only then the form begins anew. */
  confirmed: number
  /** Where no scripts run. */
  action: TextAction
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** Takes words of a comment out with a mark; those that are selected in it stand in the field already. */
export function CardBlackout({ item, back, confirmed, action, onSubmit }: Props) {
  const [state, send] = useActionState<TextState, FormData>(action, { status: "idle" })
  const id = useId()
  const refused = state.status === "refused" ? state : null
  if (item.status === "deleted") return null
  return (
    <details
      key={confirmed}
      data-opens="blackout"
      open={refused ? true : undefined}
      onPointerDown={({ currentTarget }) => fillWithSelection(currentTarget)}
      onToggle={({ currentTarget }) => currentTarget.closest("article")?.style.removeProperty("min-height")}
      className="unfolds-below font-ui text-sm open:w-full"
    >
      <summary aria-keyshortcuts="o" className={summaryClass}>
        Black out
      </summary>
      <DecisionForm
        {...{ item, back, onSubmit }}
        action={send}
        className="mt-1 flex max-w-measure flex-col items-start gap-2"
      >
        <label className="flex w-full flex-col gap-1 font-semibold text-ink">
          Words to black out, wherever they occur
          <textarea
            name="words"
            rows={1}
            required
            dir="auto"
            maxLength={longestBlackout}
            defaultValue={refused?.text}
            aria-invalid={refused ? true : undefined}
            aria-describedby={refused ? id : undefined}
            className={`w-full ${reasonFieldClass}`}
          />
        </label>
        {refused ? (
          <p id={id} role="alert" className="font-semibold text-danger">
            {refused.message}
          </p>
        ) : null}
        <ReasonSelect of={blackoutReasons} label="Reason for blacking out" />
        <DecisionButton value="blackout">Black out these words</DecisionButton>
      </DecisionForm>
    </details>
  )
}
