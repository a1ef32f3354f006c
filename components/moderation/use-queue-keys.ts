import { type RefObject, useEffect, useRef, useSyncExternalStore } from "react"
import type { Chooser } from "./reason-chooser"

type Parts = {
  list: RefObject<HTMLElement | null>
  help: RefObject<HTMLDialogElement | null>
  chooser: Chooser
  announce: (message: string) => void
}

export type QueueKeys = {
  /** Unknown until scripts run; then whether the person wants shortcuts. */
  on: boolean | null
  toggle: () => void
}

/** What a letter does to the card that has the focus; `false` when the card does not offer it. */
const onCard: Record<string, (card: HTMLElement) => boolean> = {
  a: (card) => press(card, "approve") || press(card, "grant"),
  d: (card) => press(card, "deny"),
  s: (card) => press(card, "spam"),
  u: (card) => press(card, "undo"),
  b: (card) => click(card.querySelector<HTMLAnchorElement>("a[data-key=b]")),
  n: (card) => unfold(card, "note"),
  e: (card) => unfold(card, "reply"),
  x: (card) => click(card.querySelector<HTMLInputElement>("input[name=ids]")),
}

/** Said aloud when a key does nothing: silence could be anything. */
const notOffered: Record<string, string> = {
  u: "There is nothing to undo about this comment.",
  d: "There is no appeal to deny about this comment.",
}

const noCard = "No comment has the focus. Press j to go to one."
const notOpen = "That cannot be decided about this comment as it stands."

/**
 * j and k walk the cards, a letter works on the card that has the focus. Single letters can be switched off
 * (WCAG 2.1.4), and do nothing while somebody types. Choosing a reason is not typing.
 */
export function useQueueKeys({ list, help, chooser, announce }: Parts): QueueKeys {
  const on = useSyncExternalStore(subscribe, read, () => null)
  const { open: chooseReason } = chooser
  /** Where somebody was last, to go on from once the focus was elsewhere. */
  const last = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!on) return
    function onFocusIn({ target }: FocusEvent) {
      const card = target instanceof Element ? target.closest("article") : null
      if (card && list.current?.contains(card)) last.current = card
    }
    function onKeyDown(event: KeyboardEvent) {
      const { key, target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (document.querySelector("dialog[open]")) return
      const cards = [...(list.current?.querySelectorAll("article") ?? [])]
      const card = cards.find((one) => one.contains(document.activeElement))
      const from = card ?? last.current
      const here = from ? cards.indexOf(from) : -1
      if (key === "Escape" && isFilter(target)) leave(target, cards[Math.max(here, 0)])
      else if (isTyping(target)) return
      else if (key === "j") go(cards[Math.min(here + 1, cards.length - 1)])
      else if (key === "k") go(cards[Math.max(here - 1, 0)])
      else if (key === "?") help.current?.showModal()
      else if (key === "/") document.querySelector<HTMLInputElement>("input[name=words]")?.focus()
      else if (key !== "r" && !Object.hasOwn(onCard, key)) return
      else if (!card) announce(noCard)
      else if (key === "r" ? !reject(card, target, chooseReason) : !onCard[key]?.(card))
        announce(notOffered[key] ?? notOpen)
      event.preventDefault()
    }
    document.addEventListener("focusin", onFocusIn)
    document.addEventListener("keydown", onKeyDown)
    return () => {
      document.removeEventListener("focusin", onFocusIn)
      document.removeEventListener("keydown", onKeyDown)
    }
  }, [on, list, help, chooseReason, announce])

  return { on, toggle }
}

function press(card: HTMLElement, value: string): boolean {
  return click(card.querySelector<HTMLButtonElement>(`button[value="${value}"]`))
}

function click(element: HTMLElement | null): boolean {
  element?.click()
  return element !== null
}

/** Whoever stands in the list of reasons has chosen one. */
function reject(card: HTMLElement, target: EventTarget | null, choose: (card: HTMLElement) => void): boolean {
  if (target instanceof HTMLSelectElement) return press(card, "reject")
  if (!card.querySelector("button[value=reject]")) return false
  choose(card)
  return true
}

function unfold(card: HTMLElement, kind: string): boolean {
  const box = card.querySelector<HTMLDetailsElement>(`details[data-opens=${kind}]`)
  if (!box) return false
  box.open = true
  box.querySelector("textarea")?.focus()
  return true
}

/** Back to the cards from a field above them; out of it at least when there are none. */
function leave(field: HTMLElement, card: HTMLElement | undefined): void {
  if (card) go(card)
  else field.blur()
}

function go(card: HTMLElement | undefined): void {
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: "nearest" })
}

function isFilter(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.closest("search") !== null
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
