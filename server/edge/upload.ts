import type { IncomingMessage, ServerResponse } from "node:http"
import { type Readable, Transform } from "node:stream"
import { paceBody, slowestSender } from "./body-clock.ts"
import type { ThroughputShare } from "./throughput.ts"
import { ClientGone } from "./upstream.ts"
import { whenAllCame } from "./when-over.ts"

/** More came than the route takes. */
export class TooLarge extends Error {}

type Bounds = {
  /** In bytes. */
  limit: number
  /** Its part of what all uploads may bring together. */
  share: Pick<ThroughputShare, "delayOf">
  pace?: typeof slowestSender
}

/**
 * A request's body as it comes, at some rate at least and not faster than its turn is, which fails with `TooLarge` at its
 * first byte beyond the limit.
 */
export function boundedBody(req: IncomingMessage, { limit, share, pace = slowestSender }: Bounds): Readable {
  let size = 0
  let turn: NodeJS.Timeout | undefined
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      if (size > limit) return done(new TooLarge())
      const wait = share.delayOf(chunk.length)
      if (wait < shortestWait) done(null, chunk)
      else turn = setTimeout(done, wait, null, chunk)
    },
    destroy(error, done) {
      clearTimeout(turn)
      done(error)
    },
  })
  // The request itself lives on when this fails, so that it can be answered.
  req.pipe(bounded)
  paceBody(req, () => bounded.writableNeedDrain, pace)
  whenAllCame(req, () => {
    if (!req.complete) bounded.destroy(new ClientGone())
  })
  return bounded
}

/**
 * Reads on what comes after the answer was given, and drops it: a browser shows the answer only after it has sent
 * everything, and the next request of the connection waits behind the rest of this one.
 */
export function dropRest(req: IncomingMessage, res: ServerResponse, body: Readable, limit: number): void {
  res.once("finish", () => {
    if (req.complete) return
    body.destroy(new ClientGone())
    let size = 0
    req.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) req.socket.destroy()
    })
    req.resume()
  })
}

/** Milliseconds; a timer for less costs more than it spares. */
const shortestWait = 2
