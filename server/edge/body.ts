import type { IncomingMessage } from "node:http"
import { type Quota, Refused } from "./quota.ts"

/** Beyond this a sender is cut off instead of being heard to the end and answered. */
const longestHeard = 4 * 1024 * 1024

/** What a chunk takes in memory, however few bytes it has. */
const leastChunk = 256

export type Body = { bytes: Buffer; release(): void }

/**
 * Reads a request's body whole, before anything works on it. What is longer than allowed is read to its end and thrown
 * away, since a browser shows the answer only after it has sent everything. Bytes count against the client's share until `release`.
 * @returns null when the body is longer than `limit`
 * @throws {Refused} when the share is taken; an error when the sender goes away
 */
export async function readBody(
  req: IncomingMessage,
  { limit, buffered, client }: { limit: number; buffered: Quota; client: string },
): Promise<Body | null> {
  if (Number(req.headers["content-length"] ?? 0) > longestHeard) return null
  const chunks: Buffer[] = []
  let size = 0
  let held = 0
  const release = () => {
    buffered.give(client, held)
    held = 0
    chunks.length = 0
  }
  try {
    // A request that is destroyed could not be answered.
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > longestHeard) break
      if (size > limit) {
        release()
        continue
      }
      const cost = Math.max(chunk.length, leastChunk)
      const status = buffered.take(client, cost)
      if (status) throw new Refused(status)
      held += cost
      chunks.push(chunk)
    }
  } catch (error) {
    release()
    throw error
  }
  if (size > limit) return null
  return { bytes: Buffer.concat(chunks), release }
}
