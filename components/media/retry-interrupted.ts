import type { Upload } from "@/components/media/upload"
import type { Uploads } from "@/components/media/uploads"

/** In milliseconds. */
const pauses = { first: 2000, longest: 30_000 }

/**
 * Sends again what lost its connection: once the network is back, and after a pause, since the network can be there while
 * the site is not. Each pause is twice the one before. Answers how to end that.
 */
export function retryInterrupted(uploads: Uploads): () => void {
  const next = new Map<Upload["key"], number>()
  const timers = new Map<Upload["key"], ReturnType<typeof setTimeout>>()

  const look = () => {
    for (const { key, state } of uploads.view()) {
      if (state === "interrupted") wait(key)
      else cancel(key)
    }
  }

  function wait(key: number) {
    if (timers.has(key)) return
    const pause = next.get(key) ?? pauses.first
    next.set(key, Math.min(2 * pause, pauses.longest))
    // Without a network nothing is sent: the event of its return sends everything.
    const retry = () => navigator.onLine && uploads.again(key)
    timers.set(key, setTimeout(retry, pause))
  }

  function cancel(key: number) {
    clearTimeout(timers.get(key))
    timers.delete(key)
  }

  const unsubscribe = uploads.subscribe(look)
  window.addEventListener("online", uploads.retryInterrupted)
  return () => {
    unsubscribe()
    window.removeEventListener("online", uploads.retryInterrupted)
    for (const key of timers.keys()) cancel(key)
  }
}
