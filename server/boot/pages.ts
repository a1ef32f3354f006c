import { withPieces } from "../../lib/page-pieces.ts"
import type { Handler } from "../edge/upstream-server.ts"
import { isDesk, readTarget } from "../request-target.ts"

/** Next's handler, with a place for the pieces of each reader's page. At the desk React goes on in the browser, which has none. */
export function withPagePieces(handler: Handler): Handler {
  return (req, res) => {
    const target = readTarget(req.url)
    if (!target || isDesk(target.pathname)) return handler(req, res)
    return withPieces(
      (forget) => res.once("close", forget),
      () => handler(req, res),
    )
  }
}
