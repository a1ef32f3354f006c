import type { IncomingMessage } from "node:http"
import { type Readable, Transform } from "node:stream"
import { paceBody, slowestSender } from "./body-clock.ts"
import { ClientGone } from "./upstream.ts"
import { whenAllCame } from "./when-over.ts"

/** More came than the route takes. */
export class TooLarge extends Error {}

/** A request's body as it comes, at some rate at least, which fails with `TooLarge` at its first byte beyond the limit. */
export function boundedBody(req: IncomingMessage, limit: number, pace = slowestSender): Readable {
  let size = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      if (size > limit) done(new TooLarge())
      else done(null, chunk)
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
