import type { IncomingMessage } from "node:http"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import { chooseEncoding, isCompressible } from "../cache/encodings.ts"

const asGzip = promisify(gzip)

/** Bodies that are kept by others and sent again, such as the pages of errors, are compressed once. */
const compressed = new WeakMap<Buffer, Promise<Buffer>>()

/** A body, compressed where the client takes it and it is worth it, and the headers that say so. */
export async function packed(
  req: IncomingMessage,
  type: string,
  body: Buffer,
): Promise<{ body: Buffer; headers: [string, string][] }> {
  const headers: [string, string][] = []
  if (isCompressible(type) && body.length > 1024) {
    headers.push(["Vary", "Accept-Encoding"])
    if (chooseEncoding(String(req.headers["accept-encoding"] ?? "")) !== "identity") {
      const made = compressed.get(body) ?? asGzip(body, { level: 4 })
      compressed.set(body, made)
      body = await made
      headers.push(["Content-Encoding", "gzip"])
    }
  }
  return { body, headers: [...headers, ["Content-Length", String(body.length)]] }
}
