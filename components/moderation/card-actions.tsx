import { reasons, rejectionReasons } from "@/lib/comments/reasons"
import type { QueueItem } from "@/lib/moderation/types"
import { Press, PressForm } from "./press-form"

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
    <PressForm item={item} about={denial?.id} {...form} className="flex min-w-0 flex-wrap items-center gap-2">
      {offer("approved") || (!settled && item.reports.count > 0) ? (
        <Press value="approve" shortcut="a" look="primary">
          Approve
        </Press>
      ) : null}
      {offer("spam") ? (
        <Press value="spam" shortcut="s">
          Spam
        </Press>
      ) : null}
      {offer("rejected") ? (
        <span className="flex min-w-0 items-center gap-2">
          <Press value="reject" shortcut="r">
            Reject
          </Press>
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
        <Press value="undo" shortcut="u" look={settled ? "secondary" : "quiet"}>
          Undo
        </Press>
      ) : null}
    </PressForm>
  )
}

/** What else can be done about a comment whose author appeals: neither is an answer to them, so both stand in the menu. */
export function AppealedActions({ item, ...form }: Omit<Props, "settled">) {
  const inMenu = {
    look: "quiet",
    className: "w-full justify-start rounded-none font-normal! text-ink!",
  } as const
  return (
    <PressForm item={item} {...form}>
      {item.status === "spam" ? null : (
        <Press value="spam" shortcut="s" {...inMenu}>
          Spam
        </Press>
      )}
      {item.standing?.undoable ? (
        <Press value="undo" shortcut="u" {...inMenu}>
          Undo
        </Press>
      ) : null}
    </PressForm>
  )
}
