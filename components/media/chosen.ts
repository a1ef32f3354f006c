import type { LibraryEntry } from "@/lib/media/queries"

type Chosen = readonly LibraryEntry[]

export const isChosen = (chosen: Chosen, { id }: LibraryEntry) => chosen.some((one) => one.id === id)

const without = (chosen: Chosen, { id }: LibraryEntry) => chosen.filter((one) => one.id !== id)

/** A press chooses a picture, and another takes it back; no more than `most` are chosen. */
export function toggled(chosen: Chosen, picture: LibraryEntry, most: number): LibraryEntry[] {
  const then = isChosen(chosen, picture) ? without(chosen, picture) : [...chosen, picture]
  return then.slice(0, most)
}

/** An uploaded picture is chosen; where one is wanted, in place of the one before. */
export function withUploaded(chosen: Chosen, picture: LibraryEntry, most: number): LibraryEntry[] {
  return most === 1 ? [picture] : [...without(chosen, picture), picture].slice(0, most)
}
