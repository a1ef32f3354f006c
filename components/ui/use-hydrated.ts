import { useSyncExternalStore } from "react"

/** Whether scripts run here; what the server sends is for those who have none. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
