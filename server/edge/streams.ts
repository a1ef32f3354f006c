import { type Client, Quota } from "./quota.ts"

/** Responses and connections that go on for as long as somebody listens. They render nothing, so they take no page's place. */
export class Streams {
  readonly #quota = new Quota({ total: 400, each: 200 })
  readonly #open = new Set<() => void>()
  #ending = false

  /** @param end ends it. @returns what to call when it has ended, or null where there are as many as may be */
  add(client: Client, end: () => void): (() => void) | null {
    if (this.#ending || this.#quota.take(client) !== null) return null
    this.#open.add(end)
    return () => {
      if (this.#open.delete(end)) this.#quota.give(client)
    }
  }

  /** Ends all of them, and lets none begin. */
  endAll(): void {
    this.#ending = true
    for (const end of this.#open) end()
  }
}
