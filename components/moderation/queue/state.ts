import type { QueueCounts, QueueItem, QueueName } from "@/lib/moderation/types"
import { notReached } from "./sentences"

/** A comment of the page. */
export type Card = {
  /** As the server last sent it. */
  item: QueueItem
  /** As it will be once everything that was pressed is answered. */
  shown: QueueItem
  /** Decisions that are not answered yet. */
  sending: number
  message: string
  refused: boolean
  /** How many blackouts of typed words the site has confirmed. */
  blackedOut: number
  /** A line to the author that no confirmed rejection has taken along, and the version of the text it was written about. */
  line: { text: string; version: number } | null
}

/** Comments that have come into the queue since the page was loaded. `more`: and some whose ids are not known. */
export type Arrivals = { ids: readonly number[]; more: boolean }

/** Everything that changes while a queue is open. */
export type QueueState = {
  queue: QueueName
  cards: ReadonlyMap<number, Card>
  order: readonly number[]
  counts: QueueCounts
  /** The newest event when the page was loaded. */
  loadedAt: number
  /** The card that has the focus, and the one that had it last. */
  focused: number | null
  last: number | null
  /** The card that got the focus by itself, after a decision about another. */
  advancedTo: number | null
  /** The comment whose rejection waits for a reason, and whether the next one comes up after it. */
  asking: { id: number; seen: QueueItem; advance: boolean } | null
  /** Where the page is to move the focus. Another object is another move, even to the same card. */
  move: { to: number } | null
  /** What was decided here, the last decision at the end. */
  decided: readonly number[]
  arrivals: Arrivals
  connection: "opening" | "open" | "lost" | "ended"
  /** For screen readers. */
  announced: string
}

export type Loaded = {
  queue: QueueName
  items: QueueItem[]
  counts: QueueCounts
  /** Why a decision without scripts was refused, on the page that answers it. */
  notice: { id: number; message: string } | null
}

export function initialState({ queue, items, counts, notice }: Loaded): QueueState {
  const cardOf = (item: QueueItem): Card => ({
    item,
    shown: item,
    sending: 0,
    message: notice?.id === item.id ? notice.message : "",
    refused: notice?.id === item.id,
    blackedOut: 0,
    line: null,
  })
  return {
    queue,
    counts,
    cards: new Map(items.map((item) => [item.id, cardOf(item)])),
    order: items.map(({ id }) => id),
    loadedAt: counts.newestEvent,
    focused: null,
    last: null,
    advancedTo: null,
    asking: null,
    move: null,
    decided: [],
    arrivals: { ids: [], more: false },
    connection: "opening",
    announced: "",
  }
}

/** The line that was written for the rejection that is asked about, while its text is the same. */
export function lineFor({ asking, cards }: QueueState): string {
  const line = asking && cards.get(asking.id)?.line
  return line && line.version === asking.seen.version ? line.text : ""
}

/** Whether a decision about it has not reached the site, or not been answered yet. */
export function isUnconfirmed({ sending, message }: Card): boolean {
  return sending > 0 || message === notReached
}

/** The comments with a decision that is not answered yet. */
export function unanswered({ cards }: QueueState): number[] {
  return [...cards].flatMap(([id, { sending }]) => (sending > 0 ? id : []))
}

export function withCard(state: QueueState, id: number, change: Partial<Card>): QueueState {
  const card = state.cards.get(id)
  if (!card) return state
  return { ...state, cards: new Map(state.cards).set(id, { ...card, ...change }) }
}
