import { announced } from "./answers"
import { isUndecided, offersOf } from "./offers"
import { firstCard, lastCard, noCards } from "./sentences"
import type { QueueState } from "./state"

/** The focus is at a card, or at none, wherever it was moved from. */
export function focusedOn(state: QueueState, id: number | null): QueueState {
  if (id === state.focused) return state
  const advancedTo = id === state.advancedTo ? id : null
  return { ...state, focused: id, last: id ?? state.last, advancedTo }
}

export function moved(state: QueueState, to: number): QueueState {
  return { ...focusedOn(state, to), move: { to } }
}

/** One card on or back, from where the focus was last. */
export function walked(state: QueueState, step: 1 | -1): QueueState {
  const { order, focused, last } = state
  if (order.length === 0) return announced(state, noCards)
  const here = order.indexOf(focused ?? last ?? 0)
  const to = order[Math.max(here + step, 0)]
  if (to !== undefined && to !== focused) return moved(state, to)
  return announced(state, step === 1 ? lastCard : firstCard)
}

/** On to the next comment to decide, if there is one. */
export function advanced(state: QueueState, from: number): QueueState {
  const next = nextUndecided(state, from)
  return next === null ? state : { ...moved(state, next), advancedTo: next }
}

/** Below the card first, then from the top. What a colleague has open is theirs while there is anything else. */
function nextUndecided({ cards, order, queue }: QueueState, from: number): number | null {
  const here = order.indexOf(from) + 1
  const open = [...order.slice(here), ...order.slice(0, here)].flatMap((id) => {
    const card = cards.get(id)
    return card && id !== from && isUndecided(card.shown, queue) ? [card.shown] : []
  })
  const next = open.find(({ openedBy }) => openedBy === null) ?? open[0]
  return next?.id ?? null
}

/**
 * Whose decision is to be undone: the focused card's when somebody went there, else the one that was decided last, else
 * again the focused card's.
 */
export function toUndo({ cards, queue, focused, advancedTo, decided }: QueueState): number | null {
  const canUndo = (id: number) => {
    const card = cards.get(id)
    return card !== undefined && offersOf(card.shown, queue).includes("undo")
  }
  const here = focused !== null && canUndo(focused) ? focused : null
  if (here !== null && here !== advancedTo) return here
  return decided.findLast(canUndo) ?? here
}
