import { useSyncExternalStore } from "react"

const listeners = new Set<() => void>()

/** Comments with a decision that was on its way when a page of the queue was left, until somebody has looked. */
export function useLeftUnsent(me: number): number[] {
  return idsIn(
    useSyncExternalStore(
      subscribe,
      () => read(me),
      () => "",
    ),
  )
}

export function keepLeftUnsent(me: number, ids: readonly number[]): void {
  if (ids.length > 0) write(me, [...idsIn(read(me)), ...ids])
}

export function forgetLeftUnsent(me: number, id: number): void {
  write(
    me,
    idsIn(read(me)).filter((other) => other !== id),
  )
}

function write(me: number, ids: readonly number[]): void {
  try {
    localStorage.setItem(keyOf(me), [...new Set(ids)].join())
  } catch {
    // Some people forbid it, and then nothing is remembered.
  }
  for (const listener of listeners) listener()
}

function read(me: number): string {
  try {
    return localStorage.getItem(keyOf(me)) ?? ""
  } catch {
    return ""
  }
}

/** Apart for each person: colleagues can share a browser. */
function keyOf(me: number): string {
  return `queue-left-unsent:${me}`
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
