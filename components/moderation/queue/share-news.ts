import type { LiveNews } from "@/lib/moderation/live/news"
import { type Follower, followNews } from "./follow-news"

/** What the tab with the stream sends to the others. `since`: the newest event that it had seen before. */
type Message =
  | { kind: "news"; news: LiveNews; since: number }
  | { kind: "lost"; ended: boolean }
  | { kind: "joined" }

/**
 * Follows the news over one connection for all tabs of a person: over HTTP/1.1 browsers open six to a site, and a
 * stream keeps one. The tab that holds the lock has the stream and passes the news on; when it closes, another gets the lock.
 */
export function shareNews(me: number, follower: Follower): () => void {
  // Browsers have no locks without HTTPS.
  if (!navigator.locks) return followWhileVisible(follower)
  const name = `queue-news-${me}`
  const channel = new BroadcastChannel(name)
  const closed = new AbortController()
  /** Where things stand, for a tab that joins. Only the tab with the stream knows. */
  let current: Message | null = null

  function leave() {
    closed.abort()
    channel.close()
  }

  function onDisconnect(ended: boolean) {
    follower.onDisconnect(ended)
    if (ended) leave()
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "lost") onDisconnect(data.ended)
    else if (data.kind === "joined") {
      if (current) channel.postMessage(current)
    } else follower.onNews(follower.seen() < data.since ? { ...data.news, all: true } : data.news)
  }
  channel.postMessage({ kind: "joined" } satisfies Message)

  function openStream(): () => void {
    return followNews({
      seen: follower.seen,
      onNews: (news) => {
        const since = follower.seen()
        follower.onNews(news)
        channel.postMessage({ kind: "news", news, since } satisfies Message)
        const { counts } = news
        current = { kind: "news", news: { counts, changes: [], all: false }, since: counts.newestEvent }
      },
      onDisconnect: (ended) => {
        current = { kind: "lost", ended }
        channel.postMessage(current)
        onDisconnect(ended)
      },
    })
  }

  // Rejected when the page is left while it waits for the lock.
  navigator.locks
    .request(name, { signal: closed.signal }, () => holdUntil(closed.signal, openStream))
    .catch(() => {})
  return leave
}

/** Keeps the lock for as long as the stream is open. */
function holdUntil(closed: AbortSignal, open: () => () => void): Promise<void> | undefined {
  if (closed.aborted) return
  const stop = open()
  return new Promise((release) => {
    closed.addEventListener("abort", () => {
      stop()
      release()
    })
  })
}

function followWhileVisible(follower: Follower): () => void {
  let stop = () => {}
  function onVisibilityChange() {
    stop()
    stop = document.visibilityState === "visible" ? followNews(follower) : () => {}
  }
  onVisibilityChange()
  document.addEventListener("visibilitychange", onVisibilityChange)
  return () => {
    document.removeEventListener("visibilitychange", onVisibilityChange)
    stop()
  }
}
