import { type BylinePart, bylineParts } from "@/lib/posts/bylines"

/** A name over the story on the page; `id` is null of whoever writes it and has no profile yet. */
export type Entry = { id: number | null; name: string; part: BylinePart }

/** Somebody who can be added. */
export type KnownAuthor = { id: number; name: string; title: string }

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

/** Names a row on the page, also while its part changes or others move: the author, and the how manieth of their rows it is. */
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

/** With somebody more: for the first part that they do not have yet. */
export function added(entries: readonly Entry[], { id, name }: Pick<Entry, "id" | "name">): Entry[] {
  const held = entries.filter((entry) => entry.id === id).map(({ part }) => part)
  const part = bylineParts.find((one) => !held.includes(one))
  return part ? [...entries, { id, name, part }] : [...entries]
}

/** How somebody is called where others have the same name. */
export function authorLabel({ id, name, title }: KnownAuthor, known: readonly KnownAuthor[]): string {
  const isAlone = known.every((one) => one.id === id || one.name !== name)
  return isAlone ? name : `${name} (${title || `author ${id}`})`
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false
  const { id, name, part } = value as Partial<Entry>
  const parts: readonly unknown[] = bylineParts
  return (id === null || typeof id === "number") && typeof name === "string" && parts.includes(part)
}
