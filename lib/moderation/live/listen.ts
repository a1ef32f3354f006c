import "server-only"
import { database } from "@/db/client"
import { accessChannel } from "@/lib/auth/access-changes"
import type { Staff } from "@/lib/auth/staff"
import { moderationChannel } from "@/lib/comments/desk-changes"
import { collect } from "@/lib/moderation/live/broadcast"
import { newestEvent } from "@/lib/moderation/live/events"
import { recheckStreams } from "@/lib/moderation/live/open-streams"
import { type Listener, subscription } from "@/lib/moderation/live/subscription"

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
