import type { MessagePort } from "node:worker_threads"
import type { Registry } from "prom-client"
import { logError } from "../log.ts"
import type { MetricValues } from "./metrics.ts"

/** Answers what `remoteMetrics` asks through the other end of the port. */
export function answerMetricsOf(port: MessagePort, register: Registry): void {
  port.on("message", async (id: number) => {
    const values = await register.getMetricsAsJSON().catch((error: unknown) => {
      logError("metrics failed", error)
      return []
    })
    port.postMessage({ id, values } satisfies Told)
  })
}

/** The number is the question's: an answer that comes too late is nobody's. */
type Told = { id: number; values: MetricValues }

/** How long a busy thread may take to tell. */
const patience = 1000

/**
 * Asks the thread at the other end; one that is too busy to answer has no metrics this time. However many ask at once,
 * one question is on its way.
 */
export function remoteMetrics(port: MessagePort): () => Promise<MetricValues> {
  let asking: Promise<MetricValues> | undefined
  let last = 0
  let answer = (_: Told) => {}
  port.on("message", (told: Told) => answer(told))
  return () => {
    asking ??= new Promise<MetricValues>((resolve) => {
      const id = ++last
      const late = setTimeout(resolve, patience, [])
      answer = (told) => {
        if (told.id !== id) return
        clearTimeout(late)
        resolve(told.values)
      }
      port.postMessage(id)
    }).finally(() => {
      asking = undefined
    })
    return asking
  }
}
