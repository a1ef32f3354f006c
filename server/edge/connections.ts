import type { ServerResponse } from "node:http"
import type { Socket } from "node:net"
import { ipPrefixOf } from "./network.ts"
import { clientOf } from "./quota.ts"
import { whenOver } from "./when-over.ts"

/** A browser opens six; a school behind one address has some dozens of them. */
const mostOfOneClient = 256

/** What a connection has to take at least, in bytes a second, while an answer waits to be sent, and from when on. */
const slowest = { rate: 512, after: 20_000, sweep: 5_000 }

type Busy = { socket: Socket; since: number; takenBefore: number }

/**
 * The open connections: bounded for each client by closing those that do nothing, and none of them kept by somebody
 * who reads so slowly that they only hold it.
 */
export class Connections {
  readonly #most: number
  readonly #clients = new Map<string, Set<Socket>>()
  readonly #busy = new Map<ServerResponse, Busy>()
  readonly #sweep: NodeJS.Timeout

  /** @param most for one client; without a bound where all come through proxies of ours */
  constructor(most = mostOfOneClient) {
    this.#most = most
    this.#sweep = setInterval(() => this.closeSlow(Date.now()), slowest.sweep)
    this.#sweep.unref()
  }

  /** Takes a new connection in, for one that idles where the client has too many; refuses it where all are busy. */
  add(socket: Socket): void {
    const client = clientOf(ipPrefixOf(undefined, socket.remoteAddress, 0))
    const open = this.#clients.get(client) ?? new Set()
    if (open.size >= this.#most) {
      const busy = new Set([...this.#busy.values()].map((one) => one.socket))
      const idle = [...open].find((other) => !busy.has(other))
      if (!idle) return void socket.destroy()
      idle.destroy()
      open.delete(idle)
    }
    open.add(socket)
    this.#clients.set(client, open)
    // Each of the answers that may wait on it listens for its end.
    socket.setMaxListeners(100)
    socket.once("close", () => {
      open.delete(socket)
      if (open.size === 0 && this.#clients.get(client) === open) this.#clients.delete(client)
    })
  }

  /** Notes that an answer is under way; most held documents are sent at once and never come here. */
  answering(res: ServerResponse): void {
    this.#busy.set(res, { socket: res.req.socket, since: 0, takenBefore: 0 })
    whenOver(res, () => this.#busy.delete(res))
  }

  /** How many answers are under way. */
  get busy(): number {
    return this.#busy.size
  }

  /** Ends connections whose client takes less than the slowest rate of what is ready for it. */
  closeSlow(now: number): void {
    for (const busy of this.#busy.values()) {
      const taken = takenOf(busy.socket)
      if (taken === null) busy.since = 0
      else if (busy.since === 0) Object.assign(busy, { since: now, takenBefore: taken })
      else {
        const waited = now - busy.since
        if (waited < slowest.after) continue
        if (taken - busy.takenBefore < (slowest.rate * waited) / 1000) busy.socket.destroy()
        Object.assign(busy, { since: now, takenBefore: taken })
      }
    }
  }

  close(): void {
    clearInterval(this.#sweep)
  }
}

/**
 * How many bytes the client has taken so far, or null where none wait for it. `socket.bytesWritten` counts what waits as
 * written; only the handle knows what the system has taken.
 */
function takenOf(socket: Socket): number | null {
  const { _handle } = socket as { _handle?: { bytesWritten?: number; writeQueueSize?: number } | null }
  const { bytesWritten, writeQueueSize } = _handle ?? {}
  if (bytesWritten === undefined || writeQueueSize === undefined) return null
  return socket.writableLength > 0 || writeQueueSize > 0 ? bytesWritten - writeQueueSize : null
}
