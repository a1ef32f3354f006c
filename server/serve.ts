import type { IncomingMessage, ServerResponse } from "node:http"
import type { Document } from "./documents.ts"
import { chooseEncoding, unpack } from "./encodings.ts"

/** Answers GET and HEAD from a document: the body in the encoding asked for, or "you have it". */
export function sendDocument(req: IncomingMessage, res: ServerResponse, document: Document): void {
  const variant = document.variants[chooseEncoding(req.headers["accept-encoding"] as string | undefined)]
  const held = req.headers["if-none-match"]
  if (held && matches(held, variant.etag)) {
    res.writeHead(304, variant.notModified).end()
    return
  }
  if (req.method === "GET" && variant.message?.send(req, res)) return
  res.writeHead(200, variant.headers)
  if (req.method === "HEAD") res.end()
  else res.end(variant.body ?? unpack(document.variants.gzip.body ?? Buffer.alloc(0)))
}

/** `If-None-Match` by weak comparison (RFC 9110 13.1.2): a proxy between may have weakened our validator. */
export function matches(header: string, etag: string): boolean {
  if (header === etag) return true
  return header.split(",").some((part) => {
    const tag = part.trim()
    return tag === "*" || tag === etag || tag === `W/${etag}`
  })
}
