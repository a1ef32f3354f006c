/** The owner of work that nobody waits for. */
export const background = 0

/** Where both wait, one piece of background work runs after this many others. */
const othersPerBackground = 10

/** Runs one piece of work at a time, each owner's in its order, and the owners in turn (round robin). */
export class FairQueue {
  readonly #waiting = new Map<number, (() => Promise<void>)[]>()
  #running = false
  #sinceBackground = 0

  run<T>(owner: number, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const queue = this.#waiting.get(owner) ?? []
      queue.push(() => work().then(resolve, reject))
      this.#waiting.set(owner, queue)
      if (!this.#running) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    this.#running = true
    for (let work = this.#next(); work; work = this.#next()) await work()
    this.#running = false
  }

  #next() {
    const owner = this.#nextOwner()
    const queue = this.#waiting.get(owner)
    // A map keeps the order in which keys were set: an owner with more work is set again, behind all others.
    this.#waiting.delete(owner)
    const work = queue?.shift()
    if (queue && queue.length > 0) this.#waiting.set(owner, queue)
    this.#sinceBackground = owner === background ? 0 : this.#sinceBackground + 1
    return work
  }

  #nextOwner(): number {
    const person = [...this.#waiting.keys()].find((owner) => owner !== background)
    const due = this.#sinceBackground >= othersPerBackground && this.#waiting.has(background)
    return due ? background : (person ?? background)
  }
}
