/** A pause of this length saves a draft; whoever never pauses is saved all the same. In milliseconds. */
const pauses = { autosave: 4000, longest: 20_000, keep: 400, retry: 15_000 }

type Due = {
  /** A draft is to be saved. */
  autosave: () => void
  /** Text is to be kept in this browser. */
  keep: () => void
  /** A site that did not answer is to be asked again. */
  retry: () => void
}

/** When a text is saved, kept and sent again without anybody pressing a button. */
export class SaveTimers {
  #dirtySince: number | null = null
  #timers: { [name in keyof Due]?: ReturnType<typeof setTimeout> } = {}

  constructor(private readonly due: Due) {}

  typed(): void {
    this.#set("keep", pauses.keep)
    this.autosaveLater()
  }

  autosaveLater(): void {
    const now = Date.now()
    this.#dirtySince ??= now
    const left = Math.max(0, this.#dirtySince + pauses.longest - now)
    this.#set("autosave", Math.min(pauses.autosave, left))
  }

  retryLater(): void {
    this.#set("retry", pauses.retry)
  }

  /** A save has begun. */
  hold(): void {
    clearTimeout(this.#timers.autosave)
    clearTimeout(this.#timers.retry)
  }

  /** The longest time without a save begins anew with the next change. */
  restart(): void {
    this.#dirtySince = null
  }

  stop(): void {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer)
  }

  #set(name: keyof Due, pause: number): void {
    clearTimeout(this.#timers[name])
    this.#timers[name] = setTimeout(() => this.due[name](), pause)
  }
}
