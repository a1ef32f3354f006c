import type { IncomingMessage } from "node:http"
import { type Client, type Quota, Refused } from "./quota.ts"

/** Beyond this a sender is cut off instead of being heard to the end and answered. */
const longestHeard = 4 * 1024 * 1024

/** What a body takes from the share at a time, however small the pieces are that it comes in. */
const step = 16_384

export type Body = { bytes: Buffer; release(): void }

/**
 * Reads a request's body whole, before anything works on it. What is longer than allowed is read to its end and thrown
 * away, since a browser shows the answer only after it has sent everything. Bytes count against the client's share until `release`.
 * @returns null when the body is longer than `limit`
 * @throws {Refused} when the share is taken; an error when the sender goes away
 */
export async function readBody(
  req: IncomingMessage,
  { limit, buffered, client }: { limit: number; buffered: Quota; client: Client },
): Promise<Body | null> {
  if (Number(req.headers["content-length"] ?? 0) > longestHeard) return null
  let room = Buffer.alloc(0)
  let size = 0
  const release = () => {
    buffered.give(client, room.length)
    room = Buffer.alloc(0)
  }
  const grow = () => {
    const more = Math.min(Math.ceil(size / step) * step, limit) - room.length
    const status = buffered.take(client, more)
    if (status) throw new Refused(status)
    room = Buffer.concat([room], room.length + more)
  }
  try {
    // A request that is destroyed could not be answered.
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const at = size
      size += chunk.length
      if (size > longestHeard) break
      if (size > limit) {
        release()
        continue
      }
      if (size > room.length) grow()
      chunk.copy(room, at)
    }
  } catch (error) {
    release()
    throw error
  }
  if (size > limit) return null
  return { bytes: room.subarray(0, size), release }
}
