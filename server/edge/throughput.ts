/** The part of one who sends. */
export type ThroughputShare = {
  /** Milliseconds until so many bytes more of its own may pass. */
  delayOf(bytes: number): number
  end(): void
}

/**
 * How many bytes a second pass, in equal parts for all who send at the same time. Nobody waits for what others have sent
 * before: who begins and breaks off without an end takes no more than the part of one.
 */
export class Throughput {
  readonly #bytesPerMs: number
  readonly #now: () => number
  #senders = 0

  constructor(bytesPerSecond: number, now = () => performance.now()) {
    this.#bytesPerMs = bytesPerSecond / 1000
    this.#now = now
  }

  begin(): ThroughputShare {
    this.#senders++
    let freeAt = 0
    let ended = false
    return {
      delayOf: (bytes) => {
        const now = this.#now()
        const turn = Math.max(now, freeAt)
        freeAt = turn + (bytes * this.#senders) / this.#bytesPerMs
        return turn - now
      },
      end: () => {
        if (!ended) this.#senders--
        ended = true
      },
    }
  }
}
