import { createHash } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import { LRUCache } from "lru-cache"
import { type Client, clientOf } from "./quota.ts"
import { onlySessionIn } from "./session-cookie.ts"

/**
 * Sessions that a page of the desk was shown to lately. They get the places that are kept for staff, and nothing else:
 * whether somebody may see or do a thing is decided behind this, on every request.
 */
export class KnownStaff {
  readonly #sessions = new LRUCache<string, true>({ max: 1000, ttl: 15 * 60_000 })

  clientOf({ cookie }: IncomingHttpHeaders, network: string): Client {
    const session = keyOf(cookie)
    if (session && this.#sessions.has(session)) return { key: `staff ${session}`, staff: true }
    return { key: clientOf(network), staff: false }
  }

  /** The desk has shown a page to this session. */
  add({ cookie }: IncomingHttpHeaders): void {
    const session = keyOf(cookie)
    if (session) this.#sessions.set(session, true)
  }

  /** The desk has sent this session away. */
  remove({ cookie }: IncomingHttpHeaders): void {
    const session = keyOf(cookie)
    if (session) this.#sessions.delete(session)
  }
}

function keyOf(cookie: string | undefined): string | null {
  const value = onlySessionIn(cookie)
  return value ? createHash("sha256").update(value).digest("base64url") : null
}
