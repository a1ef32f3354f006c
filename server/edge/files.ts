import { createHash } from "node:crypto"
import fs from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import path from "node:path"
import { LRUCache } from "lru-cache"
import { Document } from "../cache/document.ts"
import { chooseEncoding } from "../cache/encodings.ts"
import { sendDocument } from "../cache/serve.ts"
import { everyHeaders, filePolicy, keepAnHour, keepForever } from "./headers.ts"

/** Larger files go out as a stream and are not held. */
const largestHeld = 1024 * 1024

/**
 * The files of a folder, by address, as they are at the start: a request can only name what is on the
 * list, so that no path leads out of the folder. Texts are compressed once for each encoding and then held.
 */
export class Files {
  readonly #listed = new Map<string, { file: string; forever: boolean }>()
  readonly #held = new LRUCache<string, Document>({ maxSize: 24 * 1024 * 1024 })
  readonly #https: boolean

  constructor(https: boolean) {
    this.#https = https
  }

  /** @param prefix the address of the folder, with its last slash */
  add(folder: string, prefix: string, { forever = false } = {}): this {
    if (!fs.existsSync(folder)) return this
    for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith(".") || entry.name.endsWith(".map")) continue
      const file = path.join(entry.parentPath, entry.name)
      this.#listed.set(prefix + path.relative(folder, file).split(path.sep).join("/"), { file, forever })
    }
    return this
  }

  has(pathname: string): boolean {
    return this.#listed.has(pathname)
  }

  /** Answers GET and HEAD of a listed file. */
  async send(req: IncomingMessage, res: ServerResponse, pathname: string): Promise<void> {
    const held = this.#held.get(pathname)
    if (held) return sendDocument(req, res, held)
    const listed = this.#listed.get(pathname)
    if (!listed) throw new Error("not listed")
    const { size, mtimeMs } = await fs.promises.stat(listed.file)
    const headers = this.#headers(pathname, listed.forever)
    if (size > largestHeld)
      return stream(req, res, listed.file, [...headers, ["ETag", tagOf(size, mtimeMs)]], size)
    const body = await fs.promises.readFile(listed.file)
    const first = chooseEncoding(req.headers["accept-encoding"] as string | undefined)
    // Made once for all visitors, so worth some effort; the desk's largest would take a second.
    const quality = size < 100_000 ? 11 : 9
    const document = await Document.make({ status: 200, headers: [], body }, headers, [], first, quality)
    this.#held.set(pathname, document, { size: document.size + 1000 })
    sendDocument(req, res, document)
  }

  #headers(pathname: string, forever: boolean): [string, string][] {
    const type = types[path.extname(pathname).toLowerCase()] ?? "application/octet-stream"
    return [
      ["Content-Type", type],
      forever ? keepForever : keepAnHour,
      ["Content-Security-Policy", filePolicy],
      ...everyHeaders(this.#https),
    ]
  }
}

function stream(
  req: IncomingMessage,
  res: ServerResponse,
  file: string,
  headers: [string, string][],
  size: number,
) {
  const etag = headers.find(([name]) => name === "ETag")?.[1]
  if (etag && req.headers["if-none-match"] === etag) {
    res.writeHead(304, headers.flat()).end()
    return
  }
  res.writeHead(200, [...headers, ["Content-Length", String(size)]].flat() as string[])
  if (req.method === "HEAD") res.end()
  else
    fs.createReadStream(file)
      .on("error", () => res.destroy())
      .pipe(res)
}

function tagOf(size: number, mtime: number): string {
  return `"${createHash("sha256").update(`${size}-${mtime}`).digest("base64url").slice(0, 22)}"`
}

const types: Record<string, string> = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
}
