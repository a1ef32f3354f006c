import type { Change, LiveNews } from "@/lib/moderation/live/news"
import type { QueueItem, QueueName } from "@/lib/moderation/types"
import { type Card, type QueueState, withCard } from "./state"

/** Takes in what has happened elsewhere; names the cards that are out of date by it. `me`: who is signed in. */
export function withNews(
  state: QueueState,
  news: LiveNews,
  me: number,
): { state: QueueState; stale: number[] } {
  const arrived = new Set(state.arrivals.ids)
  const stale = news.all ? [...state.order] : []
  let next = state
  for (const change of news.changes) {
    const card = state.cards.get(change.id)
    if (card) {
      const opened = withOpener(card, change.open && change.open.staffId !== me ? change.open.by : null)
      if (opened) next = withCard(next, change.id, opened)
      if (isOutOfDate(card.item, change)) stale.push(change.id)
    } else if (isArrival(change, state.queue, state.loadedAt)) arrived.add(change.id)
    else arrived.delete(change.id)
  }
  const arrivals = { ids: [...arrived], more: state.arrivals.more || news.all }
  return { state: { ...next, counts: news.counts, arrivals, connection: "open" }, stale }
}

/** Who has a card open now, when that is new. */
export function withOpener({ item, shown, refused }: Card, openedBy: string | null): Partial<Card> | null {
  if (item.openedBy === openedBy) return null
  // A refusal because a colleague has it open ends with that.
  const over = refused && item.openedBy !== null && openedBy === null
  return {
    item: { ...item, openedBy },
    shown: { ...shown, openedBy },
    ...(over ? { message: "", refused: false } : {}),
  }
}

/** Whether something changed that the card does not show. News of less than it shows is late. */
function isOutOfDate(item: QueueItem, { event, status, version, reports, note }: Change): boolean {
  const shown = item.last?.id ?? 0
  if (event < shown) return false
  const same =
    event === shown && status === item.status && version === item.version && reports === item.reports.count
  return !same || note !== (item.notes.at(-1)?.id ?? 0)
}

/** Only the queues that are worked through tell of arrivals. Reports are no events. */
function isArrival(
  { status, event, reports, appealed }: Change,
  queue: QueueName,
  loadedAt: number,
): boolean {
  if (queue === "waiting") return status === "pending" && event > loadedAt
  if (queue === "appeals") return appealed && event > loadedAt
  return queue === "reported" && reports > 0 && (status === "pending" || status === "approved")
}
