import type { IncomingMessage, ServerResponse } from "node:http"
import type { Socket } from "node:net"

/**
 * Calls back once when a response is over, however it ends. A response that waits behind another one of its connection
 * has no socket yet, and emits no `close` when the connection is lost.
 */
export function whenOver(res: ServerResponse, over: () => void): void {
  whenEither(res, res.req.socket, over)
}

/**
 * Calls back once when nothing more of a request can come. Node emits no `close` for one that was answered before its
 * body was here and whose connection then ends.
 */
export function whenAllCame(req: IncomingMessage, over: () => void): void {
  whenEither(req, req.socket, over)
}

function whenEither(message: IncomingMessage | ServerResponse, socket: Socket, over: () => void): void {
  let called = false
  // Of two listeners for one event, the second is called even where the first has taken it off.
  const once = () => {
    if (called) return
    called = true
    message.off("close", once)
    socket.off("close", once)
    over()
  }
  if (socket.destroyed) once()
  else {
    message.once("close", once)
    socket.once("close", once)
  }
}

/** A signal that is given when a response is over. */
export function overSignal(res: ServerResponse): AbortSignal {
  const over = new AbortController()
  whenOver(res, () => over.abort())
  return over.signal
}
