import { storable } from "@/lib/text/storable"

/** Where a page of the desk's list ends: what its last story is sorted by, as text, and its number. */
export type StoryCursor = { key: string; id: number }

/** As `writeStoryCursor` wrote it of a list that is sorted by a moment, in microseconds, or by title; else undefined. */
export function readStoryCursor(text: string, by: "moment" | "title"): StoryCursor | undefined {
  const [, key, id] = /^(.*)-(\d{1,15})$/su.exec(text) ?? []
  if (key === undefined || key.length > longestTitle || storable(key) !== key) return undefined
  const isMoment = /^-?\d{1,16}$/.test(key) && Number.isSafeInteger(Number(key))
  return by === "title" || isMoment ? { key, id: Number(id) } : undefined
}

export function writeStoryCursor({ key, id }: StoryCursor): string {
  return `${key}-${id}`
}

/** Of 60 characters, some of which are two in small letters. */
const longestTitle = 120
