import { findPicture } from "@/components/media/pick"
import type { Picture } from "@/lib/media/types"

/** `unreachable` where no answer came; it is asked for again when the network is back. */
export type Known = Picture | "loading" | "missing" | "unreachable"

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
    const known = this.#pictures.get(id)
    if (known && known !== "unreachable") return
    this.put(id, "loading")
    this.put(id, await findPicture(String(id)).then((found) => found ?? "missing", unreachable))
  }

  lookAgain = () => {
    for (const [id, known] of this.#pictures) if (known === "unreachable") void this.lookFor(id)
  }
}

const unreachable = () => "unreachable" as const
