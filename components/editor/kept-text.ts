import type { JSONContent } from "@tiptap/core"

/** What somebody typed and did not save, as this browser keeps it. */
export type KeptText = { at: number; version: number; fields: Record<string, string>; body: JSONContent }

/** One place for each person, story and tab, so that none of them writes over another's text. */
export function keptTextKey(staffId: number, storyId: number | null, tab = ""): string {
  return `masthead:story:${staffId}:${storyId ?? "new"}:${tab}`
}

/** The keys of the texts that tabs kept of this story and no open one is still writing, the newest first. */
export async function listKept(staffId: number, storyId: number | null): Promise<string[]> {
  const prefix = keptTextKey(staffId, storyId)
  const open = await openTabs()
  const at = (key: string) => readText(key)?.at ?? 0
  return storedKeys()
    .filter((key) => key.startsWith(prefix) && !open.has(key.slice(prefix.length)))
    .sort((a, b) => at(b) - at(a))
}

/** Names this tab, and says that it is open until it is closed. */
export function openTab(): string {
  const tab = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
  void navigator.locks?.request(`${tabLock}${tab}`, () => new Promise(() => {})).catch(() => {})
  return tab
}

const tabLock = "masthead:tab:"

/** Without a secure address a browser has no locks, and every text counts as left behind. */
async function openTabs(): Promise<Set<string>> {
  const locks = await navigator.locks?.query().catch(() => null)
  return new Set(locks?.held?.map(({ name = "" }) => name.slice(tabLock.length)))
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
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
