import { useEffect, useRef } from "react"
import { countText } from "@/components/desk/count-text"
import { type QueueView, viewHref } from "@/lib/moderation/queue/url"
import { type QueueName, queueNames } from "@/lib/moderation/types"
import { queueTitles } from "./queue-titles"

type Props = { counts: Record<QueueName, number>; countLimit: number; view: QueueView }

/** The queues and how much is in each. Plain links that keep what the list is narrowed to. */
export function QueueTabs({ counts, countLimit, view }: Props) {
  const shown = queueNames.filter(
    (queue) => queue !== "appeals" || counts.appeals > 0 || view.status === "appeals",
  )
  const list = useRef<HTMLUListElement>(null)
  // On a phone the row scrolls, and the current queue may be out of sight.
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>("[aria-current]")
    if (list.current && current) list.current.scrollLeft = current.offsetLeft - list.current.offsetLeft
  }, [])

  return (
    <nav aria-label="Queues" className="border-b border-rule">
      <ul
        ref={list}
        className="-mb-px flex gap-x-5 font-ui text-sm max-md:me-20 max-md:overflow-x-auto md:flex-wrap"
      >
        {shown.map((queue) => (
          <li key={queue}>
            <a
              href={viewHref({ ...view, status: queue, after: null })}
              aria-current={queue === view.status ? "page" : undefined}
              className="flex items-baseline gap-1.5 whitespace-nowrap border-b-2 border-transparent py-2.5 pointer-coarse:min-h-11 text-ink-soft no-underline hover:border-edge hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {queueTitles[queue]}{" "}
              <span className="text-xs tabular-nums">{countText(counts[queue], countLimit)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
