import { LRUCache } from "lru-cache"
import type { Document } from "./document.ts"
import { dependsOn, notFoundPage } from "./places.ts"

/** That there is no page at an address, remembered until a place changes that could make one. */
type Missing = { missing: true; places: readonly string[] }

type Held = Document | Missing

/**
 * The documents held in memory, bounded by bytes. Each may vanish at any moment; what is held is right,
 * since whatever changed a place it depends on has dropped it.
 */
export class Documents {
  readonly #front: LRUCache<string, Held>
  readonly #back: LRUCache<string, Held>

  constructor(maxBytes = 64 * 1024 * 1024) {
    const shelf = (maxSize: number) =>
      new LRUCache<string, Held>({
        maxSize,
        maxEntrySize: Math.floor(maxBytes / 16),
        sizeCalculation: (held, key) => ("missing" in held ? 0 : held.size + 800) + key.length + 200,
        dispose: (held) => {
          if (!("missing" in held)) held.drop()
        },
      })
    this.#front = shelf(Math.floor(maxBytes * 0.75))
    this.#back = shelf(Math.floor(maxBytes * 0.25))
  }

  /** What to send for an address, if it is held: for one without a page, the page that says so. */
  get(key: string): Document | undefined {
    const held = this.find(key)
    return held === "missing" ? this.get(notFoundPage.key) : held
  }

  find(key: string): Document | "missing" | undefined {
    const held = this.#front.get(key) ?? this.#back.get(key)
    return held && "missing" in held ? "missing" : held
  }

  set(key: string, document: Document, shelf: "front" | "back"): void {
    if (shelf === "front") this.#front.set(key, document)
    else this.#back.set(key, document)
  }

  /** Remembers that an address has no page; anybody can make such addresses up. */
  setMissing(key: string, places: readonly string[]): void {
    this.#back.set(key, { missing: true, places })
  }

  /** Drops all that depends on a place. */
  drop(place: string): void {
    for (const shelf of [this.#front, this.#back]) {
      for (const [key, held] of shelf.entries()) {
        if (dependsOn(held.places, place)) shelf.delete(key)
      }
    }
  }

  get bytes(): number {
    return this.#front.calculatedSize + this.#back.calculatedSize
  }

  get count(): number {
    return this.#front.size + this.#back.size
  }
}
