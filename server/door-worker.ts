// The thread that answers visitors; `door-thread.ts` says why it is one.
import { parentPort, workerData } from "node:worker_threads"
import { announce, type CacheTag } from "../db/cache-tags.ts"
import { remoteChecks } from "./checks.ts"
import { type Door, takePort } from "./door.ts"
import type { Order, Report, ThreadData } from "./door-thread.ts"
import { openHouse } from "./house.ts"
import { quietConsole } from "./log.ts"
import { remoteMetrics } from "./metrics-port.ts"
import { remoteHandler } from "./relay.ts"
import { Trouble } from "./trouble.mjs"

const main = parentPort
if (!main) throw new Error("This is a thread of the app; start it with `npm start`.")
const { requests, checks, metrics } = workerData as ThreadData
quietConsole()
let door: Door | undefined
let house: { stop(): Promise<void> } | undefined
const pages = remoteHandler(requests)

requests.on("message", ({ changed }: { changed?: CacheTag }) => {
  if (changed) announce([changed])
})

async function carryOut(order: Order): Promise<number> {
  if (order.what === "take") door = await takePort(order.host, order.port, order)
  if (!door) throw new Error("The port comes first.")
  if (order.what === "open") {
    house = await openHouse(door, pages, remoteChecks(checks), order.opening, remoteMetrics(metrics))
  }
  if (order.what === "close") {
    pages.endStreams()
    await door.close(order.patience)
    await house?.stop()
  }
  return door.port
}

main.on("message", async (order: Order) => {
  const { what } = order
  try {
    main.postMessage({ what, port: await carryOut(order) } satisfies Report)
  } catch (error) {
    const trouble = error instanceof Trouble ? error.message : undefined
    main.postMessage({ what, error, trouble } satisfies Report)
  }
})
