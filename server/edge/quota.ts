import type { ServerResponse } from "node:http"
import { widerPrefix } from "../../lib/visitors/ip-prefix.ts"
import { whenOver } from "./when-over.ts"

/** Who asks for a share: a network, or a member of staff by their session. */
export type Client = { key: string; staff: boolean }

type Bounds = { total: number; each: number; reserve?: number }

/**
 * An amount of something bounded, shared out: `total` of it, of which `reserve` is left for staff, and `each` of it to
 * one client at most, a network or a session of staff.
 */
export class Quota {
  readonly #total: number
  readonly #each: number
  readonly #reserve: number
  readonly #taken = new Map<string, number>()
  #sum = 0

  constructor({ total, each, reserve = 0 }: Bounds) {
    this.#total = total
    this.#each = each
    this.#reserve = reserve
  }

  /** Takes an amount. @returns the HTTP status to refuse with where there is not as much: 429 for a share, 503 for all */
  take({ key, staff }: Client, amount = 1): 429 | 503 | null {
    const taken = this.#taken.get(key) ?? 0
    if (taken + amount > this.#each) return 429
    if (this.#sum + amount > this.#total - (staff ? 0 : this.#reserve)) return 503
    this.#taken.set(key, taken + amount)
    this.#sum += amount
    return null
  }

  give({ key }: Client, amount = 1): void {
    const left = (this.#taken.get(key) ?? 0) - amount
    if (left > 0) this.#taken.set(key, left)
    else this.#taken.delete(key)
    this.#sum -= amount
  }

  get taken(): number {
    return this.#sum
  }
}

/** Refused since a share, or all there is, is taken. The client may try again after `retryAfter` seconds. */
export class Refused extends Error {
  readonly status: 429 | 503
  readonly retryAfter = 2

  constructor(status: 429 | 503) {
    super(status === 429 ? "The client's share is taken" : "Everything is taken")
    this.status = status
  }
}

/** The client that a network counts as. */
export function clientOf(network: string): string {
  return widerPrefix(network)
}

/**
 * Takes one of the client's share until the response has ended.
 * @throws {Refused} where there is none left
 */
export function takeUntilOver(quota: Quota, client: Client, res: ServerResponse): void {
  const status = quota.take(client)
  if (status) throw new Refused(status)
  whenOver(res, () => quota.give(client))
}
