import { type LiveNews, liveAddress } from "@/lib/moderation/live/news"

/** How long until a browser that was turned away asks again, in milliseconds. */
const pause = 30_000

export type Follower = {
  /** The newest event that the page has seen. */
  seen: () => number
  onNews: (news: LiveNews) => void
  /** The connection was cut, or has ended for good. */
  onDisconnect: (ended: boolean) => void
}

/** Follows the stream of news until the answer is called. */
export function followNews({ seen, onNews, onDisconnect }: Follower): () => void {
  let source: EventSource
  let again: ReturnType<typeof setTimeout> | undefined

  function open() {
    source = new EventSource(`${liveAddress}?since=${seen()}`)
    source.addEventListener("news", ({ data }: MessageEvent<string>) => onNews(JSON.parse(data)))
    source.addEventListener("left", () => {
      source.close()
      onDisconnect(true)
    })
    source.addEventListener("error", () => {
      onDisconnect(false)
      // The browser opens a cut connection again by itself, and one that was refused never.
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, pause)
    })
  }

  open()
  return () => {
    clearTimeout(again)
    source.close()
  }
}
