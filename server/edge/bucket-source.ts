import type { IncomingMessage, ServerResponse } from "node:http"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { GetObjectCommandOutput } from "@aws-sdk/client-s3"
import { type Bucket, headTimeout, openBucket } from "../../lib/media/storage/bucket.ts"
import { logError } from "../log.ts"
import { keepNowhere } from "./headers.ts"
import type { AskedFile, MediaSource } from "./media-files.ts"
import { Refused } from "./quota.ts"
import { ClientGone } from "./upstream.ts"
import { whenOver } from "./when-over.ts"

/**
 * Files of a bucket that only the app may read, passed on as they come. A store that does not answer is a 503, and never a
 * wait without an end.
 * @param patience how many milliseconds the store has for the head of its answer
 */
export function bucketSource(bucket: Bucket, patience: number = headTimeout): MediaSource {
  let opened: ReturnType<typeof openBucket> | undefined

  async function ask(file: AskedFile, req: IncomingMessage, res: ServerResponse) {
    const { GetObjectCommand, HeadObjectCommand } = await import("@aws-sdk/client-s3")
    opened ??= openBucket(bucket)
    const client = await opened
    const object = { Bucket: bucket.name, Key: file.name, Range: rangeOf(file, req) }
    const over = new AbortController()
    whenOver(res, () => over.abort())
    const late = setTimeout(() => over.abort(), patience)
    const options = { abortSignal: over.signal }
    const bodiless = req.method === "HEAD" || isFresh(file, req)
    const answer: Promise<Partial<GetObjectCommandOutput>> = bodiless
      ? client.send(new HeadObjectCommand(object), options)
      : client.send(new GetObjectCommand(object), options)
    return answer.finally(() => clearTimeout(late))
  }

  return async (file, req, res) => {
    const found = await ask(file, req, res).catch((error: unknown) => {
      if (res.destroyed) throw new ClientGone()
      const status = statusOf(error)
      if (status === 404 || status === 416) return status
      // As some stores answer a range that they cannot read.
      if (status === 400 && rangeOf(file, req)) return 416
      logError("the store of pictures", error)
      throw new Refused(503)
    })
    if (found === 404) return false
    if (found === 416) res.writeHead(416, keepNowhere).end()
    else await pass(found, file, req, res)
    return true
  }
}

async function pass(
  found: Partial<GetObjectCommandOutput>,
  file: AskedFile,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const headers = [...file.headers, ["Accept-Ranges", "bytes"]]
  if (isFresh(file, req)) return void res.writeHead(304, headers.flat()).end()
  const { Body, ContentRange, ContentLength } = found
  if (ContentLength !== undefined) headers.push(["Content-Length", String(ContentLength)])
  if (ContentRange !== undefined) headers.push(["Content-Range", ContentRange])
  res.writeHead(ContentRange === undefined ? 200 : 206, headers.flat())
  if (!Body) return void res.end()
  // Whichever side breaks off, the other is ended, and there is nothing left to answer.
  await pipeline(Body as Readable, res).catch(() => {})
}

/** One range, unless what the client holds the rest of is another file. */
function rangeOf({ etag }: AskedFile, { headers }: IncomingMessage): string | undefined {
  const { range } = headers
  const current = headers["if-range"] === undefined || headers["if-range"] === etag
  return range !== undefined && current && /^bytes=(\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range)
    ? range
    : undefined
}

function isFresh({ etag }: AskedFile, { headers }: IncomingMessage): boolean {
  const held = headers["if-none-match"]?.split(",") ?? []
  return held.some((tag) => [etag, `W/${etag}`, "*"].includes(tag.trim()))
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
}
