import { type Client, Refused } from "./quota.ts"
import { ClientGone } from "./upstream.ts"

type Bounds = {
  places: number
  reserve: number
  open: number
  each: number
  waiting: number
  waitingEach: number
}

/**
 * What one processor renders well at a time: `reserve` of the places are left for staff, and `open` of them for everybody
 * else, so that neither takes them all. A client has a third of the places, so that nobody else waits for more than
 * a few pages of its; how many it lets wait delays only itself.
 */
const usual: Bounds = { places: 12, reserve: 4, open: 4, each: 4, waiting: 2_000, waitingEach: 200 }

/** One client's requests: how many run, and those that wait, in the order they came. */
type Line = { client: Client; running: number; waiting: Set<Ticket> }

/** One request for a place, in the lines of all the clients who want the same thing. */
class Ticket {
  readonly lines = new Set<Line>()
  readonly granted: Promise<void>
  holder: Line | null = null
  ended = false
  grant!: () => void
  cancel!: (error: Error) => void

  constructor() {
    this.granted = new Promise((resolve, reject) => {
      this.grant = resolve
      this.cancel = reject
    })
  }
}

export type Place = {
  granted: Promise<void>
  /** Another client wants the same thing: it is done in the turn of whichever of them comes first. */
  join(client: Client): void
  /** Gives the place back, or asks for it no longer. */
  release(): void
}

/**
 * Places for work, shared out: clients that wait are served in turn, each has so many places at most, and the last ones
 * are kept for staff, others for everybody else. So a client with hundreds of requests delays others by a few of them, and itself by all.
 */
export class Shares {
  readonly #bounds: Bounds
  /** Every client that has or wants a place, the next to be served first. */
  readonly #lines = new Map<string, Line>()
  #running = 0
  #staffRunning = 0
  #waiting = 0

  constructor(bounds: Partial<Bounds> = {}) {
    this.#bounds = { ...usual, ...bounds }
  }

  /** @throws {Refused} when too many wait already */
  ask(client: Client): Place {
    const waiting = this.#lines.get(client.key)?.waiting.size ?? 0
    if (waiting >= this.#bounds.waitingEach) throw new Refused(429)
    if (this.#waiting >= this.#bounds.waiting && !client.staff) throw new Refused(503)
    const ticket = new Ticket()
    this.#waiting++
    this.#join(ticket, client)
    return {
      granted: ticket.granted,
      join: (other) => this.#join(ticket, other),
      release: () => this.#release(ticket),
    }
  }

  /**
   * Does some work in a place of the client's. The place is given back when the work has settled, also where nobody waits
   * for its result any more, or earlier where the work says so.
   * @param signal ends the wait for a place
   * @throws {Refused} as `ask` does, and `ClientGone` when the client left before its turn
   */
  async run<T>(client: Client, work: (release: () => void) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) throw new ClientGone()
    const place = this.ask(client)
    const release = () => place.release()
    signal?.addEventListener("abort", release)
    await place.granted.finally(() => signal?.removeEventListener("abort", release))
    return work(release).finally(release)
  }

  get counts(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting }
  }

  #join(ticket: Ticket, client: Client): void {
    if (ticket.holder || ticket.ended) return
    const line = this.#lines.get(client.key) ?? { client, running: 0, waiting: new Set<Ticket>() }
    this.#lines.set(client.key, line)
    line.waiting.add(ticket)
    ticket.lines.add(line)
    this.#serve()
  }

  #release(ticket: Ticket): void {
    if (ticket.ended) return
    ticket.ended = true
    if (ticket.holder) {
      ticket.holder.running--
      this.#running--
      if (ticket.holder.client.staff) this.#staffRunning--
      this.#tidy(ticket.holder)
    } else {
      this.#withdraw(ticket)
      ticket.cancel(new ClientGone())
    }
    this.#serve()
  }

  #serve(): void {
    for (let line = this.#next(); line; line = this.#next()) {
      const [ticket] = line.waiting
      if (!ticket) return
      line.running++
      this.#running++
      if (line.client.staff) this.#staffRunning++
      // To the end of the order of turns.
      this.#lines.delete(line.client.key)
      this.#lines.set(line.client.key, line)
      ticket.holder = line
      this.#withdraw(ticket)
      ticket.grant()
    }
  }

  #next(): Line | null {
    const { places, reserve, open, each } = this.#bounds
    if (this.#waiting === 0 || this.#running >= places) return null
    const others = this.#running - this.#staffRunning
    const free = { staff: this.#staffRunning < places - open, others: others < places - reserve }
    for (const line of this.#lines.values()) {
      const may = line.client.staff ? free.staff : free.others
      if (line.waiting.size > 0 && line.running < each && may) return line
    }
    return null
  }

  #withdraw(ticket: Ticket): void {
    this.#waiting--
    for (const line of ticket.lines) {
      line.waiting.delete(ticket)
      this.#tidy(line)
    }
  }

  #tidy(line: Line): void {
    if (line.running === 0 && line.waiting.size === 0) this.#lines.delete(line.client.key)
  }
}
