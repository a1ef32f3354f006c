// The thread that answers visitors; `edge-thread.ts` says why it is one.
import { parentPort, workerData } from "node:worker_threads"
import { announce, type CacheTag } from "../../db/cache-tags.ts"
import { quietConsole } from "../log.ts"
import { StartupError } from "../startup-error.mjs"
import { remoteChecks } from "./checks.ts"
import { openEdge } from "./edge.ts"
import type { EdgeCommand, EdgeReply, ThreadData } from "./edge-thread.ts"
import { type EdgeListener, takePort } from "./listener.ts"
import { remoteMetrics } from "./metrics-port.ts"
import { remoteHandler } from "./relay.ts"

const main = parentPort
if (!main) throw new Error("This is a thread of the app; start it with `npm start`.")
const { requests, checks, metrics } = workerData as ThreadData
quietConsole()
let listener: EdgeListener | undefined
let edge: { stop(): Promise<void> } | undefined
const pages = remoteHandler(requests)

requests.on("message", ({ changed }: { changed?: CacheTag }) => {
  if (changed) announce([changed])
})

async function carryOut(order: EdgeCommand): Promise<number> {
  if (order.what === "take") listener = await takePort(order.host, order.port, order)
  if (!listener) throw new Error("The port comes first.")
  if (order.what === "open") {
    edge = await openEdge(listener, pages, remoteChecks(checks), order.opening, remoteMetrics(metrics))
  }
  if (order.what === "close") {
    pages.endStreams()
    await listener.close(order.patience)
    await edge?.stop()
  }
  return listener.port
}

main.on("message", async (order: EdgeCommand) => {
  const { what } = order
  try {
    main.postMessage({ what, port: await carryOut(order) } satisfies EdgeReply)
  } catch (error) {
    const trouble = error instanceof StartupError ? error.message : undefined
    main.postMessage({ what, error, trouble } satisfies EdgeReply)
  }
})
