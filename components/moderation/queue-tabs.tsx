import { type QueueName, queueNames } from "@/lib/comments/decisions"

type Props = { counts: Record<QueueName, number>; countLimit: number; current: QueueName }

/** The five queues and how much is in each. Plain links: to look anew is to load anew. */
export function QueueTabs({ counts, countLimit, current }: Props) {
  return (
    <nav aria-label="Queues" className="border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-5 font-ui text-sm">
        {queueNames.map((queue) => (
          <li key={queue}>
            <a
              href={`/desk/comments?status=${queue}`}
              aria-current={queue === current ? "page" : undefined}
              className="flex items-baseline gap-1.5 border-b-2 border-transparent py-2.5 text-ink-soft no-underline hover:border-edge hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
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

export const queueTitles: Record<QueueName, string> = {
  waiting: "Waiting",
  reported: "Reported",
  approved: "Approved",
  rejected: "Rejected",
  spam: "Spam",
}

function countText(count: number, limit: number): string {
  const grouped = String(count).replace(/\B(?=(\d{3})+$)/g, ",")
  return count >= limit ? `${grouped}+` : grouped
}
