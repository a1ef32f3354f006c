import type { IncomingMessage } from "node:http"
import { whenAllCame } from "./when-over.ts"

/** A form has to be here by then. */
export const longestBody = 60_000

const clocks = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/** Ends the connection of a request whose body is not here in time, whether it is read or not. */
export function timeBody(req: IncomingMessage, milliseconds: number): void {
  const { "content-length": length, "transfer-encoding": encoding } = req.headers
  if (encoding === undefined && (length === undefined || length === "0")) return
  const clock = setTimeout(() => req.complete || req.socket.destroy(), milliseconds)
  clocks.set(req, clock)
  whenAllCame(req, () => clearTimeout(clock))
}

/** What a body of any length has to bring at least, in bytes a second, measured over so many milliseconds. */
export const slowestSender = { rate: 1024, every: 20_000 }

/**
 * Lets a body take its time as long as it comes at a rate.
 * @param waits whether it is this side that takes nothing now
 */
export function paceBody(req: IncomingMessage, waits: () => boolean, { rate, every } = slowestSender): void {
  clearTimeout(clocks.get(req))
  let came = 0
  let waited = false
  req.on("data", (chunk: Buffer) => {
    came += chunk.length
    waited ||= waits()
  })
  const clock = setInterval(() => {
    if (!waited && !waits() && came < (rate * every) / 1000) req.socket.destroy()
    came = 0
    waited = false
  }, every)
  whenAllCame(req, () => clearInterval(clock))
  req.once("end", () => {
    clearInterval(clock)
    // All is here, and the answer may take longer than a silent connection may otherwise be kept.
    req.socket.setTimeout(0)
  })
}
