import type { JSONContent } from "@tiptap/core"
import type { EditorKind } from "@/components/editor/kind"

/** What somebody typed and did not save, as this browser keeps it. */
export type KeptText = { at: number; version: number; fields: Record<string, string>; body: JSONContent }

/** Whose text it is, and of what. */
export type TextOwner = { staffId: number; noun: EditorKind["noun"] }

/** One place for each person, story or page, and tab, so that none of them writes over another's text. */
export function keptTextKey({ staffId, noun }: TextOwner, storyId: number | null, tab = ""): string {
  return `masthead:${noun}:${staffId}:${storyId ?? "new"}:${tab}`
}

/** The keys of the texts that tabs kept of this story and no open one is still writing, the newest first. */
export async function listKept(owner: TextOwner, storyId: number | null): Promise<string[]> {
  const ofStory = keptTextKey(owner, storyId)
  const open = await openTabs()
  return storedKeys()
    .filter((key) => key.startsWith(ofStory) && !open.has(tabOf(key)))
    .sort((a, b) => keptAt(b) - keptAt(a))
}

/** The tab that kept a text. */
export function tabOf(key: string): string {
  return key.slice(key.lastIndexOf(":") + 1)
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

/**
 * How a browser took a text that it was to keep. `kept-instead`: its storage was full, and older text of the same person was
 * removed for the newest; `full`: even that made too little room; `off`: it keeps nothing.
 */
export type Keeping = "kept" | "kept-instead" | "full" | "off"

/** Keeps the text in this browser, over the person's older texts where there is no room for all. */
export function keepText(key: string, text: KeptText): Keeping {
  const json = JSON.stringify(text)
  let kept = store(key, json)
  if (kept !== "full") return kept
  const removed: [string, string][] = []
  for (const older of olderTexts(key)) {
    removed.push([older, localStorage.getItem(older) ?? ""])
    forgetText(older)
    kept = store(key, json)
    if (kept !== "full") return "kept-instead"
  }
  // Nothing was won by removing them.
  for (const [older, text] of removed) store(older, text)
  return "full"
}

function store(key: string, json: string): Keeping {
  try {
    localStorage.setItem(key, json)
    return "kept"
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "off"
  }
}

/** The same person's other texts, the oldest first. One that an open tab still has is kept anew with its next change. */
function olderTexts(key: string): string[] {
  const [, , staffId] = key.split(":")
  const theirs = new RegExp(`^masthead:(story|page):${staffId}:`)
  return storedKeys()
    .filter((other) => other !== key && theirs.test(other))
    .sort((a, b) => keptAt(a) - keptAt(b))
}

function keptAt(key: string): number {
  return readText(key)?.at ?? 0
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
