import type { IncomingMessage, ServerResponse } from "node:http"
import { logError } from "../log.ts"
import type { Document, Variant } from "./document.ts"
import { chooseEncoding } from "./encodings.ts"

/** Answers GET and HEAD from a document: the body in the encoding asked for, or "you have it". */
export function sendDocument(req: IncomingMessage, res: ServerResponse, document: Document): void {
  const encoding = chooseEncoding(req.headers["accept-encoding"] as string | undefined)
  const variant = document.held(encoding)
  if (variant) {
    sendVariant(req, res, document.status, variant)
    return
  }
  document
    .pack(encoding)
    .then((made) => sendVariant(req, res, document.status, made))
    .catch((error: unknown) => {
      logError("packing failed", error, req.url)
      res.destroy()
    })
}

function sendVariant(req: IncomingMessage, res: ServerResponse, status: number, variant: Variant): void {
  const { etags, message } = variant
  if (status !== 200) {
    res.writeHead(status, variant.headers)
    res.end(req.method === "HEAD" ? undefined : message.body)
    return
  }
  const held = req.headers["if-none-match"]
  const known = held && etags.find((etag) => matches(held, etag))
  if (known) {
    // With the validator that was asked about: by another one a cache may not renew what it holds (RFC 9111 4.3.4).
    res.writeHead(304, [...variant.notModified, "ETag", known]).end()
    return
  }
  if (req.method === "GET" && message.send(req, res)) return
  res.writeHead(200, variant.headers)
  if (req.method === "HEAD") res.end()
  else res.end(message.body)
}

/** `If-None-Match` by weak comparison (RFC 9110 13.1.2): a proxy between may have weakened our validator. */
export function matches(header: string, etag: string): boolean {
  if (header === etag) return true
  return header.split(",").some((part) => {
    const tag = part.trim()
    return tag === "*" || tag === etag || tag === `W/${etag}`
  })
}
