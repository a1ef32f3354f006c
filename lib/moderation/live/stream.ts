import "server-only"
import type { Staff } from "@/lib/auth/staff"
import { newestEvent } from "@/lib/moderation/live/events"
import { listenForNews } from "@/lib/moderation/live/listen"
import { mayStillListen } from "@/lib/moderation/live/may-still-listen"
import { missedNews } from "@/lib/moderation/live/missed-news"
import type { LiveNews } from "@/lib/moderation/live/news"
import { countStream } from "@/lib/moderation/live/open-streams"

/** Proxies cut a line on which nothing moves; they wait a minute as a rule. */
const heartbeat = 20_000

/** Beats between two looks at the session: a minute. */
const beatsToRecheck = 3

/**
 * What happens in the queue from an event on, or from now, as server-sent events (HTML Living Standard, 9.2). Ends when
 * the browser is gone, and when the session has ended or the right to moderate: at once where an admin did that, within a
 * minute in any case.
 * @param since the newest event that the page has seen, or `null`
 */
export function newsStream(
  staff: Staff,
  since: number | null,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  let end = () => {}
  return new ReadableStream({
    async start(controller) {
      const encoder = new TextEncoder()
      let ended = false
      const say = (text: string) => {
        if (ended) return
        try {
          controller.enqueue(encoder.encode(text))
        } catch {
          // Client gone: end the stream.
          end()
        }
      }
      let newest = since ?? (await newestEvent())
      const onNews = (news: LiveNews) => {
        newest = news.changes.reduce((id, { event }) => Math.max(id, event), newest)
        say(`id: ${newest}\nevent: news\ndata: ${JSON.stringify(news)}\n\n`)
      }
      const leave = await listenForNews(staff, onNews)
      let beats = 0
      const recheck = async () => {
        if (await mayStillListen(staff)) return
        say("event: left\ndata: {}\n\n")
        end()
      }
      const timer = setInterval(async () => {
        say(": still here\n\n")
        if (++beats % beatsToRecheck === 0) await recheck()
      }, heartbeat)
      end = () => {
        if (ended) return
        ended = true
        leave()
        uncount()
        clearInterval(timer)
        try {
          controller.close()
        } catch {
          // Whoever listened has closed it already.
        }
      }
      const uncount = countStream(staff.id, { end, recheck })
      if (gone.aborted) return end()
      gone.addEventListener("abort", end)
      say("retry: 3000\n")
      onNews(await missedNews(staff, since))
    },
    cancel: () => end(),
  })
}
