/** How many bytes a second may pass, whoever sends them: in turn, each chunk behind those that came before it. */
export class Throughput {
  readonly #bytesPerMs: number
  readonly #now: () => number
  #freeAt = 0

  constructor(bytesPerSecond: number, now = () => performance.now()) {
    this.#bytesPerMs = bytesPerSecond / 1000
    this.#now = now
  }

  /** Takes a turn for so many bytes, and answers the milliseconds until it comes. */
  takeTurn(bytes: number): number {
    const now = this.#now()
    const turn = Math.max(now, this.#freeAt)
    this.#freeAt = turn + bytes / this.#bytesPerMs
    return turn - now
  }
}
