import type { IncomingMessage } from "node:http"
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

/** Milliseconds; a timer for less costs more than it spares. */
const shortestWait = 2
