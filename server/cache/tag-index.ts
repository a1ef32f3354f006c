import { matching } from "./page-tags.ts"

/** Which documents carry a cache tag: a change costs what it drops, however many documents are held. */
export class TagIndex {
  readonly #keys = new Map<string, Set<string>>()

  add(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = this.#keys.get(tag)
      if (keys) keys.add(key)
      else this.#keys.set(tag, new Set([key]))
    }
  }

  remove(key: string, tags: readonly string[]): void {
    for (const tag of tags) {
      const keys = this.#keys.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.#keys.delete(tag)
    }
  }

  /** The keys of the documents that this change concerns. */
  find(changed: string): Set<string> {
    return new Set(matching(changed).flatMap((tag) => [...(this.#keys.get(tag) ?? [])]))
  }
}
