import type { IncomingMessage, ServerResponse } from "node:http"
import { finished } from "node:stream/promises"
import { ClientGone } from "./upstream.ts"

/** What is read ahead of a client that reads slowly. A page is smaller, so its rendering waits for no client. */
const readAhead = 1024 * 1024

/**
 * Sends a body on as it comes.
 * @param slow called when the client is slower than what is sent to it, which waits for it from then on
 * @throws {ClientGone} when the client left
 */
export async function passOn(from: IncomingMessage, res: ServerResponse, slow: () => void): Promise<void> {
  from.on("data", (chunk: Buffer) => {
    // The edge is stopping and has ended a stream.
    if (res.writableEnded) return
    res.write(chunk)
    if (res.writableLength < readAhead) return
    slow()
    from.pause()
    res.once("drain", () => from.resume())
  })
  try {
    await finished(from)
  } catch (error) {
    throw res.destroyed ? new ClientGone() : error
  }
  res.end()
}
