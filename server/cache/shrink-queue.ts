import { setTimeout as sleep } from "node:timers/promises"
import { logError } from "../log.ts"

type Shrinkable = { shrink(): Promise<void> }

const longestQueue = 50
const queue = new Set<Shrinkable>()
let working = false

/** Of a processor's time, the work takes one part and leaves so many: under moderation pages change all the time. */
const left = 9

/**
 * One at a time: it takes a processor for a fifth of a second, and nobody waits for it. A document that finds the queue
 * full stays as it is until it is made again.
 */
export async function shrinkLater(document: Shrinkable): Promise<void> {
  if (queue.size < longestQueue) queue.add(document)
  if (working) return
  working = true
  for (const next of queue) {
    queue.delete(next)
    const began = performance.now()
    await next.shrink().catch((error: unknown) => logError("shrinking failed", error))
    await sleep(left * (performance.now() - began), undefined, { ref: false })
  }
  working = false
}
