import type { QueueItem } from "@/lib/moderation/types"

/** When cards could not be read again, how long until the next try, in milliseconds. */
const pauseAfterFailure = 5_000

type Tools = {
  /** Comments as they are now; `null` when the site did not answer. */
  read: (ids: readonly number[]) => Promise<QueueItem[] | null>
  /** Whether a card waits for an answer, which may be newer than what is read now. */
  isBusy: (id: number) => boolean
  show: (ids: readonly number[], items: readonly QueueItem[]) => void
}

/** Reads cards again that are out of date: all of them in one request, and one request at a time. */
export class CardRefresher {
  #stale = new Set<number>()
  #reading = false
  #stopped = false
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly tools: Tools) {}

  add(ids: readonly number[]): void {
    for (const id of ids) this.#stale.add(id)
    void this.run()
  }

  async run(): Promise<void> {
    const ids = [...this.#stale].filter((id) => !this.tools.isBusy(id))
    if (this.#reading || ids.length === 0) return
    clearTimeout(this.#retry)
    this.#reading = true
    for (const id of ids) this.#stale.delete(id)
    const items = await this.tools.read(ids)
    this.#reading = false
    const unread = items ? ids.filter(this.tools.isBusy) : ids
    for (const id of unread) this.#stale.add(id)
    if (items) {
      this.tools.show(ids, items)
      void this.run()
    } else if (!this.#stopped) this.#retry = setTimeout(() => this.run(), pauseAfterFailure)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#retry)
  }
}
