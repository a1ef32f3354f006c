import "server-only"
import { database } from "@/db/client"
import { accessChannel } from "@/lib/auth/access-changes"
import type { Staff } from "@/lib/auth/staff"
import { moderationChannel } from "@/lib/comments/desk-changes"
import { changedSince, newestEvent, readChanges } from "@/lib/moderation/live/changes"
import type { LiveNews } from "@/lib/moderation/live/news"
import { recheckStreams } from "@/lib/moderation/live/open-streams"
import { countQueues } from "@/lib/moderation/queue/counts"

type Listener = { staff: Staff; onNews: (news: LiveNews) => void }

type Subscription = {
  listeners: Set<Listener>
  connection: Promise<{ unlisten(): Promise<void> }> | null
  waiting: Set<number>
  all: boolean
  /** When the ids are not known, what happened from this event on is read: the newest of the broadcast before the last. */
  from: number
  /** The newest event that was broadcast. */
  newest: number
  timer: NodeJS.Timeout | null
}

// On globalThis, since Next bundles this file once for each of its layers: there is one connection for all open desks.
const held = globalThis as { mastheadQueueSubscription?: Subscription }
held.mastheadQueueSubscription ??= {
  listeners: new Set(),
  connection: null,
  waiting: new Set(),
  all: false,
  from: 0,
  newest: 0,
  timer: null,
}
const subscription = held.mastheadQueueSubscription

/** Milliseconds between two reads for all open desks together: the counts cost more than the messages. */
const pause = 500

/** Milliseconds until the next try when the database could not be read; it looks up what was missed. */
const pauseAfterFailure = 5_000

/** More comments than this are not read one by one. */
const mostRead = 500

/**
 * Calls back with what is new, until the answer is called. However many listen, Postgres is listened to on one
 * connection and asked once. When that connection was cut and is back, every desk is told to read everything again.
 */
export async function listenForNews(staff: Staff, onNews: Listener["onNews"]): Promise<() => void> {
  const listener = { staff, onNews }
  const first = subscription.listeners.size === 0
  subscription.listeners.add(listener)
  const leave = () => void subscription.listeners.delete(listener)
  try {
    const opened = subscription.connection !== null
    subscription.connection ??= openConnection().catch((error) => {
      subscription.connection = null
      throw error
    })
    await subscription.connection
    // While nobody listened nothing was followed, and the first new listener has just read the current state.
    if (opened && first) await beginHere()
  } catch (error) {
    leave()
    throw error
  }
  return leave
}

/** Stays open once somebody has listened: a connection that waits costs little, and reopening it for each page much. */
async function openConnection() {
  let opened = false
  await beginHere()
  const { $client } = database()
  await $client.listen(accessChannel, (staffId) => recheckStreams(Number(staffId)))
  return $client.listen(moderationChannel, collect, () => {
    if (opened) {
      collect("many")
      recheckStreams()
    }
    opened = true
  })
}

async function beginHere(): Promise<void> {
  subscription.newest = await newestEvent()
  subscription.from = subscription.newest
}

function collect(payload: string): void {
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
