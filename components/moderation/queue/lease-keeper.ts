/** In milliseconds. Going past a card does not open it; a lease of two minutes is renewed well before. */
const pauses = { settling: 400, renewal: 60_000 }

export type OpenAction = (form: FormData) => Promise<{ openedBy: string | null }>

/** Keeps a lease on the comment that is open here, and learns who else has it open. */
export class LeaseKeeper {
  #leased: number | null = null
  #settling: Timer | undefined
  #renewal: Timer | undefined

  constructor(
    private readonly open: OpenAction,
    private readonly tools: {
      openComment: () => number | null
      onAnswer: (id: number, openedBy: string | null) => void
    },
  ) {}

  start(): void {
    this.#renewal = setInterval(() => this.#refresh(), pauses.renewal)
  }

  /** Called when another comment may be open. */
  refreshSoon(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.#refresh(), pauses.settling)
  }

  stop(): void {
    clearTimeout(this.#settling)
    clearInterval(this.#renewal)
  }

  async #refresh(): Promise<void> {
    const open = this.tools.openComment()
    if (open === null && this.#leased === null) return
    const form = new FormData()
    if (open !== null) form.set("id", String(open))
    if (this.#leased !== null && this.#leased !== open) form.set("left", String(this.#leased))
    this.#leased = open
    // A lease is a courtesy: without it decisions are still checked.
    const answer = await this.open(form).catch(() => null)
    if (answer && open !== null) this.tools.onAnswer(open, answer.openedBy)
  }
}

type Timer = ReturnType<typeof setTimeout>
