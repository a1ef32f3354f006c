import "server-only"
import { database } from "@/db/client"
import type { Staff } from "@/lib/auth/staff"
import { changedSince, newestEvent, readChanges } from "@/lib/comments/live/changes"
import type { News } from "@/lib/comments/live/news"
import { moderationChannel } from "@/lib/comments/live/tell"
import { countQueues } from "@/lib/comments/queue/counts"

type Listener = { staff: Staff; hear: (news: News) => void }

type Ear = {
  listeners: Set<Listener>
  line: Promise<{ unlisten(): Promise<void> }> | null
  waiting: Set<number>
  all: boolean
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
  newest: 0,
  timer: null,
}
const ear = held.mastheadEar

/** So long apart are two readings for all open desks together: counting costs more than telling. */
const pause = 500

/** More comments than this are not read one by one. */
const mostRead = 500

/**
 * Calls back with what is new, until the answer is called. However many listen, Postgres is listened to on one
 * connection and asked once. When that connection was cut and is back, everybody is told to look anew.
 */
export async function listenForNews(staff: Staff, hear: Listener["hear"]): Promise<() => void> {
  const listener = { staff, hear }
  ear.listeners.add(listener)
  const leave = () => void ear.listeners.delete(listener)
  try {
    ear.line ??= openLine()
    await ear.line
  } catch (error) {
    ear.line = null
    leave()
    throw error
  }
  return leave
}

/** Stays open once somebody has listened: a connection that waits costs little, and reopening it for each page much. */
async function openLine() {
  let opened = false
  ear.newest = await newestEvent()
  return database().$client.listen(moderationChannel, take, () => {
    if (opened) take("many")
    opened = true
  })
}

function take(payload: string): void {
  if (ear.listeners.size === 0) return
  const ids = payload.split(",").map(Number)
  if (ids.every((id) => Number.isSafeInteger(id) && id > 0)) for (const id of ids) ear.waiting.add(id)
  else ear.all = true
  ear.timer ??= setTimeout(tell, pause / 5)
}

/** Whose stream fails hears no more, and nobody else misses anything for it. */
function tellOne(listener: Listener, news: News): void {
  try {
    listener.hear(news)
  } catch (error) {
    ear.listeners.delete(listener)
    console.warn("An open desk could not be told what is new.", error)
  }
}

async function tell(): Promise<void> {
  const named = [...ear.waiting]
  const many = ear.all || named.length > mostRead
  ear.waiting.clear()
  ear.all = false
  try {
    const [first] = ear.listeners
    if (!first) return
    const found = many ? await changedSince(ear.newest, mostRead) : named
    const all = found === null
    const [counts, changes] = await Promise.all([countQueues(first.staff), readChanges(found ?? [])])
    ear.newest = all ? await newestEvent() : Math.max(ear.newest, ...changes.map(({ event }) => event))
    for (const listener of ear.listeners) tellOne(listener, { counts, changes, all })
  } catch (error) {
    console.warn("What is new could not be read for the open desks.", error)
  } finally {
    ear.timer = null
    if (ear.waiting.size > 0 || ear.all) ear.timer = setTimeout(tell, pause)
  }
}
