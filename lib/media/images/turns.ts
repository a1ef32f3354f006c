/** Work of one process: one piece at a time, each owner's in its order, and the owners in turn. */
export class Turns {
  readonly #waiting = new Map<number, (() => Promise<void>)[]>()
  #running = false

  take<T>(owner: number, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const queue = this.#waiting.get(owner) ?? []
      queue.push(() => work().then(resolve, reject))
      this.#waiting.set(owner, queue)
      if (!this.#running) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#running = true
    for (let work = this.#next(); work; work = this.#next()) await work()
    this.#running = false
  }

  /** A map keeps the order in which keys were set: an owner with more work is set again, behind all others. */
  #next() {
    const [owner, queue] = [...this.#waiting][0] ?? []
    if (owner === undefined || !queue) return
    this.#waiting.delete(owner)
    const work = queue.shift()
    if (queue.length > 0) this.#waiting.set(owner, queue)
    return work
  }
}
