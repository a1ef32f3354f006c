import { LRUCache } from "lru-cache"
import type { Document } from "./document.ts"
import { dependsOn } from "./places.ts"

/**
 * The documents held in memory, bounded by bytes. Each may vanish at any moment; what is held is right,
 * since whatever changed a place it depends on has dropped it.
 */
export class Documents {
  readonly #front: LRUCache<string, Document>
  readonly #back: LRUCache<string, Document>

  constructor(maxBytes = 64 * 1024 * 1024) {
    const shelf = (maxSize: number) =>
      new LRUCache<string, Document>({
        maxSize,
        maxEntrySize: Math.floor(maxBytes / 16),
        sizeCalculation: (document, key) => document.size + key.length + 1000,
        dispose: (document) => document.drop(),
      })
    this.#front = shelf(Math.floor(maxBytes * 0.75))
    this.#back = shelf(Math.floor(maxBytes * 0.25))
  }

  get(key: string): Document | undefined {
    return this.#front.get(key) ?? this.#back.get(key)
  }

  set(key: string, document: Document, shelf: "front" | "back"): void {
    if (shelf === "front") this.#front.set(key, document)
    else this.#back.set(key, document)
  }

  /** Drops all that depends on a place. */
  drop(place: string): void {
    for (const shelf of [this.#front, this.#back]) {
      for (const [key, document] of shelf.entries()) {
        if (dependsOn(document.places, place)) shelf.delete(key)
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
