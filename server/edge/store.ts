import type { Document, RenderedResponse } from "../cache/document.ts"
import { Documents } from "../cache/documents.ts"
import type { Keepable } from "../cache/keepable.ts"
import { dependsOn, tagsOfMissing } from "../cache/page-tags.ts"
import type { Client } from "./quota.ts"
import { type Place, Shares } from "./shares.ts"

/** What a request for a keepable page gets: the document, an answer that is not to be kept, or that there is no such page. */
export type Found = { document: Document } | { answer: RenderedResponse } | "missing"

type Rendering = { tags: readonly string[]; stale: boolean; place: Place | null; result: Promise<Found> }

/**
 * Documents that are held, and renderings under way. However many ask for a page at once, it is rendered
 * once. A rendering that began before a change is given to those who were waiting for it and to nobody
 * else: it is not kept, and who comes after the change begins another.
 */
export class Store {
  readonly documents: Documents
  /** Requests answered with a held document, requests that waited for a rendering, and documents that changes dropped. */
  readonly counts = { hits: 0, misses: 0, dropped: 0 }
  readonly #shares: Shares
  readonly #renderings = new Map<string, Rendering>()

  constructor(documents = new Documents(), shares = new Shares()) {
    this.documents = documents
    this.#shares = shares
  }

  /**
   * @param client whose share of places the rendering takes; null for what all share and is rendered once
   * @param make renders the page; the document it answers is kept, an answer is not
   * @throws {Refused} when the client has too many renderings waiting
   */
  find(page: Keepable, client: Client | null, make: () => Promise<Found>): Found | Promise<Found> {
    const held = this.documents.find(page.key)
    if (held) this.counts.hits++
    else this.counts.misses++
    if (held) return held === "missing" ? held : { document: held }
    const running = this.#renderings.get(page.key)
    if (!running) return this.#begin(page, client, make)
    if (client) running.place?.join(client)
    return running.result
  }

  /** What is held under the address as it was sent, if anything is. */
  held(url: string): Document | undefined {
    const document = this.documents.get(url)
    if (document) this.counts.hits++
    return document
  }

  /** Drops what carries a cache tag, now. */
  changed(tag: string): void {
    this.counts.dropped += this.documents.drop(tag)
    for (const [key, rendering] of this.#renderings) {
      if (!dependsOn(rendering.tags, tag)) continue
      rendering.stale = true
      this.#renderings.delete(key)
    }
  }

  #begin(page: Keepable, client: Client | null, make: () => Promise<Found>): Promise<Found> {
    const place = client && this.#shares.ask(client)
    const rendering: Rendering = { tags: page.tags, stale: false, place, result: inPlace(place, make) }
    this.#renderings.set(page.key, rendering)
    const forget = () => {
      if (this.#renderings.get(page.key) === rendering) this.#renderings.delete(page.key)
    }
    // Kept before the waiting are answered, so that their next request already finds it.
    rendering.result = rendering.result.then(
      (found) => {
        forget()
        if (!rendering.stale) this.#keep(page, found)
        return found
      },
      (error) => {
        forget()
        throw error
      },
    )
    return rendering.result
  }

  #keep(page: Keepable, found: Found): void {
    if (found === "missing") this.documents.setMissing(page.key, tagsOfMissing(page.tags))
    else if ("document" in found) this.documents.set(page.key, found.document, page.shelf)
  }
}

async function inPlace<T>(place: Place | null, work: () => Promise<T>): Promise<T> {
  try {
    await place?.granted
    return await work()
  } finally {
    place?.release()
  }
}
