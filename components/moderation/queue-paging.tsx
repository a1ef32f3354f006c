import { buttonClass } from "@/components/ui/button"
import type { QueueName } from "@/lib/comments/decisions"

type Props = { status: QueueName; after: number | null; next: number | null }

/** On to the next page of a queue, and back to where it begins. */
export function QueuePaging({ status, after, next }: Props) {
  if (after === null && next === null) return null
  const link = buttonClass({ look: "secondary", small: true })
  return (
    <nav aria-label="Pages of this queue" className="flex flex-wrap gap-3">
      {after === null ? null : (
        <a href={`/desk/comments?status=${status}`} className={link}>
          Back to the beginning
        </a>
      )}
      {next === null ? null : (
        <a href={`/desk/comments?status=${status}&after=${next}`} rel="next" className={link}>
          Next page
        </a>
      )}
    </nav>
  )
}
