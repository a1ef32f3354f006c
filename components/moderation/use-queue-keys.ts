import { type RefObject, useEffect, useSyncExternalStore } from "react"
import type { Chooser } from "./reason-chooser"

export type QueueKeys = {
  /** Unknown until scripts run; then whether the person wants shortcuts. */
  on: boolean | null
  toggle: () => void
}

/** What a letter does to the card that has the focus; a card that does not offer it stays as it is. */
const onCard: Record<string, (card: HTMLElement) => void> = {
  a: (card) => press(card, "approve"),
  s: (card) => press(card, "spam"),
  u: (card) => press(card, "undo"),
  b: (card) => card.querySelector<HTMLAnchorElement>("a[data-key=b]")?.click(),
  n: (card) => unfold(card, "note"),
  e: (card) => unfold(card, "reply"),
  x: (card) => card.querySelector<HTMLInputElement>("input[name=ids]")?.click(),
}

/**
 * j and k walk the cards, a letter works on the card that has the focus. Single letters can be switched off
 * (WCAG 2.1.4), and do nothing while somebody types. Choosing a reason is not typing.
 */
export function useQueueKeys(
  list: RefObject<HTMLElement | null>,
  help: RefObject<HTMLDialogElement | null>,
  { open: chooseReason }: Chooser,
): QueueKeys {
  const on = useSyncExternalStore(subscribe, read, () => null)

  useEffect(() => {
    if (!on) return
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
      if (document.querySelector("dialog[open]")) return
      const cards = [...(list.current?.querySelectorAll("article") ?? [])]
      const here = cards.findIndex((card) => card.contains(document.activeElement))
      const card = cards[here]
      if (event.key === "j") go(cards[Math.min(here + 1, cards.length - 1)])
      else if (event.key === "k") go(cards[Math.max(here - 1, 0)])
      else if (event.key === "?") help.current?.showModal()
      else if (event.key === "/") document.querySelector<HTMLInputElement>("input[name=words]")?.focus()
      else if (event.key === "r" && card) reject(card, event.target, chooseReason)
      else if (card && Object.hasOwn(onCard, event.key)) onCard[event.key]?.(card)
      else return
      event.preventDefault()
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [on, list, help, chooseReason])

  return { on, toggle }
}

function press(card: HTMLElement, value: string): void {
  card.querySelector<HTMLButtonElement>(`button[value="${value}"]`)?.click()
}

/** Whoever stands in the list of reasons has chosen one. */
function reject(card: HTMLElement, target: EventTarget | null, choose: (card: HTMLElement) => void): void {
  if (target instanceof HTMLSelectElement) press(card, "reject")
  else if (card.querySelector("button[value=reject]")) choose(card)
}

function unfold(card: HTMLElement, kind: string): void {
  const box = card.querySelector<HTMLDetailsElement>(`details[data-opens=${kind}]`)
  if (!box) return
  box.open = true
  box.querySelector("textarea")?.focus()
}

function go(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: "nearest" })
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.matches("select[name=reason], input[type=checkbox]"))
    return false
  return target.closest("input, select, textarea, [contenteditable]") !== null
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
