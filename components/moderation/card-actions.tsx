import { reasons, rejectionReasons } from "@/lib/comments/reasons"
import type { QueueItem } from "@/lib/moderation/types"
import { DecisionButton, DecisionForm } from "./decision-form"

type Props = {
  item: QueueItem
  back: string
  /** Decided just now: only Undo is offered, in the place where the hand is. */
  settled: boolean
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** The decisions that are open about a comment. */
export function CardActions({ item, settled, ...form }: Props) {
  // The newest decision is taken back first.
  const denial = item.denial?.undoable ? item.denial : null
  const offer = (status: QueueItem["status"]) => !settled && item.status !== status
  return (
    <DecisionForm
      item={item}
      about={denial?.id}
      {...form}
      className="flex min-w-0 flex-wrap items-center gap-2"
    >
      {offer("approved") || (!settled && item.reports.count > 0) ? (
        <DecisionButton value="approve" shortcut="a" look="primary">
          Approve
        </DecisionButton>
      ) : null}
      {offer("spam") ? (
        <DecisionButton value="spam" shortcut="s">
          Spam
        </DecisionButton>
      ) : null}
      {offer("rejected") ? (
        <span className="flex min-w-0 items-center gap-2">
          <DecisionButton value="reject" shortcut="r">
            Reject
          </DecisionButton>
          <select
            name="reason"
            aria-label="Reason for rejecting"
            className="min-w-0 rounded-sm border border-edge bg-field px-2 py-1 font-ui text-sm text-ink pointer-coarse:min-h-11"
          >
            {rejectionReasons.map((key) => (
              <option key={key} value={key}>
                {reasons[key].desk}
              </option>
            ))}
          </select>
        </span>
      ) : null}
      {denial || item.standing?.undoable ? (
        <DecisionButton value="undo" shortcut="u" look={settled ? "secondary" : "quiet"}>
          Undo
        </DecisionButton>
      ) : null}
    </DecisionForm>
  )
}

/** What else can be done about a comment whose author appeals: neither is an answer to them, so both stand in the menu. */
export function AppealedActions({ item, ...form }: Omit<Props, "settled">) {
  const inMenu = {
    look: "quiet",
    className: "w-full justify-start rounded-none font-normal! text-ink!",
  } as const
  return (
    <DecisionForm item={item} {...form}>
      {item.status === "spam" ? null : (
        <DecisionButton value="spam" shortcut="s" {...inMenu}>
          Spam
        </DecisionButton>
      )}
      {item.standing?.undoable ? (
        <DecisionButton value="undo" shortcut="u" {...inMenu}>
          Undo
        </DecisionButton>
      ) : null}
    </DecisionForm>
  )
}
