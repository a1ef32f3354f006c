import { type RefObject, useEffect } from "react"
import { useLeaveGuard } from "@/components/desk/use-leave-guard"
import { forgetLeftUnsent, keepLeftUnsent } from "./left-unsent"
import type { QueueStore } from "./queue-store"
import { isTyped } from "./selected-words"
import { isUnconfirmed, unanswered } from "./state"

/** Asks before a page is left with something unsent on it, and remembers the decisions that were on their way. */
export function useUnsent(list: RefObject<HTMLElement | null>, store: QueueStore, me: number): void {
  useLeaveGuard(() => unanswered(store.view()).length > 0 || somethingIsTyped(list.current))

  useEffect(() => {
    const kept = new Set<number>()
    // Before the browser asks: once it leaves it cuts the requests off, which then look as if they had been answered.
    const keep = () => {
      const ids = unanswered(store.view())
      for (const id of ids) kept.add(id)
      keepLeftUnsent(me, ids)
    }
    // Somebody stayed, and the answer has come.
    const unsubscribe = store.subscribe(() => {
      for (const id of kept) {
        const card = store.view().cards.get(id)
        if (card && !isUnconfirmed(card) && kept.delete(id)) forgetLeftUnsent(me, id)
      }
    })
    for (const event of events) window.addEventListener(event, keep)
    return () => {
      unsubscribe()
      for (const event of events) window.removeEventListener(event, keep)
    }
  }, [store, me])
}

const events = ["beforeunload", "pagehide"]

/** Whether a note, a reply or words to be blacked out stand in their field. */
function somethingIsTyped(list: HTMLElement | null): boolean {
  return [...(list?.querySelectorAll("textarea") ?? [])].some(isTyped)
}
