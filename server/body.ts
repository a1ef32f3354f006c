import type { IncomingMessage } from "node:http"

/** Forms carry text; a megabyte is the longest comment two hundred times over. */
const longestBody = 1024 * 1024

/** Beyond this a sender is cut off instead of being heard out and told. */
const patience = 16 * longestBody

/**
 * Reads a request's body whole, before anything works on it. One that is too long is heard out and
 * thrown away, since a browser reads the answer only when it has said everything.
 * @returns null when it is longer than allowed
 * @throws when the sender goes away
 */
export async function readBody(req: IncomingMessage, limit = longestBody): Promise<Buffer | null> {
  if (Number(req.headers["content-length"] ?? 0) > patience) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
    if (size > patience) return null
  }
  return size > limit ? null : Buffer.concat(chunks)
}
