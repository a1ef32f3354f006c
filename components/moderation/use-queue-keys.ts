import { type RefObject, useEffect, useSyncExternalStore } from "react"

export type QueueKeys = {
  /** Unknown until scripts run; then whether the person wants shortcuts. */
  on: boolean | null
  toggle: () => void
}

const buttonOf: Record<string, string> = { a: "approve", r: "reject", s: "spam", u: "undo" }

/**
 * j and k walk the cards, a letter presses the button of the card that has the focus. Single letters
 * can be switched off (WCAG 2.1.4), and do nothing while somebody types.
 */
export function useQueueKeys(
  list: RefObject<HTMLElement | null>,
  help: RefObject<HTMLDialogElement | null>,
): QueueKeys {
  const on = useSyncExternalStore(subscribe, read, () => null)

  useEffect(() => {
    if (!on) return
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
      if (help.current?.open) return
      const cards = [...(list.current?.querySelectorAll("article") ?? [])]
      const here = cards.findIndex((card) => card.contains(document.activeElement))
      const button = buttonOf[event.key]
      if (event.key === "j") go(cards[Math.min(here + 1, cards.length - 1)])
      else if (event.key === "k") go(cards[Math.max(here - 1, 0)])
      else if (event.key === "?") help.current?.showModal()
      else if (button) cards[here]?.querySelector<HTMLButtonElement>(`button[value="${button}"]`)?.click()
      else return
      event.preventDefault()
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [on, list, help])

  return { on, toggle }
}

function go(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: "nearest" })
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, select, textarea, [contenteditable]") !== null
  )
}

const key = "queue-shortcuts"
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): boolean {
  return localStorage.getItem(key) !== "off"
}

function toggle(): void {
  localStorage.setItem(key, read() ? "off" : "on")
  for (const listener of listeners) listener()
}
