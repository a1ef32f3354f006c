import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { commentFingerprint } from "@/lib/comments/fingerprint"
import { fold } from "@/lib/text/fold"
import { normalise } from "@/lib/text/normalise"
import { cleanLine, cleanText } from "@/lib/text/typed-text"
import { countWork } from "@/tests/support/count-work"
import { hostilePieces, hostileText } from "@/tests/support/hostile-payloads"
import { runs } from "@/tests/support/runs"

const root = path.join(import.meta.dirname, "../../..")

test("no text is normalised before its runs of marks are cut", () => {
  const listed = execFileSync("git", ["ls-files", "app", "components", "lib", "server"], {
    cwd: root,
    encoding: "utf8",
  })
  const direct = listed
    .split("\n")
    .filter((file) => /\.tsx?$/.test(file) && fs.existsSync(path.join(root, file)))
    .filter((file) => /\.normalize\(["']/.test(fs.readFileSync(path.join(root, file), "utf8")))
  // A password is kept whole, and is short.
  expect(direct).toEqual(["lib/auth/password.ts"])
})

test("every character that normalising turns into marks counts as one", () => {
  const missed: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const letter = String.fromCodePoint(code)
    if (!/^\p{M}/u.test(letter.normalize("NFKD"))) continue
    for (const form of ["NFC", "NFKC", "NFKD"] as const) {
      if (/\p{M}{31}/u.test(normalise(letter.repeat(100), form))) missed.push(code.toString(16))
    }
  }
  expect(missed).toEqual([])
})

const ordinary = {
  Arabic: "مرحبًا بكم في حديقتنا، يُرجى القراءة",
  Bengali: "আমাদের পাড়ার কাগজ",
  Chinese: "鄰里的報紙，葛城",
  Devanagari: "हमारे मोहल्ले का अख़बार क्षत्रिय",
  English: "The van that stopped coming — “really”?",
  Ethiopic: "የሰፈራችን ጋዜጣ",
  Georgian: "ჩვენი უბნის გაზეთი",
  Greek: "Ἡ ἐφημερὶς τῆς γειτονιᾶς ᾧ",
  Hebrew: "שָׁלוֹם לְכֻלָּם",
  Japanese: "ﾊﾞｽは来ない。ガギグゲゴ",
  Khmer: "កាសែតសង្កាត់របស់យើង",
  Korean: "우리 동네 신문",
  Myanmar: "ကျွန်ုပ်တို့ရပ်ကွက်သတင်းစာ",
  Polish: "Łódź, Źrebię, żółć",
  Russian: "Ёлка у нашего дома й",
  Sinhala: "අපේ ශ්‍රී ලංකාව",
  Tamil: "எங்கள் ஊர் செய்தித்தாள் கொ",
  Thai: "ที่นี่มีน้ำใส",
  Tibetan: "བོད་སྐད་ཀྱི་ཚགས་པར།",
  Vietnamese: "Tiếng Việt có dấu ở trên và dưới: ặ ệ ộ",
  Yoruba: "Ẹ̀kọ́ ọjọ́",
}

describe("a text in any script is kept as it was typed, composed", () => {
  test.each(Object.entries(ordinary))("%s", (_, text) => {
    expect(cleanText(text)).toBe(text.normalize("NFC"))
    expect(cleanText(text.normalize("NFD"))).toBe(text.normalize("NFC"))
    expect(fold(text)).toBe(text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase())
  })
})

const pieces = fc.constantFrom(
  ...Object.values(hostilePieces).flatMap((piece) => [...piece]),
  ...["\u0301", "\u0345", "\u0344", "\u094D", "\u0610", "\u302E", "\u{1D15E}", "\u0F73", "\u0958"],
  ...["\u200C", "\u200E", "\u200F", "ا", "क", "ᄀ", "ᅡ", "ᆨ", "e", "❤", "\u{E007F}", "\u2028", "\u00AD"],
)

const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
  // Long runs, between which something may be taken out.
  fc
    .array(fc.tuple(pieces, fc.constantFrom(1, 2, 3, 5, 29, 31, 40)), { maxLength: 8 })
    .map((runs) => runs.map(([piece, times]) => piece.repeat(times)).join("")),
)

test("cleaning a text twice changes nothing more, at most three times its bytes, and leaves no run of more than 30 marks", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = cleanText(text)
      expect(cleanText(once)).toBe(once)
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
      expect(once.normalize("NFC")).toBe(once)
      expect(once).not.toMatch(/\p{M}{31}/u)
      expect(Buffer.byteLength(once)).toBeLessThanOrEqual(mostGrown(text))
    }),
    { numRuns: runs(3000) },
  )
})

/** A few signs come apart for good, into three times their bytes at most (UAX #15). */
function mostGrown(text: string): number {
  return 3 * Buffer.byteLength(text.toWellFormed())
}

test("a comment of nothing but marks is put in order thirty at a time, wherever it is compared", async () => {
  for (const piece of Object.values(hostilePieces)) {
    const text = hostileText(piece, 60_000)
    const words = { emailHash: Buffer.alloc(32), name: text, body: text }
    const work = await countWork(async () => [cleanText(text), fold(text), commentFingerprint(words)])
    expect(work.marksInARow).toBeLessThanOrEqual(30)
  }
})
