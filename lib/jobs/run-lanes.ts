import "server-only"
import { setTimeout as pause } from "node:timers/promises"
import { database } from "@/db/client"
import { type FailingLane, watchOverdue } from "@/lib/jobs/overdue"
import type { Lane } from "@/lib/jobs/types"
import { makeWakeableSleep } from "@/lib/jobs/wakeable-sleep"
import { withoutEmails } from "@/lib/text/without-emails"

const pauseAfterFailure = 5_000

/** Works on lanes until stopped, on any number of instances. `stop` resolves when the work in hand has ended. */
export async function runLanes(...lanes: readonly Lane[]): Promise<{ stop(): Promise<void> }> {
  const loops = await Promise.all(
    lanes.flatMap((lane) => Array.from({ length: lane.concurrency ?? 1 }, () => runLoop(lane))),
  )
  const forget = watchOverdue(lanes, () => loops.flatMap(({ failing }) => failing() ?? []))
  return {
    async stop() {
      forget()
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

async function runLoop(lane: Lane) {
  const end = new AbortController()
  const sleep = makeWakeableSleep()
  let failingSince: number | null = null

  async function runDue(): Promise<number> {
    try {
      const next = await lane.runDue(end.signal)
      failingSince = null
      return Math.min(next ?? lane.longestWait, lane.longestWait)
    } catch (error) {
      console.error(`Background work failed (${lane.name}): ${withoutEmails(String(error))}`)
      failingSince ??= Date.now()
      return Math.min(pauseAfterFailure, lane.longestWait)
    }
  }

  async function work(): Promise<void> {
    const { shortestWait = 0 } = lane
    while (!end.signal.aborted) {
      const wait = await runDue()
      if (shortestWait > 0) await pause(shortestWait, undefined, { signal: end.signal }).catch(() => {})
      await sleep.sleep(wait - shortestWait)
    }
  }

  const { channel, filter = () => true } = lane.wokenBy ?? {}
  const subscription = channel
    ? await database().$client.listen(channel, (payload) => filter(payload) && sleep.wake(), sleep.wake)
    : null
  const working = work()
  return {
    failing: (): FailingLane | null =>
      failingSince === null ? null : { name: lane.name, since: failingSince },
    async stop() {
      end.abort()
      sleep.wake()
      await working
      await subscription?.unlisten().catch(() => {})
    },
  }
}
