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

type Ear = {
  listeners: Set<Listener>
  line: Promise<{ unlisten(): Promise<void> }> | null
  waiting: Set<number>
  all: boolean
  /** From this event on is read when it is not said which comments are meant: the newest of the telling before the last. */
  from: number
  /** The newest event that was told of. */
  newest: number
  timer: NodeJS.Timeout | null
}

// On globalThis, since Next bundles this file once for each of its layers: there is one line for all open desks.
const held = globalThis as { mastheadEar?: Ear }
held.mastheadEar ??= {
  listeners: new Set(),
  line: null,
  waiting: new Set(),
  all: false,
  from: 0,
  newest: 0,
  timer: null,
}
const ear = held.mastheadEar

/** So long apart are two readings for all open desks together: counting costs more than telling. */
const pause = 500

/** When the database could not be asked, so long until the next try, which looks up what was missed. */
const pauseAfterFailure = 5_000

/** More comments than this are not read one by one. */
const mostRead = 500

/**
 * Calls back with what is new, until the answer is called. However many listen, Postgres is listened to on one
 * connection and asked once. When that connection was cut and is back, everybody is told to look anew.
 */
export async function listenForNews(staff: Staff, onNews: Listener["onNews"]): Promise<() => void> {
  const listener = { staff, onNews }
  const first = ear.listeners.size === 0
  ear.listeners.add(listener)
  const leave = () => void ear.listeners.delete(listener)
  try {
    const opened = ear.line !== null
    ear.line ??= openLine().catch((error) => {
      ear.line = null
      throw error
    })
    await ear.line
    // While nobody listened nothing was followed, and whoever comes has just read how everything stands.
    if (opened && first) await beginHere()
  } catch (error) {
    leave()
    throw error
  }
  return leave
}

/** Stays open once somebody has listened: a connection that waits costs little, and reopening it for each page much. */
async function openLine() {
  let opened = false
  await beginHere()
  const { $client } = database()
  await $client.listen(accessChannel, (staffId) => recheckStreams(Number(staffId)))
  return $client.listen(moderationChannel, take, () => {
    if (opened) {
      take("many")
      recheckStreams()
    }
    opened = true
  })
}

async function beginHere(): Promise<void> {
  ear.newest = await newestEvent()
  ear.from = ear.newest
}

function take(payload: string): void {
  if (ear.listeners.size === 0) return
  const ids = payload.split(",").map(Number)
  if (ids.every((id) => Number.isSafeInteger(id) && id > 0)) for (const id of ids) ear.waiting.add(id)
  else ear.all = true
  ear.timer ??= setTimeout(tell, pause / 5)
}

async function tell(): Promise<void> {
  const named = [...ear.waiting]
  const many = ear.all
  ear.waiting.clear()
  ear.all = false
  let next = pause
  try {
    const [first] = ear.listeners
    if (!first) return
    const since = many ? await changedSince(ear.from, mostRead) : []
    const all = since === null || named.length > mostRead
    // A lease is no event: those that were named are read whatever the log says.
    const found = all ? [] : [...new Set([...named, ...since])]
    const [counts, changes] = await Promise.all([countQueues(first.staff), readChanges(found)])
    // One telling behind: word of an earlier event may come after that of a later one, from another instance.
    ear.from = ear.newest
    ear.newest = all ? await newestEvent() : Math.max(ear.newest, ...changes.map(({ event }) => event))
    for (const listener of ear.listeners) tellOne(listener, { counts, changes, all })
  } catch (error) {
    console.warn("What is new could not be read for the open desks.", error)
    for (const id of named) ear.waiting.add(id)
    ear.all ||= many
    next = pauseAfterFailure
  } finally {
    ear.timer = null
    if (ear.waiting.size > 0 || ear.all) ear.timer = setTimeout(tell, next)
  }
}

/** One that cannot hear, as on a broken stream, is left out from now on, and keeps nobody else from hearing. */
function tellOne(listener: Listener, news: LiveNews): void {
  try {
    listener.onNews(news)
  } catch (error) {
    ear.listeners.delete(listener)
    console.warn("An open desk could not be told what is new.", error)
  }
}
