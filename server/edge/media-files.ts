import type { IncomingMessage, ServerResponse } from "node:http"
import { LRUCache } from "lru-cache"
import { readAddress } from "../../lib/media/storage/names.ts"
import { cdnAnHour, everyHeaders, filePolicy, keepForever } from "./headers.ts"

/** A file that is asked for, by its name in the store, and the headers of an answer that has it. */
export type AskedFile = { name: string; etag: string; headers: [string, string][] }

/** Where files come from. @returns false where there is none of this name, and nothing was sent */
export type MediaSource = (file: AskedFile, req: IncomingMessage, res: ServerResponse) => Promise<boolean>

/** The files of pictures. A name tells the content, and nobody guesses the key in front of it. */
export class MediaFiles {
  readonly #source: MediaSource
  readonly #headers: [string, string][]
  /** Keys of pictures whose files are about to be removed: refused from the commit on. */
  readonly #takenDown = new LRUCache<string, true>({ max: 10_000 })

  constructor(source: MediaSource, https: boolean) {
    this.#source = source
    this.#headers = [
      keepForever,
      cdnAnHour,
      ["Content-Security-Policy", filePolicy],
      ["Cross-Origin-Resource-Policy", "cross-origin"],
      ...everyHeaders(https),
    ]
  }

  changed(tag: string): void {
    if (tag.startsWith("media:")) this.#takenDown.set(tag.slice("media:".length), true)
  }

  /** Answers GET and HEAD of a file that is there, also of a part of it. @returns false where there is none */
  async answer(req: IncomingMessage, res: ServerResponse, pathname: string): Promise<boolean> {
    const file = readAddress(pathname)
    if (!file || this.#takenDown.has(file.key)) return false
    const etag = `"${file.name.split("/").at(-1)}"`
    const own: [string, string][] = [
      ["Content-Type", file.type],
      ["ETag", etag],
      ["Cache-Tag", `media:${file.key}`],
    ]
    return this.#source({ name: file.name, etag, headers: [...own, ...this.#headers] }, req, res)
  }
}
