import { expect, test } from "vitest"
import { keyOf } from "@/components/moderation/queue/key-of"

const press = (key: string, code: string, shiftKey = false) => keyOf({ key, code, shiftKey })

test("letters work with Caps Lock, and not with Shift", () => {
  expect(press("A", "KeyA")).toBe("a")
  expect(press("A", "KeyA", true)).toBe("A")
})

test.each([
  ["Russian", "ф", "KeyA", "a"],
  ["Russian, Caps Lock", "О", "KeyJ", "j"],
  ["Ukrainian", "і", "KeyS", "s"],
  ["Greek", "ξ", "KeyJ", "j"],
  ["Greek, final sigma", "ς", "KeyW", "w"],
  ["Hebrew", "ש", "KeyA", "a"],
  ["Arabic, two letters on one key", "لا", "KeyB", "b"],
  ["Arabic", "ظ", "Slash", "/"],
  ["Arabic digits", "١", "Digit1", "1"],
  ["Persian", "ش", "KeyA", "a"],
  ["Hindi", "ो", "KeyA", "a"],
  ["Thai", "ฟ", "KeyA", "a"],
  ["Korean", "ㅁ", "KeyA", "a"],
  ["Japanese, input method on", "Process", "KeyA", "a"],
])("on a keyboard that writes another script the place of the key counts: %s", (_, key, code, meant) => {
  expect(press(key, code)).toBe(meant)
})

test("the question mark of another script asks for the list of keys", () => {
  expect(press("؟", "Slash", true)).toBe("?")
})

test.each([
  ["AZERTY", "a", "KeyQ", "a"],
  ["AZERTY, where QWERTY has m", ",", "KeyM", ","],
  ["Dvorak, where QWERTY has e", ".", "KeyE", "."],
  ["Dvorak", "j", "KeyC", "j"],
  ["German, where QWERTY has the slash", "-", "Slash", "-"],
  ["AZERTY, digits without Shift", "&", "Digit1", "&"],
  ["Turkish F, where QWERTY has e", "ğ", "KeyE", "ğ"],
  ["Swedish", "å", "BracketLeft", "å"],
  ["anywhere", "Escape", "Escape", "Escape"],
])("on a keyboard that writes Latin letters the letter counts: %s", (_, key, code, meant) => {
  expect(press(key, code)).toBe(meant)
})
