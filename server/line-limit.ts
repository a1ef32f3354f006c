const minute = 60_000

/** More kinds than this within a minute are one kind, so that nobody fills the memory with new ones. */
const mostKinds = 200

/** One line a minute for each kind of fault; the others are counted. A visitor can cause the same fault without end. */
export class LineLimit {
  readonly #clock: () => number
  readonly #kinds = new Map<string, { until: number; suppressed: number }>()

  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  /**
   * Asks to write a line.
   * @returns how many of its kind were left out since the last one, or null when this one is left out too
   */
  pass(kind: string): number | null {
    const now = this.#clock()
    if (this.#kinds.size >= mostKinds) this.#forget(now)
    const key = this.#kinds.has(kind) || this.#kinds.size < mostKinds ? kind : "other"
    const known = this.#kinds.get(key)
    if (known && now < known.until) {
      known.suppressed++
      return null
    }
    this.#kinds.set(key, { until: now + minute, suppressed: 0 })
    return known?.suppressed ?? 0
  }

  /** Forgets kinds whose minute is over; what was left out of them counts with the others. */
  #forget(now: number): void {
    const others = this.#kinds.get("other") ?? { until: now, suppressed: 0 }
    for (const [kind, { until, suppressed }] of this.#kinds) {
      if (until > now || kind === "other") continue
      this.#kinds.delete(kind)
      others.suppressed += suppressed
    }
    if (others.suppressed > 0) this.#kinds.set("other", others)
  }
}
