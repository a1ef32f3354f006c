/** In milliseconds. Going past a card does not open it; a lease of two minutes is renewed well before. */
const pauses = { settling: 400, renewal: 60_000 }

export type OpenAction = (form: FormData) => Promise<{ openedBy: string | null }>

/** Tells the server which comment somebody has open, and is told who else has it. */
export class LeaseKeeper {
  #mine: number | null = null
  #settling: Timer | undefined
  #renewal: Timer | undefined

  constructor(
    private readonly open: OpenAction,
    private readonly tools: { wanted: () => number | null; told: (id: number, by: string | null) => void },
  ) {}

  start(): void {
    this.#renewal = setInterval(() => this.#look(), pauses.renewal)
  }

  /** The comment that is wanted may have changed. */
  look(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.#look(), pauses.settling)
  }

  stop(): void {
    clearTimeout(this.#settling)
    clearInterval(this.#renewal)
  }

  async #look(): Promise<void> {
    const wanted = this.tools.wanted()
    if (wanted === null && this.#mine === null) return
    const form = new FormData()
    if (wanted !== null) form.set("id", String(wanted))
    if (this.#mine !== null && this.#mine !== wanted) form.set("left", String(this.#mine))
    this.#mine = wanted
    // A lease is a courtesy: without it decisions are still checked.
    const answer = await this.open(form).catch(() => null)
    if (answer && wanted !== null) this.tools.told(wanted, answer.openedBy)
  }
}

type Timer = ReturnType<typeof setTimeout>
