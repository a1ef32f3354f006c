import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http"

/** What a page may weigh. */
const heaviest = 8 * 1024 * 1024

/** A response that goes to whoever made it instead of to a socket. */
abstract class HeldResponse extends ServerResponse {
  protected abstract take(bytes: Buffer): void
  /** The last bytes were taken. */
  protected abstract done(): void
  /** There will be no last bytes. */
  protected abstract broken(error: Error): void

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    this.take(typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk as Uint8Array))
    const done = callback ?? encoding
    if (typeof done === "function") queueMicrotask(() => done())
    return true
  }

  override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    if (this.finished) return this
    if (chunk && typeof chunk !== "function") this.write(chunk)
    this.finished = true
    const done = [chunk, encoding, callback].find((value) => typeof value === "function")
    if (typeof done === "function") this.once("finish", done as () => void)
    this.done()
    queueMicrotask(() => {
      this.emit("finish")
      this.emit("close")
    })
    return this
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.find((value) => typeof value === "object" && value !== null)
    for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders)) {
      if (value !== undefined) this.setHeader(name, value)
    }
    return this
  }

  override flushHeaders(): void {}

  /** What Next does when a page breaks after its first bytes; nothing would ever end such a response. */
  override destroy(error?: Error): this {
    if (!this.destroyed && !this.finished) {
      super.destroy(error)
      this.broken(error ?? new Error("The page was broken off"))
      this.emit("close")
    }
    return this
  }
}

/** A response that is kept whole. */
export class Captured extends HeldResponse {
  readonly chunks: Buffer[] = []
  readonly whole: Promise<void>
  fail!: (error: unknown) => void
  #done!: () => void
  #size = 0

  constructor(req: IncomingMessage) {
    super(req)
    this.whole = new Promise((resolve, reject) => {
      this.#done = resolve
      this.fail = (error) => {
        reject(error)
        // Tells Next to stop working on it.
        this.emit("close")
      }
    })
    this.whole.catch(() => {})
  }

  protected take(bytes: Buffer): void {
    this.#size += bytes.length
    if (this.#size > heaviest) this.fail(new Error("The page is heavier than 8 MB"))
    else this.chunks.push(bytes)
  }

  protected done(): void {
    this.#done()
  }

  protected broken(error: Error): void {
    this.fail(error)
  }
}

/** A piece of a response on its way to another thread. */
export type Piece = {
  head?: { status: number; headers: OutgoingHttpHeaders }
  bytes?: Uint8Array<ArrayBuffer>
  end?: true
}

/** A response that is told in pieces: what Next writes in one turn of the loop is one of them. */
export class RelayedResponse extends HeldResponse {
  failure: Error | null = null
  readonly #tell: (piece: Piece) => void
  #chunks: Buffer[] = []
  #begun = false
  #turn: NodeJS.Immediate | null = null

  constructor(req: IncomingMessage, tell: (piece: Piece) => void) {
    super(req)
    this.#tell = tell
  }

  protected take(bytes: Buffer): void {
    this.#chunks.push(bytes)
    this.#turn ??= setImmediate(() => this.#send())
  }

  protected done(): void {
    if (this.#turn) clearImmediate(this.#turn)
    this.#send(true)
  }

  protected broken(error: Error): void {
    if (this.#turn) clearImmediate(this.#turn)
    this.failure = error
  }

  #send(end?: true) {
    this.#turn = null
    const piece: Piece = end ? { end } : {}
    if (!this.#begun) piece.head = { status: this.statusCode, headers: { ...this.getHeaders() } }
    this.#begun = true
    if (this.#chunks.length > 0) piece.bytes = joined(this.#chunks)
    this.#chunks = []
    this.#tell(piece)
  }
}

/** In memory of its own, which can be handed over. */
function joined(chunks: Buffer[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
