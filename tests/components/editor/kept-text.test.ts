import { afterEach, expect, test, vi } from "vitest"
import { type KeptText, keepText, keptTextKey, readText } from "@/components/editor/kept-text"

afterEach(() => vi.unstubAllGlobals())

/** A browser's storage with room for so many letters. */
class Storage {
  [key: string]: unknown
  readonly #room: number

  constructor(room: number) {
    this.#room = room
  }

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null
  }

  setItem(key: string, text: string): void {
    const others = Object.keys(this).filter((other) => other !== key)
    const used = others.reduce((sum, other) => sum + String(this[other]).length, 0)
    if (used + text.length > this.#room) throw new DOMException("full", "QuotaExceededError")
    this[key] = text
  }

  removeItem(key: string): void {
    delete this[key]
  }
}

function text(at: number, length: number): KeptText {
  return { at, version: 1, fields: { title: "x".repeat(length) }, body: { type: "doc" } }
}

const ana = { staffId: 1, noun: "story" } as const
const ben = { staffId: 2, noun: "story" } as const

/** A storage of 900 letters that holds two older texts of Ana's, and one of Ben's. */
function nearlyFull(): { older: string[]; ofBen: string } {
  vi.stubGlobal("localStorage", new Storage(900))
  const [older, ofBen] = [[keptTextKey(ana, 7, "a"), keptTextKey(ana, 8, "b")], keptTextKey(ben, 7, "c")]
  for (const [n, key] of older.entries()) expect(keepText(key, text(n, 150))).toBe("kept")
  expect(keepText(ofBen, text(0, 150))).toBe("kept")
  return { older, ofBen }
}

test("where the browser has no room, the newest text takes the place of the person's oldest, and of nobody else's", () => {
  const { older, ofBen } = nearlyFull()
  expect(keepText(keptTextKey(ana, 9, "d"), text(9, 250))).toBe("kept-instead")
  expect(readText(keptTextKey(ana, 9, "d"))).toEqual(text(9, 250))
  expect(older.map(readText)).toEqual([null, text(1, 150)])
  expect(readText(ofBen)).toEqual(text(0, 150))
})

test("older texts stay kept where even all of their room would not hold the newest", () => {
  const { older, ofBen } = nearlyFull()
  expect(keepText(keptTextKey(ana, 9, "d"), text(9, 5000))).toBe("full")
  expect(older.map(readText)).toEqual([text(0, 150), text(1, 150)])
  expect(readText(ofBen)).toEqual(text(0, 150))
  expect(readText(keptTextKey(ana, 9, "d"))).toBeNull()
})

test("what an earlier try kept of the same story stays when its newer words find no room", () => {
  nearlyFull()
  expect(keepText(keptTextKey(ana, 7, "a"), text(9, 5000))).toBe("full")
  expect(readText(keptTextKey(ana, 7, "a"))).toEqual(text(0, 150))
})
