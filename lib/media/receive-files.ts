import "server-only"
import { createHash, randomUUID } from "node:crypto"
import { createWriteStream } from "node:fs"
import fs from "node:fs/promises"
import path from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { ReadableStream } from "node:stream/web"
import { Busboy, type BusboyFileStream } from "@fastify/busboy"
import { largestUpload, mediaLimits, mostFiles } from "@/lib/media/limits"
import { oneLine } from "@/lib/text/storable"

/** A file of an upload, on the disk until it is removed. */
export type ReceivedFile = {
  /** As its owner calls it; for people alone. */
  filename: string
  path: string
  bytes: number
  /** SHA-256. */
  contentHash: Buffer
  /** It was longer than what is taken, and ends there. */
  cut: boolean
}

/**
 * Reads the files of a multipart form as they come into a folder, each under a name of our own and never whole in memory.
 * What was received is removed where the sender leaves before the end.
 * @throws where the body ends too early or is no multipart form
 */
export async function receiveFiles(request: Request, folder: string): Promise<ReceivedFile[]> {
  const type = request.headers.get("content-type") ?? ""
  if (!request.body || !/^multipart\/form-data;/i.test(type)) throw new NoForm()
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const limits = { fileSize: largestUpload, files: mostFiles, fields: 20, fieldSize: 1000, headerPairs: 20 }
  const form = new Busboy({ headers: { "content-type": type }, limits })
  const left = new AbortController()
  const files: Promise<ReceivedFile>[] = []
  form.on("file", (_, stream, filename) => {
    if (!filename) return stream.resume()
    const file = store(stream, { filename, folder, signal: left.signal })
    file.catch(() => {})
    files.push(file)
  })
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form)
    return await Promise.all(files)
  } catch (error) {
    left.abort()
    const received = await Promise.allSettled(files)
    await Promise.all(
      received.map((one) => one.status === "fulfilled" && fs.rm(one.value.path, { force: true })),
    )
    throw error
  }
}

/** What was sent is no form with files. */
class NoForm extends Error {}

type Store = { filename: string; folder: string; signal: AbortSignal }

async function store(stream: BusboyFileStream, { filename, folder, signal }: Store): Promise<ReceivedFile> {
  const file = path.join(folder, randomUUID())
  const hash = createHash("sha256")
  let bytes = 0
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  try {
    await pipeline(stream, counted, createWriteStream(file, { flags: "wx", mode: 0o600 }), { signal })
  } catch (error) {
    await fs.rm(file, { force: true })
    throw error
  }
  return { filename: nameOf(filename), path: file, bytes, contentHash: hash.digest(), cut: stream.truncated }
}

/** Some browsers send a whole path. */
function nameOf(filename: string): string {
  const name = oneLine(filename.slice(-1000).split(/[/\\]/).at(-1) ?? "")
  return [...name].slice(-mediaLimits.filename).join("").slice(-mediaLimits.filename) || "picture"
}
