import { EventSentence } from "@/components/log/event-sentence"
import type { LogEntry } from "@/lib/audit/log/types"
import { timeAgo } from "@/lib/text/time-ago"

/** What people decided last, in the log's own sentences. */
export function DecisionList({ entries }: { entries: LogEntry[] }) {
  if (entries.length === 0)
    return <p className="mt-2 text-sm text-ink-soft">Nobody has decided anything yet.</p>
  return (
    <ul className="mt-1.5">
      {entries.map((entry) => (
        <li key={entry.id} className="py-2 text-sm leading-snug [overflow-wrap:anywhere]">
          <EventSentence entry={entry} />
          <p className="mt-0.5 text-xs text-ink-soft">
            <time dateTime={entry.at.toISOString()}>{timeAgo(entry.at)}</time>
          </p>
        </li>
      ))}
    </ul>
  )
}
