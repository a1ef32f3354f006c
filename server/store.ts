import type { Answer, Document } from "./document.ts"
import { Documents } from "./documents.ts"
import { dependsOn, type Keepable } from "./places.ts"

/** What a request for a keepable page gets: the document, or an answer that is not to be kept. */
export type Found = { document: Document } | { answer: Answer }

type Rendering = { places: readonly string[]; stale: boolean; result: Promise<Found> }

/**
 * Documents that are held, and renderings under way. However many ask for a page at once, it is rendered
 * once. A rendering that began before a change is given to those who were waiting for it and to nobody
 * else: it is not kept, and who comes after the change begins another.
 */
export class Store {
  readonly documents: Documents
  readonly #renderings = new Map<string, Rendering>()

  constructor(documents = new Documents()) {
    this.documents = documents
  }

  /**
   * @param make renders the page; the document it answers is kept, an answer is not
   */
  find(page: Keepable, make: () => Promise<Found>): Found | Promise<Found> {
    const document = this.documents.get(page.key)
    if (document) return { document }
    const running = this.#renderings.get(page.key)
    if (running) return running.result
    return this.#begin(page, make)
  }

  /** Drops what depends on a place, now. */
  changed(place: string): void {
    this.documents.drop(place)
    for (const [key, rendering] of this.#renderings) {
      if (!dependsOn(rendering.places, place)) continue
      rendering.stale = true
      this.#renderings.delete(key)
    }
  }

  #begin(page: Keepable, make: () => Promise<Found>): Promise<Found> {
    const rendering: Rendering = { places: page.places, stale: false, result: make() }
    this.#renderings.set(page.key, rendering)
    const forget = () => {
      if (this.#renderings.get(page.key) === rendering) this.#renderings.delete(page.key)
    }
    // Kept before the waiting are answered, so that their next request already finds it.
    rendering.result = rendering.result.then(
      (found) => {
        forget()
        if ("document" in found && !rendering.stale) this.documents.set(page.key, found.document, page.shelf)
        return found
      },
      (error) => {
        forget()
        throw error
      },
    )
    return rendering.result
  }
}
