import { MessageChannel, type MessagePort, Worker } from "node:worker_threads"
import { onTagChanged } from "../../db/cache-tags.ts"
import { logError } from "../log.ts"
import { StartupError } from "../startup-error.mjs"
import { answerChecks, type Checks } from "./checks.ts"
import type { Opening } from "./edge.ts"
import { threadMetrics } from "./metrics.ts"
import { answerMetricsOf } from "./metrics-port.ts"
import { relay } from "./relay.ts"
import type { Handler } from "./render.ts"

export type EdgeCommand =
  | { what: "take"; host: string; port: number; behindProxies: boolean }
  | { what: "open"; opening: Opening }
  | { what: "close"; patience: number }
export type EdgeReply = { what: EdgeCommand["what"] } & (
  | { port: number }
  | { error: unknown; trouble?: string }
)
export type ThreadData = { requests: MessagePort; checks: MessagePort; metrics: MessagePort }

export type EdgeThread = {
  port: number
  open(next: Handler, checks: Checks, opening: Opening): Promise<void>
  /** Lets running requests end, for so many milliseconds. */
  close(patience: number): Promise<void>
}

/**
 * The edge in a thread of its own: a held document never waits for a page that is being rendered, and it is free of
 * what rendering costs every request of its thread (on Node 20, Next's AsyncLocalStorage: a third of a held document's time).
 * A thread that ends by itself takes the process along, as any uncaught error does.
 * @throws {StartupError} when the port cannot be had
 */
export async function startEdgeThread(
  host: string,
  port: number,
  behindProxies: boolean,
): Promise<EdgeThread> {
  const { port1: requests, port2: farRequests } = new MessageChannel()
  const { port1: checksPort, port2: farChecks } = new MessageChannel()
  const { port1: metricsPort, port2: farMetrics } = new MessageChannel()
  const thread = new Worker(new URL("./edge-worker.mjs", import.meta.url), {
    workerData: { requests: farRequests, checks: farChecks, metrics: farMetrics } satisfies ThreadData,
    transferList: [farRequests, farChecks, farMetrics],
    // Of what this thread allocates next to nothing lives on, so that V8's usual 48 MB for it would only be filled.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  })
  let closing = false
  thread.on("error", (error) => {
    logError("the edge failed", error)
    process.exit(1)
  })
  thread.on("exit", () => {
    if (!closing) process.exit(1)
  })
  // On the same port as the answers, so that the documents are dropped before the change is answered.
  onTagChanged((changed) => requests.postMessage({ changed }))

  function tell(order: EdgeCommand): Promise<number> {
    return new Promise((resolve, reject) => {
      const hear = (report: EdgeReply) => {
        if (report.what !== order.what) return
        thread.off("message", hear)
        if ("port" in report) resolve(report.port)
        else reject(report.trouble ? new StartupError(report.trouble) : report.error)
      }
      thread.on("message", hear)
      thread.once("exit", () => reject(new Error("The edge thread has ended.")))
      thread.postMessage(order)
    })
  }

  return {
    port: await tell({ what: "take", host, port, behindProxies }),
    async open(next, checks, opening) {
      relay(requests, next)
      answerChecks(checksPort, checks)
      answerMetricsOf(metricsPort, threadMetrics("app"))
      await tell({ what: "open", opening })
    },
    async close(patience) {
      closing = true
      await tell({ what: "close", patience })
      requests.close()
      checksPort.close()
      metricsPort.close()
      await thread.terminate()
    },
  }
}
