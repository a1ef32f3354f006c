import "server-only"
import type { Staff } from "@/lib/auth/staff"
import type { LiveNews } from "@/lib/moderation/live/news"

export type Listener = { staff: Staff; onNews: (news: LiveNews) => void }

type Subscription = {
  listeners: Set<Listener>
  connection: Promise<{ unlisten(): Promise<void> }> | null
  waiting: Set<number>
  all: boolean
  /** When the ids are not known, what happened from this event on is read: the newest of the broadcast before the last. */
  from: number
  /** The newest event that was broadcast. */
  newest: number
  timer: NodeJS.Timeout | null
}

// On globalThis, since Next bundles this file once for each of its layers: there is one connection for all open desks.
const held = globalThis as { mastheadQueueSubscription?: Subscription }
held.mastheadQueueSubscription ??= {
  listeners: new Set(),
  connection: null,
  waiting: new Set(),
  all: false,
  from: 0,
  newest: 0,
  timer: null,
}
export const subscription = held.mastheadQueueSubscription
