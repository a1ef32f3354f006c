import { LRUCache } from "lru-cache"
import type { Document } from "./document.ts"
import { notFoundPage } from "./keepable.ts"
import { TagIndex } from "./tag-index.ts"

/** That there is no page at an address, remembered until a change of a cache tag could make one. */
type Missing = { missing: true; tags: readonly string[] }

type Held = Document | Missing

/**
 * The documents held in memory, bounded by bytes. Each may vanish at any moment; what is held is right,
 * since a change of one of its cache tags has dropped it otherwise.
 */
export class Documents {
  readonly #front: LRUCache<string, Held>
  readonly #back: LRUCache<string, Held>
  readonly #index = new TagIndex()

  constructor(maxBytes = 64 * 1024 * 1024) {
    const shelf = (maxSize: number) =>
      new LRUCache<string, Held>({
        maxSize,
        maxEntrySize: Math.floor(maxBytes / 16),
        sizeCalculation: (held, key) =>
          ("missing" in held ? 0 : held.size + 800) + key.length + 200 + weightOf(held.tags),
        dispose: (held, key) => {
          this.#index.remove(key, held.tags)
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
    this.#put(shelf === "front" ? this.#front : this.#back, key, document)
  }

  /** Remembers that an address has no page; anybody can make such addresses up. */
  setMissing(key: string, tags: readonly string[]): void {
    this.#put(this.#back, key, { missing: true, tags })
  }

  #put(shelf: LRUCache<string, Held>, key: string, held: Held): void {
    shelf.set(key, held)
    // One that is too large was not taken.
    if (shelf.has(key)) this.#index.add(key, held.tags)
  }

  /** Drops what carries a cache tag; answers how many that were. */
  drop(tag: string): number {
    const before = this.count
    if (tag === "everything") {
      this.#front.clear()
      this.#back.clear()
      return before
    }
    for (const key of this.#index.find(tag)) {
      this.#front.delete(key)
      this.#back.delete(key)
    }
    return before - this.count
  }

  get bytes(): number {
    return this.#front.calculatedSize + this.#back.calculatedSize
  }

  get count(): number {
    return this.#front.size + this.#back.size
  }
}

/** What a document's tags take in the index, where each has a set of keys. */
function weightOf(tags: readonly string[]): number {
  return tags.reduce((sum, tag) => sum + tag.length + 300, 0)
}
