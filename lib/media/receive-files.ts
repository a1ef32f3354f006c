import "server-only"
import { createHash, randomUUID } from "node:crypto"
import { setMaxListeners } from "node:events"
import { createWriteStream } from "node:fs"
import fs from "node:fs/promises"
import path from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { ReadableStream } from "node:stream/web"
import { Busboy } from "@fastify/busboy"
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

/** `more`: there were more files than are taken at once, which are left out. */
export type Received = { files: ReceivedFile[]; fields: FormData; more: boolean }

/**
 * Reads the files of a multipart form as they come into a folder, each under a name of our own and never whole in memory.
 * What was received is removed where the sender leaves before the end.
 * @throws {NotWritten} where a file could not be written; else where the body ends too early or is no multipart form
 */
export async function receiveFiles(request: Request, folder: string): Promise<Received> {
  const type = request.headers.get("content-type") ?? ""
  if (!request.body || !/^multipart\/form-data;/i.test(type)) throw new NoForm()
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const limits = {
    fileSize: largestUpload,
    files: mostFiles,
    fields: 20,
    fieldSize: 1000,
    parts: 80,
    headerPairs: 20,
  }
  const form = new Busboy({ headers: { "content-type": type }, limits })
  const left = new AbortController()
  setMaxListeners(mostFiles, left.signal)
  const files: Promise<ReceivedFile>[] = []
  const fields = new FormData()
  form.on("field", (name, value) => fields.append(name, value))
  let more = false
  for (const limit of ["filesLimit", "partsLimit"] as const) form.on(limit, () => (more = true))
  form.on("file", (_, stream, filename) => {
    // An error of the form, which is answered as such.
    if (!filename) return stream.on("error", () => {}).resume()
    const file = receiveFile(stream, { filename, folder, signal: left.signal }).then((received) => ({
      ...received,
      cut: stream.truncated,
    }))
    // The rest of the form would wait for a file that nobody reads any more.
    file.catch((error) => form.destroy(error))
    files.push(file)
  })
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form)
    return { files: await Promise.all(files), fields, more }
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

/** This instance's disk did not take a file. */
export class NotWritten extends Error {
  constructor(
    readonly filename: string,
    cause: unknown,
  ) {
    super(`${filename} could not be written`, { cause })
  }
}

type Destination = { filename: string; folder: string; signal?: AbortSignal }

/**
 * Writes a file into a folder as it comes.
 * @throws {NotWritten} where this instance's disk did not take it
 */
export async function receiveFile(
  source: AsyncIterable<Buffer>,
  { filename, folder, signal }: Destination,
): Promise<ReceivedFile> {
  const file = path.join(folder, randomUUID())
  const hash = createHash("sha256")
  let bytes = 0
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  try {
    await pipeline(source, counted, createWriteStream(file, { flags: "wx", mode: 0o600 }), { signal })
  } catch (error) {
    await fs.rm(file, { force: true }).catch(() => {})
    // Of the operating system, as when the disk is full.
    const ofDisk = error instanceof Error && "syscall" in error
    throw ofDisk ? new NotWritten(nameOf(filename), error) : error
  }
  return { filename: nameOf(filename), path: file, bytes, contentHash: hash.digest(), cut: false }
}

/** Some browsers send a whole path. */
function nameOf(filename: string): string {
  const name = oneLine(filename.slice(-1000).split(/[/\\]/).at(-1) ?? "")
  return [...name].slice(-mediaLimits.filename).join("").slice(-mediaLimits.filename) || "picture"
}
