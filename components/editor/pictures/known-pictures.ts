import { findPicture } from "@/components/media/pick"
import type { Picture } from "@/lib/media/types"

export type Known = Picture | "looked-for" | "gone"

/** The pictures that this page knows, by their ids; others are asked for once. Knows no React. */
export class KnownPictures {
  #pictures: ReadonlyMap<number, Known>
  readonly #listeners = new Set<() => void>()

  constructor(pictures: Readonly<Record<string, Picture>>) {
    this.#pictures = new Map(Object.entries(pictures).map(([id, picture]) => [Number(id), picture]))
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get(id: number): Known | undefined {
    return this.#pictures.get(id)
  }

  put(id: number, picture: Known): void {
    this.#pictures = new Map(this.#pictures).set(id, picture)
    for (const listener of this.#listeners) listener()
  }

  async lookFor(id: number): Promise<void> {
    if (this.#pictures.has(id)) return
    this.put(id, "looked-for")
    this.put(id, (await findPicture(String(id))) ?? "gone")
  }
}
