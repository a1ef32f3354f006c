import type { IncomingMessage, ServerResponse } from "node:http"
import { logError } from "../log.ts"
import type { Document } from "./document.ts"
import { chooseEncoding } from "./encodings.ts"
import type { Variant } from "./variant.ts"

/** Answers GET and HEAD from a document: the body in the encoding asked for, or "you have it". */
export function sendDocument(req: IncomingMessage, res: ServerResponse, document: Document): void {
  const encoding = chooseEncoding(req.headers["accept-encoding"] as string | undefined)
  const variant = document.held(encoding)
  if (variant) {
    sendVariant(req, res, document, variant)
    return
  }
  document
    .pack(encoding)
    .then((made) => sendVariant(req, res, document, made))
    .catch((error: unknown) => {
      logError("packing failed", error, req.url)
      res.destroy()
    })
}

function sendVariant(
  req: IncomingMessage,
  res: ServerResponse,
  document: Document,
  { etags, headers, notModified, message }: Variant,
): void {
  if (document.status !== 200) {
    res.writeHead(document.status, headers)
    res.end(req.method === "HEAD" ? undefined : message.body)
    return
  }
  const held = req.headers["if-none-match"]
  const dated = document.lastModified()
  const known = held ? etags.find((etag) => matches(held, etag)) : isCurrent(req, dated) && etags[0]
  if (known) {
    // With the validator that was asked about: by another one a cache may not renew what it holds (RFC 9111 4.3.4).
    res.writeHead(304, [...notModified, ...dated, "ETag", known]).end()
    return
  }
  if (req.method === "GET" && dated.length === 0 && message.send(req, res)) return
  res.writeHead(200, [...headers, ...dated])
  if (req.method === "HEAD") res.end()
  else res.end(message.body)
}

/** Of dates a program may know one only (RFC 9110 13.1.3). */
function isCurrent(req: IncomingMessage, [, modified]: string[]): boolean {
  return modified !== undefined && Date.parse(req.headers["if-modified-since"] ?? "") >= Date.parse(modified)
}

/** `If-None-Match` by weak comparison (RFC 9110 13.1.2): a proxy between may have weakened our validator. */
export function matches(header: string, etag: string): boolean {
  if (header === etag) return true
  return header.split(",").some((part) => {
    const tag = part.trim()
    return tag === "*" || tag === etag || tag === `W/${etag}`
  })
}
