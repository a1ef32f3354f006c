import { useEffect, useState } from "react"
import { type Change, type LiveNews, liveAddress } from "@/lib/moderation/live/news"
import type { QueueItem, QueueName } from "@/lib/moderation/types"

type Live = {
  counts: Record<QueueName, number>
  changes: ReadonlyMap<number, Change>
  /** Comments that have come into this queue and are not in the list. */
  fresh: readonly number[]
  /** More has happened than was told. */
  all: boolean
}

/** How long until a browser that was turned away asks again. */
const pause = 30_000

/** What happens elsewhere while the queue is open. Without it the page is what it was when it was loaded. */
export function useLive(queue: QueueName, items: QueueItem[], counts: Record<QueueName, number>): Live {
  const [live, setLive] = useState<Live>({ counts, changes: new Map(), fresh: [], all: false })

  useEffect(() => {
    const listed = new Set(items.map(({ id }) => id))
    let source: EventSource | null = null
    let again: ReturnType<typeof setTimeout> | undefined

    function hear({ data }: MessageEvent<string>) {
      const news = JSON.parse(data) as LiveNews
      setLive((before) => heard(before, news, queue, listed))
    }
    function open() {
      source = new EventSource(liveAddress)
      source.addEventListener("news", hear)
      source.addEventListener("left", () => source?.close())
      source.addEventListener("error", () => {
        // A cut line comes back by itself; one that was refused does not.
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, pause)
      })
    }
    open()
    return () => {
      clearTimeout(again)
      source?.close()
    }
  }, [queue, items])

  return live
}

function heard(before: Live, news: LiveNews, queue: QueueName, listed: ReadonlySet<number>): Live {
  const changes = new Map(before.changes)
  const fresh = new Set(before.fresh)
  for (const change of news.changes) {
    if (listed.has(change.id)) changes.set(change.id, change)
    else if (isFor(queue, change)) fresh.add(change.id)
    else fresh.delete(change.id)
  }
  return { counts: news.counts, changes, fresh: [...fresh], all: before.all || news.all }
}

/** Only the queues that are worked through say that something has come in. */
function isFor(queue: QueueName, { status, reported }: Change): boolean {
  if (queue === "waiting") return status === "pending"
  return queue === "reported" && reported && (status === "pending" || status === "approved")
}
