import { useSyncExternalStore } from "react"

const key = "queue-shortcuts"
const listeners = new Set<() => void>()

export type Shortcuts = {
  /** Unknown until scripts run; then whether the person wants single letters to act (WCAG 2.1.4). */
  on: boolean | null
  toggle: () => void
}

export function useShortcuts(): Shortcuts {
  return { on: useSyncExternalStore(subscribe, read, () => null), toggle }
}

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
