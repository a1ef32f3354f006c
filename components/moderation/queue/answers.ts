import type { CardAnswer, QueueItem } from "@/lib/moderation/types"
import { expected, gone } from "./expected"
import { isUndecided } from "./offers"
import type { Press } from "./press"
import { announcement, nothingLeft } from "./sentences"
import { type Card, type QueueState, withCard } from "./state"

const verdicts: Press["decision"][] = ["approve", "reject", "spam", "grant", "deny"]

/** Shows a press as if the server had agreed. */
export function pressed(state: QueueState, id: number, press: Press): QueueState {
  const card = state.cards.get(id)
  if (!card) return state
  const shown = expected(card.shown, press)
  const next = withCard(state, id, { shown, sending: card.sending + 1, message: "", refused: false })
  if (verdicts.includes(press.decision)) return withDecided(next, id)
  return press.decision === "undo" ? withoutDecided(next, id) : next
}

/** Shows what the server answered. `left`: presses of this card that are still to be sent. */
export function answered(
  state: QueueState,
  id: number,
  { press, answer, left }: { press: Press; answer: CardAnswer; left: number },
): QueueState {
  const card = state.cards.get(id)
  if (!card) return state
  const item = answer.item ?? card.item
  const shown = left > 0 ? card.shown : item
  let next = withCard(state, id, {
    item,
    shown,
    sending: left,
    message: answer.message,
    refused: !answer.ok,
  })
  // A refusal is announced by its card.
  if (!answer.ok) return withoutDecided(next, id)
  next = withCard(next, id, settled(card, press))
  const said = [answer.message || announcement(press, card.item, item)]
  if (verdicts.includes(press.decision) && isCleared(next)) said.push(nothingLeft)
  return announced(next, said.join(" "))
}

/** Shows a comment after a note or a reply. A reply can have approved it, which is a decision to undo. */
export function replaced(state: QueueState, item: QueueItem, message: string): QueueState {
  const approved = item.standing !== null && item.standing.id !== state.cards.get(item.id)?.item.standing?.id
  const next = withCard(state, item.id, { item, shown: item, message, refused: false })
  return announced(approved ? withDecided(next, item.id) : next, message)
}

/** Shows comments that were read again; of `asked`, those that were not found are gone. */
export function refreshed(
  state: QueueState,
  asked: readonly number[],
  items: readonly QueueItem[],
): QueueState {
  const found = new Map(items.map((item) => [item.id, item]))
  let next = state
  for (const id of asked) {
    const card = state.cards.get(id)
    if (!card || card.sending > 0) continue
    const item = found.get(id) ?? gone(card.item)
    const [before, now] = [card.item.last?.id ?? 0, item.last?.id ?? 0]
    // An answer to a decision may have come meanwhile.
    if (now < before) continue
    const said = now > before ? { message: "", refused: false } : {}
    next = withCard(next, id, { item, shown: item, ...said })
  }
  return next
}

/** What was typed for a press is dropped once the site has confirmed it. */
function settled({ blackedOut, line }: Card, { decision, typed }: Press): Partial<Card> {
  if (typed) return { blackedOut: blackedOut + 1 }
  return { line: decision === "reject" ? null : line }
}

function withDecided(state: QueueState, id: number): QueueState {
  return { ...state, decided: [...withoutDecided(state, id).decided, id] }
}

function withoutDecided(state: QueueState, id: number): QueueState {
  return { ...state, decided: state.decided.filter((other) => other !== id) }
}

/** The same words twice are announced twice. */
export function announced(state: QueueState, words: string): QueueState {
  return { ...state, announced: state.announced === words ? `${words}\u00a0` : words }
}

/** Whether every comment is decided, and every decision answered. */
function isCleared({ cards, queue }: QueueState): boolean {
  return [...cards.values()].every(({ shown, sending }) => sending === 0 && !isUndecided(shown, queue))
}
