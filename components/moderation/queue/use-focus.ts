import { type RefObject, useEffect, useLayoutEffect } from "react"
import type { QueueStore } from "./queue-store"
import type { QueueState } from "./state"

/** Keeps the focus of the page and of the store at the same card. */
export function useFocus(list: RefObject<HTMLElement | null>, store: QueueStore, move: QueueState["move"]) {
  useEffect(() => {
    const follow = () => store.focus(focusedCard(list.current))
    document.addEventListener("focusin", follow)
    return () => document.removeEventListener("focusin", follow)
  }, [list, store])

  useLayoutEffect(() => {
    const card = move && cardElement(move.to)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: "nearest" })
  }, [move])
}

export function cardElement(id: number): HTMLElement | null {
  return document.getElementById(`comment-${id}`)
}

/** The comment whose card has the focus. */
export function focusedCard(list: HTMLElement | null): number | null {
  const card = document.activeElement?.closest<HTMLElement>("article[data-id]")
  return card && list?.contains(card) ? Number(card.dataset.id) : null
}
