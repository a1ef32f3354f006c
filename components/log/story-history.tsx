import { ZoneElsewhere } from "@/components/desk/zone-elsewhere"
import { EventSentence } from "@/components/log/event-sentence"
import { When } from "@/components/moderation/when"
import type { LogEntry } from "@/lib/audit/log/types"

/** A story's or page's own part of the log, in few words: who did what with it, and when. */
export function StoryHistory({ entries }: { entries: LogEntry[] }) {
  if (entries.length === 0) return null
  return (
    <section aria-label="History" className="mt-5 border-t border-rule pt-3">
      <h2 className="font-ui text-base font-bold">History</h2>
      <ol className="mt-1.5">
        {entries.map((entry) => (
          <li key={entry.id} className="py-1.5 text-sm leading-snug [overflow-wrap:anywhere]">
            <EventSentence entry={{ ...entry, story: null, page: null }} />
            {entry.note ? (
              <blockquote dir="auto" className="mt-1 border-s-2 border-rule ps-2 whitespace-pre-line">
                {entry.note}
              </blockquote>
            ) : null}
            <p className="mt-0.5 text-xs text-ink-soft">
              <When date={entry.at} />
              {/* The head of the page has the time of saving by the editor's own clock. */}
              <ZoneElsewhere date={entry.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
