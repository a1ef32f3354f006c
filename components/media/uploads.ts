import {
  isUnderWay,
  type Send,
  tooLarge,
  type Upload,
  type UploadAnswer,
  type UploadSource,
} from "@/components/media/upload"
import { largestUpload } from "@/lib/media/limits"
import type { LibraryEntry } from "@/lib/media/queries"

const atOnce = 2

/** The files that a page sends into the library: two at a time, each by itself. Knows no React. */
export class Uploads {
  #rows: readonly Upload[] = []
  readonly #files = new Map<number, UploadSource>()
  readonly #sending = new Map<number, ReturnType<Send>>()
  readonly #listeners = new Set<() => void>()
  readonly #send: Send
  readonly #onDone: (picture: LibraryEntry) => void
  #made = 0

  constructor(send: Send, onDone: (picture: LibraryEntry) => void = () => {}) {
    this.#send = send
    this.#onDone = onDone
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  view = () => this.#rows

  /** Gives the keys of the files' rows. */
  add(files: Iterable<UploadSource>): number[] {
    const rows = [...files].map((file): Upload => {
      const key = ++this.#made
      const row = { key, filename: file.name, progress: 0, picture: null }
      if (file.size > largestUpload) return { ...row, state: "refused", message: tooLarge }
      this.#files.set(key, file)
      return { ...row, state: "waiting", message: "" }
    })
    this.#show([...this.#rows, ...rows])
    this.#next()
    return rows.map(({ key }) => key)
  }

  stop(key: number): void {
    this.#change(key, { state: "stopped", progress: 0, message: "" })
    this.#sending.get(key)?.stop()
  }

  again(key: number): void {
    this.#change(key, { state: "waiting", progress: 0, message: "" })
    this.#next()
  }

  /** Sends everything that lost its connection. */
  retryInterrupted = () => {
    for (const { key, state } of this.#rows) if (state === "interrupted") this.again(key)
  }

  /** Takes what is over from the list. */
  clear = () => this.remove(this.#rows.filter(({ state }) => !isUnderWay(state)).map(({ key }) => key))

  remove(keys: readonly number[]): void {
    for (const key of keys) this.#files.delete(key)
    this.#show(this.#rows.filter(({ key }) => !keys.includes(key)))
  }

  /** Whether files are sent, or will be without anybody's doing. */
  get sending(): boolean {
    const states = ["waiting", "sending", "preparing", "interrupted"]
    return this.#rows.some(({ state }) => states.includes(state))
  }

  get busy(): boolean {
    return this.#rows.some(({ state }) => isUnderWay(state))
  }

  #next(): void {
    for (const row of this.#rows) {
      if (this.#sending.size >= atOnce) return
      if (row.state === "waiting" && !this.#sending.has(row.key)) void this.#sendOne(row.key)
    }
  }

  async #sendOne(key: number): Promise<void> {
    const file = this.#files.get(key)
    if (!file) return
    const sending = this.#send(file, (part) => {
      if (this.#isSending(key))
        this.#change(key, { progress: part, state: part < 1 ? "sending" : "preparing" })
    })
    this.#sending.set(key, sending)
    this.#change(key, { state: "sending" })
    const answer = await sending.answer.catch(() => null)
    this.#sending.delete(key)
    if (this.#isSending(key)) this.#end(key, answer)
    this.#next()
  }

  #isSending(key: number): boolean {
    return this.#rows.some((row) => row.key === key && ["sending", "preparing"].includes(row.state))
  }

  #end(key: number, answer: UploadAnswer | null): void {
    if (!answer) this.#change(key, { state: "interrupted", progress: 0, message: connectionLost })
    else if (!answer.ok)
      this.#change(key, { state: answer.retry ? "failed" : "refused", message: answer.message })
    else {
      const { picture, twin } = answer
      this.#files.delete(key)
      this.#onDone(picture)
      this.#change(key, { state: "done", progress: 1, picture, message: twin ? inLibrary : "" })
    }
  }

  #change(key: number, change: Partial<Upload>): void {
    this.#show(this.#rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  }

  #show(rows: readonly Upload[]): void {
    this.#rows = rows
    for (const listener of this.#listeners) listener()
  }
}

const inLibrary = "Already in the library."
const connectionLost = "The connection was lost. The upload will restart automatically."
