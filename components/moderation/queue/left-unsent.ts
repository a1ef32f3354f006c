import { useSyncExternalStore } from "react"

const key = "queue-left-unsent"
const listeners = new Set<() => void>()

/** Comments with a decision that was on its way when a page of the queue was left, until somebody has looked. */
export function useLeftUnsent(): number[] {
  return idsIn(useSyncExternalStore(subscribe, read, () => ""))
}

export function keepLeftUnsent(ids: readonly number[]): void {
  if (ids.length > 0) write([...idsIn(read()), ...ids])
}

export function forgetLeftUnsent(id: number): void {
  write(idsIn(read()).filter((other) => other !== id))
}

function write(ids: readonly number[]): void {
  try {
    localStorage.setItem(key, [...new Set(ids)].join())
  } catch {
    // Some people forbid it, and then nothing is remembered.
  }
  for (const listener of listeners) listener()
}

function read(): string {
  try {
    return localStorage.getItem(key) ?? ""
  } catch {
    return ""
  }
}

function idsIn(text: string): number[] {
  return text
    .split(",")
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
