/** One file on its way into the library. */
export type Upload = {
  key: number
  filename: string
  bytes: number
  /** `waiting` for its turn; `stopped` by the person, and can be sent again; `cut` where the network went away. */
  state: "waiting" | "sending" | "preparing" | "done" | "refused" | "stopped" | "cut"
  /** From 0 to 1 while it is sent. */
  progress: number
  /** What the server says of it, in a sentence. */
  message: string
  /** In the library, once it is there. */
  id: number | null
}

export type UploadAnswer = { ok: true; id: number; twin: boolean } | { ok: false; message: string }

type Sending = { stop(): void; answer: Promise<UploadAnswer> }

/** Sends one file; `onProgress` hears what part of it has left. Rejects where no answer came. */
export type Send = (file: File, onProgress: (part: number) => void) => Sending

const atOnce = 2

/** The files that a page sends into the library: two at a time, each by itself. Knows no React. */
export class Uploads {
  #rows: readonly Upload[] = []
  readonly #files = new Map<number, File>()
  readonly #sending = new Map<number, Sending>()
  readonly #listeners = new Set<() => void>()
  readonly #send: Send
  readonly #onDone: (id: number, key: number) => void
  #made = 0

  constructor(send: Send, onDone: (id: number, key: number) => void = () => {}) {
    this.#send = send
    this.#onDone = onDone
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  view = () => this.#rows

  /** Gives the keys of the files' rows. */
  add(files: Iterable<File>): number[] {
    const rows = [...files].map((file): Upload => {
      const key = ++this.#made
      this.#files.set(key, file)
      return {
        key,
        filename: file.name,
        bytes: file.size,
        state: "waiting",
        progress: 0,
        message: "",
        id: null,
      }
    })
    this.#show([...this.#rows, ...rows])
    this.#next()
    return rows.map(({ key }) => key)
  }

  stop(key: number): void {
    this.#sending.get(key)?.stop()
    this.#change(key, { state: "stopped", progress: 0 })
  }

  again(key: number): void {
    this.#change(key, { state: "waiting", progress: 0, message: "" })
    this.#next()
  }

  /** The network is back. */
  retryCut = () => {
    for (const { key, state } of this.#rows) if (state === "cut") this.again(key)
  }

  /** Takes what is over from the list. */
  clear = () => {
    this.#show(this.#rows.filter(({ state }) => state !== "done" && state !== "refused"))
  }

  get busy(): boolean {
    return this.#rows.some(({ state }) => state === "waiting" || state === "sending" || state === "preparing")
  }

  #next(): void {
    for (const row of this.#rows) {
      if (this.#sending.size >= atOnce) return
      if (row.state === "waiting") void this.#sendOne(row.key)
    }
  }

  async #sendOne(key: number): Promise<void> {
    const file = this.#files.get(key)
    if (!file) return
    const sending = this.#send(file, (part) => {
      if (this.#stateOf(key) === "stopped") return
      this.#change(key, { progress: part, state: part < 1 ? "sending" : "preparing" })
    })
    this.#sending.set(key, sending)
    this.#change(key, { state: "sending" })
    try {
      const answer = await sending.answer
      if (answer.ok) {
        this.#files.delete(key)
        this.#change(key, { state: "done", progress: 1, id: answer.id, message: answer.twin ? twin : "" })
        this.#onDone(answer.id, key)
      } else this.#change(key, { state: "refused", message: answer.message })
    } catch {
      if (this.#stateOf(key) !== "stopped") this.#change(key, { state: "cut", progress: 0, message: cut })
    } finally {
      this.#sending.delete(key)
      this.#next()
    }
  }

  #stateOf(key: number): Upload["state"] | undefined {
    return this.#rows.find((row) => row.key === key)?.state
  }

  #change(key: number, change: Partial<Upload>): void {
    this.#show(this.#rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  }

  #show(rows: readonly Upload[]): void {
    this.#rows = rows
    for (const listener of this.#listeners) listener()
  }
}

const twin = "It was in the library already."
const cut = "The connection was lost. It is sent again once the network is back."
