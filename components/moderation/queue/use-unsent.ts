import { type RefObject, useEffect } from "react"
import { useLeaveGuard } from "@/components/desk/use-leave-guard"
import { forgetLeftUnsent, keepLeftUnsent } from "./left-unsent"
import type { QueueStore } from "./queue-store"
import { isUnconfirmed, unanswered } from "./state"

/** Asks before a page is left with something unsent on it, and remembers the decisions that were on their way. */
export function useUnsent(list: RefObject<HTMLElement | null>, store: QueueStore): void {
  useLeaveGuard(() => unanswered(store.view()).length > 0 || isTyped(list.current))

  useEffect(() => {
    const kept = new Set<number>()
    // Before the browser asks: once it leaves it cuts the requests off, which then look as if they had been answered.
    const keep = () => {
      const ids = unanswered(store.view())
      for (const id of ids) kept.add(id)
      keepLeftUnsent(ids)
    }
    // Somebody stayed, and the answer has come.
    const unsubscribe = store.subscribe(() => {
      for (const id of kept) {
        const card = store.view().cards.get(id)
        if (card && !isUnconfirmed(card) && kept.delete(id)) forgetLeftUnsent(id)
      }
    })
    for (const event of events) window.addEventListener(event, keep)
    return () => {
      unsubscribe()
      for (const event of events) window.removeEventListener(event, keep)
    }
  }, [store])
}

const events = ["beforeunload", "pagehide"]

/** Whether a note or a reply stands in its field. */
function isTyped(list: HTMLElement | null): boolean {
  const fields = list?.querySelectorAll("textarea") ?? []
  return [...fields].some(({ value, defaultValue }) => value !== defaultValue)
}
