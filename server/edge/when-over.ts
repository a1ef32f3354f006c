import type { ServerResponse } from "node:http"

/**
 * Calls back once when a response is over, however it ends. A response that waits behind another one of its connection
 * has no socket yet, and emits no `close` when the connection is lost.
 */
export function whenOver(res: ServerResponse, over: () => void): void {
  const { socket } = res.req
  let called = false
  // Of two listeners for one event, the second is called even where the first has taken it off.
  const once = () => {
    if (called) return
    called = true
    res.off("close", once)
    socket.off("close", once)
    over()
  }
  if (socket.destroyed) once()
  else {
    res.once("close", once)
    socket.once("close", once)
  }
}

/** A signal that is given when a response is over. */
export function overSignal(res: ServerResponse): AbortSignal {
  const over = new AbortController()
  whenOver(res, () => over.abort())
  return over.signal
}
