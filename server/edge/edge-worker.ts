// The thread that answers visitors; `edge-thread.ts` says why it is one.
import { parentPort } from "node:worker_threads"
import { quietConsole } from "../log.ts"
import { StartupError } from "../startup-error.mjs"
import { type Edge, openEdge } from "./edge.ts"
import type { EdgeCommand, EdgeNews, EdgeReply } from "./edge-thread.ts"
import { type EdgeListener, takePort } from "./listener.ts"

const main = parentPort
if (!main) throw new Error("This is a thread of the app; start it with `npm start`.")
quietConsole()
let listener: EdgeListener | undefined
let edge: Edge | undefined

async function carryOut(order: EdgeCommand): Promise<number> {
  if (order.what === "take") listener = await takePort(order.host, order.port, order)
  if (!listener) throw new Error("The port comes first.")
  if (order.what === "open") edge = await openEdge(listener, order.opening)
  if (order.what === "close") {
    edge?.endStreams()
    await listener.close(order.patience)
    await edge?.stop()
  }
  return listener.port
}

main.on("message", async (order: EdgeCommand | EdgeNews) => {
  if (order.what === "changed") return edge?.changed(order.tag)
  const { what } = order
  try {
    main.postMessage({ what, port: await carryOut(order) } satisfies EdgeReply)
  } catch (error) {
    const startupError = error instanceof StartupError ? error.message : undefined
    main.postMessage({ what, error, startupError } satisfies EdgeReply)
  }
})
