import type { MessagePort } from "node:worker_threads"
import type { Registry } from "prom-client"
import type { MetricValues } from "./metrics.ts"

/** Answers what `remoteMetrics` asks through the other end of the port. */
export function tellMetrics(port: MessagePort, register: Registry): void {
  port.on("message", async () => port.postMessage(await register.getMetricsAsJSON()))
}

/** How long a busy thread may take to tell. */
const patience = 1000

/**
 * Asks the thread at the other end; one that is too busy to answer has no metrics this time. However many ask at once,
 * one question is on its way.
 */
export function remoteMetrics(port: MessagePort): () => Promise<MetricValues> {
  let asking: Promise<MetricValues> | undefined
  return () => {
    asking ??= new Promise<MetricValues>((resolve) => {
      const late = setTimeout(resolve, patience, [])
      port.once("message", (values: MetricValues) => {
        clearTimeout(late)
        resolve(values)
      })
      port.postMessage("tell")
    }).finally(() => {
      asking = undefined
    })
    return asking
  }
}
