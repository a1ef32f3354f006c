import type { QueueView } from "@/lib/moderation/queue/url"
import { NewArrivals } from "./new-arrivals"
import type { QueueState } from "./queue/state"
import { UnsentNotice } from "./unsent-notice"

type Props = Pick<QueueState, "announced" | "arrivals" | "cards" | "connection"> & {
  view: QueueView
  next: string | null
  /** Whoever is signed in. */
  me: number
}

/** What there is to tell while a queue is open. Without a height of its own, so that nothing below it moves. */
export function QueueNews({ announced, arrivals, cards, connection, view, next, me }: Props) {
  const arrived = arrivals.ids.length > 0 || arrivals.more
  return (
    <>
      {/* For those who work by keys, and may look at another card than the one that a key worked on. */}
      <p role="status" className="absolute">
        {announced ? (
          <span key={announced} className="queue-said">
            {announced}
          </span>
        ) : null}
      </p>
      {/* Announced with the first of them and not with each. */}
      <p aria-live="polite" className="sr-only">
        {arrived ? "New comments have come in." : ""}
      </p>
      <div className="sticky top-2 z-20 flex h-0 items-start gap-2 *:rounded-sm *:bg-paper">
        <UnsentNotice cards={cards} view={view} me={me} />
        <NewArrivals view={view} next={next} arrivals={arrivals} />
        {connection === "lost" || connection === "ended" ? (
          <p className="border border-edge px-3 py-1 font-ui text-sm text-ink-soft">
            {disconnected[connection]}
          </p>
        ) : null}
      </div>
    </>
  )
}

const disconnected = {
  lost: "Not connected: what others decide is shown once the connection is back.",
  ended: "You are signed out. Reload the page to go on.",
}
