/** An `EventSource` that a test speaks for. */
export class FakeSource extends EventTarget {
  static readonly CLOSED = 2
  static all: FakeSource[] = []
  readyState = 1
  constructor(readonly url: string) {
    super()
    FakeSource.all.push(this)
  }
  close(): void {
    this.readyState = FakeSource.CLOSED
  }
  say(news: unknown): void {
    this.dispatchEvent(new MessageEvent("news", { data: JSON.stringify(news) }))
  }
}

/** Web Locks, exclusive ones: one holder a name, the others in the order in which they asked. */
export class FakeLocks {
  readonly #last = new Map<string, Promise<unknown>>()

  request(name: string, { signal }: { signal: AbortSignal }, hold: () => unknown): Promise<unknown> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const turn = before.then(() => (signal.aborted ? undefined : hold()))
    this.#last.set(name, turn)
    return turn
  }
}
