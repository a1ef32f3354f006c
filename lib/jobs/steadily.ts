import { setTimeout as pause } from "node:timers/promises"
import { withoutEmails } from "@/lib/text/without-emails"

export type Steady = { stop(): Promise<void> }

/**
 * Does something again and again, `wait` milliseconds after it was done the last time, until it is stopped. What fails
 * is reported and tried again in its turn. `stop` resolves when the turn in hand is over.
 * @param wait a number, or what answers one before each pause
 */
export function steadily(name: string, wait: number | (() => number), work: () => Promise<unknown>): Steady {
  const end = new AbortController()
  const going = (async () => {
    while (!end.signal.aborted) {
      try {
        await work()
      } catch (error) {
        console.error(`${name} failed: ${withoutEmails(String(error), "")}`)
      }
      const milliseconds = typeof wait === "number" ? wait : wait()
      await pause(milliseconds, undefined, { signal: end.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      end.abort()
      await going
    },
  }
}
