import "server-only"
import { readChanges } from "@/lib/moderation/live/changes"
import { changedSince, newestEvent } from "@/lib/moderation/live/events"
import type { LiveNews } from "@/lib/moderation/live/news"
import { type Listener, subscription } from "@/lib/moderation/live/subscription"
import { countQueues } from "@/lib/moderation/queue/counts"

/** Milliseconds between two reads for all open desks together: the counts cost more than the messages. */
const pause = 500

/** Milliseconds until the next try when the database could not be read; it looks up what was missed. */
const pauseAfterFailure = 5_000

/** More comments than this are not read one by one. */
const mostRead = 500

/** Takes in a notice of Postgres; what it names is read a moment later, once for all open desks. */
export function collect(payload: string): void {
  if (subscription.listeners.size === 0) return
  const ids = payload.split(",").map(Number)
  if (ids.every((id) => Number.isSafeInteger(id) && id > 0))
    for (const id of ids) subscription.waiting.add(id)
  else subscription.all = true
  subscription.timer ??= setTimeout(broadcast, pause / 5)
}

async function broadcast(): Promise<void> {
  const named = [...subscription.waiting]
  const many = subscription.all
  subscription.waiting.clear()
  subscription.all = false
  let next = pause
  try {
    const [first] = subscription.listeners
    if (!first) return
    const since = many ? await changedSince(subscription.from, mostRead) : []
    const all = since === null || named.length > mostRead
    // A lease is no event: those that were named are read whatever the log says.
    const found = all ? [] : [...new Set([...named, ...since])]
    const [counts, changes] = await Promise.all([countQueues(first.staff), readChanges(found)])
    // One broadcast behind: an earlier event may be notified after a later one, from another instance.
    subscription.from = subscription.newest
    subscription.newest = all
      ? await newestEvent()
      : Math.max(subscription.newest, ...changes.map(({ event }) => event))
    for (const listener of subscription.listeners) notify(listener, { counts, changes, all })
  } catch (error) {
    console.warn("What is new could not be read for the open desks.", error)
    for (const id of named) subscription.waiting.add(id)
    subscription.all ||= many
    next = pauseAfterFailure
  } finally {
    subscription.timer = null
    if (subscription.waiting.size > 0 || subscription.all) subscription.timer = setTimeout(broadcast, next)
  }
}

/** A listener that throws, as on a broken stream, is removed and keeps no other from its news. */
function notify(listener: Listener, news: LiveNews): void {
  try {
    listener.onNews(news)
  } catch (error) {
    subscription.listeners.delete(listener)
    console.warn("An open desk could not be sent what is new.", error)
  }
}
