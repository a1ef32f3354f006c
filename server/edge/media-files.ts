import fs from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import path from "node:path"
import send from "send"
import { everyHeaders, filePolicy, keepForever } from "./headers.ts"

/** `/media/KEY/NAME`: the name tells the content, and nobody guesses the key. */
const named = /^\/media\/([a-z2-7]{26})\/(\d{1,5}(?:x\d{1,5})?-[0-9a-f]{8}\.(avif|webp|jpg))$/

const types: Record<string, string> = { avif: "image/avif", webp: "image/webp", jpg: "image/jpeg" }

/** The files of pictures, as the app puts them into a folder. */
export class MediaFiles {
  readonly #folder: string
  readonly #headers: [string, string][]

  constructor(folder: string, https: boolean) {
    this.#folder = folder
    this.#headers = [
      keepForever,
      ["Content-Security-Policy", filePolicy],
      ["Cross-Origin-Resource-Policy", "cross-origin"],
      ...everyHeaders(https),
    ]
  }

  /** Answers GET and HEAD of a file that is there, also of a part of it. @returns false where there is none */
  async answer(req: IncomingMessage, res: ServerResponse, pathname: string): Promise<boolean> {
    const [, key = "", name = "", ending = ""] = named.exec(pathname) ?? []
    const file = path.join(this.#folder, key, name)
    if (!key || !fs.existsSync(file)) return false
    for (const [header, value] of this.#headers) res.setHeader(header, value)
    res.setHeader("Content-Type", types[ending] ?? "application/octet-stream")
    send(req, file, { cacheControl: false, dotfiles: "deny", index: false })
      .on("error", () => res.destroy())
      .pipe(res)
    return true
  }
}
