import { Button } from "@/components/ui/button"
import type { QueueItem, QueueName } from "@/lib/comments/decisions"
import { reasons, rejectionReasons } from "@/lib/comments/reasons"

type Props = {
  item: QueueItem
  queue: QueueName
  after: number | null
  /** Decided just now: only Undo is offered, in the place where the hand is. */
  settled: boolean
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** The buttons of a card: a plain form, so that they work before and without scripts. */
export function CardActions({ item, queue, after, settled, action, onSubmit }: Props) {
  const offer = (status: QueueItem["status"]) => !settled && item.status !== status
  return (
    <form action={action} onSubmit={onSubmit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="standing" value={item.standing?.id ?? ""} />
      <input type="hidden" name="status" value={queue} />
      <input type="hidden" name="after" value={after ?? ""} />
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
        <span className="flex min-w-0 items-center gap-2 *:first:shrink-0">
          <Press value="reject" shortcut="r">
            Reject
          </Press>
          <select
            name="reason"
            aria-label="Reason for rejecting"
            className="min-w-0 rounded-sm border border-edge bg-field px-2 py-1 font-ui text-sm text-ink"
          >
            {rejectionReasons.map((key) => (
              <option key={key} value={key}>
                {reasons[key].desk}
              </option>
            ))}
          </select>
        </span>
      ) : null}
      {item.standing?.undoable ? (
        <Press value="undo" shortcut="u" look={settled ? "secondary" : "quiet"}>
          Undo
        </Press>
      ) : null}
    </form>
  )
}

type PressProps = {
  value: string
  shortcut: string
  look?: "primary" | "secondary" | "quiet"
  children: string
}

function Press({ value, shortcut, look = "secondary", children }: PressProps) {
  return (
    <Button name="decision" value={value} aria-keyshortcuts={shortcut} look={look} small>
      {children}
    </Button>
  )
}
