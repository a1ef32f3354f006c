import { type RefObject, useEffect } from "react"
import { useLeaveGuard } from "@/components/desk/use-leave-guard"
import { keepLeftUnsent } from "./left-unsent"
import type { QueueStore } from "./queue-store"
import { unanswered } from "./state"

/** Asks before a page is left with something unsent on it, and remembers the decisions that were on their way. */
export function useUnsent(list: RefObject<HTMLElement | null>, store: QueueStore): void {
  useLeaveGuard(() => unanswered(store.view()).length > 0 || isTyped(list.current))

  useEffect(() => {
    const keep = () => keepLeftUnsent(unanswered(store.view()))
    window.addEventListener("pagehide", keep)
    return () => window.removeEventListener("pagehide", keep)
  }, [store])
}

/** Whether a note or a reply stands in its field. */
function isTyped(list: HTMLElement | null): boolean {
  const fields = list?.querySelectorAll("textarea") ?? []
  return [...fields].some(({ value, defaultValue }) => value !== defaultValue)
}
