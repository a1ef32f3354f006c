import { buttonClass } from "@/components/ui/button"
import { type QueueView, viewHref } from "@/lib/moderation/queue/url"

type Props = { view: QueueView; next: string | null }

/** On to the next page of a queue, and back to where it begins. */
export function QueuePaging({ view, next }: Props) {
  if (view.after === null && next === null) return null
  const link = buttonClass({ look: "secondary", small: true })
  return (
    <nav aria-label="Pages of this queue" className="flex flex-wrap gap-3">
      {view.after === null ? null : (
        <a href={viewHref({ ...view, after: null })} className={link}>
          Back to the beginning
        </a>
      )}
      {next === null ? null : (
        <a href={viewHref({ ...view, after: next })} rel="next" className={link}>
          Next page
        </a>
      )}
    </nav>
  )
}
