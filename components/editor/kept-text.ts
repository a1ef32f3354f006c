import type { JSONContent } from "@tiptap/core"

/** What somebody typed and did not save, as this browser keeps it. */
export type KeptText = { at: number; version: number; fields: Record<string, string>; body: JSONContent }

/** One place for each person and story, so that a shared computer mixes up neither. */
export function keptTextKey(staffId: number, storyId: number | null): string {
  return `masthead:story:${staffId}:${storyId ?? "new"}`
}

/** Keeps the text in this browser; false when there is no room for it or the browser keeps nothing. */
export function keepText(key: string, text: KeptText): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(text))
    return true
  } catch {
    return false
  }
}

export function forgetText(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** What was kept, or null; anything that is not in our form counts as nothing. */
export function readText(key: string): KeptText | null {
  try {
    const text: unknown = JSON.parse(localStorage.getItem(key) ?? "null")
    return isKeptText(text) ? text : null
  } catch {
    return null
  }
}

function isKeptText(value: unknown): value is KeptText {
  if (typeof value !== "object" || value === null) return false
  const { at, version, fields, body } = value as Partial<KeptText>
  const texts = typeof fields === "object" && fields !== null ? Object.values(fields) : [null]
  return (
    typeof at === "number" &&
    typeof version === "number" &&
    texts.every((text) => typeof text === "string") &&
    typeof body === "object" &&
    body?.type === "doc"
  )
}
