import { type RefObject, useEffect } from "react"
import { keyOf } from "./key-of"
import type { QueueStore } from "./queue-store"
import { fillWithSelection } from "./selected-words"
import { noCard } from "./sentences"
import { cardElement, focusedCard } from "./use-focus"

type Parts = {
  on: boolean
  store: QueueStore
  list: RefObject<HTMLElement | null>
  help: RefObject<HTMLDialogElement | null>
}

/**
 * j and k walk the cards, a letter works on the card that has the focus. Letters do nothing while somebody types.
 */
export function useQueueKeys({ on, store, list, help }: Parts): void {
  useEffect(() => {
    if (!on) return
    const keys: Record<string, () => void> = {
      j: () => store.walk(1),
      k: () => store.walk(-1),
      a: () => store.approve(),
      d: () => store.decide("deny"),
      s: () => store.decide("spam"),
      r: () => store.askReason(),
      u: () => store.undo(),
      n: () => unfold(store, "note"),
      e: () => unfold(store, "reply"),
      o: () => unfold(store, "blackout"),
      x: () => onCard(store)?.querySelector<HTMLInputElement>("input[name=ids]")?.click(),
      b: () => onCard(store)?.querySelector<HTMLAnchorElement>("a[data-key=b]")?.click(),
      "/": search,
      "?": () => help.current?.showModal(),
    }
    function onKeyDown(event: KeyboardEvent) {
      const { target } = event
      const key = keyOf(event)
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (document.querySelector("dialog[open]")) return
      // The focus can be lost without an event.
      store.focus(focusedCard(list.current))
      if (key === "Escape" && isFilter(target)) {
        if (!store.goBack()) target.blur()
      } else if (isTyping(target) || !Object.hasOwn(keys, key)) return
      else keys[key]?.()
      event.preventDefault()
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [on, store, list, help])
}

function onCard(store: QueueStore): HTMLElement | null {
  const { focused } = store.view()
  if (focused === null) store.announce(noCard)
  return focused === null ? null : cardElement(focused)
}

function unfold(store: QueueStore, kind: "note" | "reply" | "blackout"): void {
  const box = onCard(store)?.querySelector<HTMLDetailsElement>(`details[data-opens=${kind}]`)
  if (!box) return
  fillWithSelection(box)
  box.open = true
  box.querySelector("textarea")?.focus()
}

function search(): void {
  const field = document.querySelector<HTMLInputElement>("input[name=words]")
  field?.closest("details")?.setAttribute("open", "")
  field?.focus()
}

function isFilter(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.closest("search") !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.matches("input[type=checkbox]")) return false
  return target.closest("input, select, textarea, [contenteditable]") !== null
}
