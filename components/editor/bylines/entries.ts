import { type BylinePart, bylineParts, partWords } from "@/lib/posts/bylines"

/** A byline of the story on the page; `id` is null of a writer without a profile who names themself. */
export type Entry = { id: number | null; name: string; part: BylinePart }

/** The entries as the form carries them, names and all; what is no such list counts as empty. */
export function readEntries(json: string): Entry[] {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.filter(isEntry) : []
  } catch {
    return []
  }
}

export function writeEntries(entries: readonly Entry[]): string {
  return JSON.stringify(entries)
}

/** Names a row on the page, also while its part changes or others move: the author, and which of their rows it is. */
export function rowKey(entries: readonly Entry[], at: number): string {
  const id = entries[at]?.id ?? null
  return `${id ?? "self"} ${entries.slice(0, at).filter((entry) => entry.id === id).length}`
}

/** One place up (-1) or down (1); the same list at its end. */
export function movedEntry(entries: readonly Entry[], at: number, by: -1 | 1): Entry[] {
  const entry = entries[at]
  if (!entry || at + by < 0 || at + by >= entries.length) return [...entries]
  return entries.toSpliced(at, 1).toSpliced(at + by, 0, entry)
}

/** With somebody more, for the first part that they do not have yet, and what is said of it; null where they have each. */
export function added(
  entries: readonly Entry[],
  { id, name }: Pick<Entry, "id" | "name">,
): { entries: Entry[]; said: string } | null {
  const held = entries.filter((entry) => entry.id === id).map(({ part }) => part)
  const part = bylineParts.find((one) => !held.includes(one))
  if (!part) return null
  const said =
    held.length === 0
      ? `${name} added`
      : `${name} is named already, now also for ${partWords[part].label.toLowerCase()}`
  return { entries: [...entries, { id, name, part }], said }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false
  const { id, name, part } = value as Partial<Entry>
  const parts: readonly unknown[] = bylineParts
  return (id === null || typeof id === "number") && typeof name === "string" && parts.includes(part)
}
