import { useEffect, useState, useSyncExternalStore } from "react"
import { useRenderedFor } from "@/components/desk/rendered-for"
import type { DeskActions } from "../desk-actions"
import { fetchCards } from "./fetch-cards"
import { QueueStore } from "./queue-store"
import { shareNews } from "./share-news"
import type { Loaded } from "./state"

/** The store of this page, following what happens elsewhere, and what it shows. */
export function useQueueStore(loaded: Loaded, me: number, actions: DeskActions) {
  const sign = useRenderedFor()
  const [store] = useState(
    () =>
      new QueueStore(loaded, me, {
        decide: (form) => actions.decideInPlace(sign(form)),
        open: (form) => actions.open(sign(form)),
        read: fetchCards,
        isVisible: () => document.visibilityState === "visible",
      }),
  )
  const state = useSyncExternalStore(store.subscribe, store.view, store.view)

  useEffect(() => {
    store.start()
    const { onNews, onDisconnect } = store
    const unfollow = shareNews(me, { seen: () => store.view().counts.newestEvent, onNews, onDisconnect })
    document.addEventListener("visibilitychange", store.onVisibilityChange)
    return () => {
      store.stop()
      unfollow()
      document.removeEventListener("visibilitychange", store.onVisibilityChange)
    }
  }, [store, me])

  return { store, state }
}
