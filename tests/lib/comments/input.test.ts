import { describe, expect, test } from "vitest"
import { limits, parseComment, parseReport } from "@/lib/comments/input"
import { cleanLine, cleanText } from "@/lib/text/typed-text"

const good = { comment: "Well said.", name: "Ada", email: "ada@example.org", website: "", story: "a-story" }

function parse(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...good, ...fields })) form.append(name, value)
  return parseComment(form)
}

function errorsOf(fields: Record<string, string>) {
  const parsed = parse(fields)
  return parsed.ok ? {} : parsed.errors
}

function valuesOf(fields: Record<string, string>) {
  const parsed = parse(fields)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

describe("a reader may write as much as the form says, and not one more", () => {
  test.each([
    ["name", "n".repeat(limits.name)],
    ["name", "🙂".repeat(limits.name)],
    ["email", `${"e".repeat(limits.email - 12)}@example.org`.slice(-limits.email)],
    ["website", `https://example.org/${"w".repeat(limits.website - 20)}`],
    ["comment", "c".repeat(limits.bodyBytes)],
    ["comment", "é".repeat(Math.floor(limits.bodyBytes / 2))],
  ])("%s at its limit", (field, text) => {
    const long = field === "email" ? `${"e".repeat(60)}@${"d".repeat(27)}.example.org` : text
    expect(errorsOf({ [field]: long })).toEqual({})
    if (field === "email") expect(long).toHaveLength(limits.email)
    const more = field === "email" ? `e${long}` : field === "comment" ? `${long}cc` : `${long}w`
    expect(Object.keys(errorsOf({ [field]: more }))).toEqual([field])
  })
})

test("an empty form says what is missing beside each field", () => {
  expect(errorsOf({ comment: " \n\t", name: "\u200B\u3164", email: "" })).toEqual({
    comment: "Write your comment.",
    name: "Write your name.",
    email: "Write your email address.",
  })
})

test("fields that are missing altogether are answered like empty ones", () => {
  expect(parseComment(new FormData())).toMatchObject({
    ok: false,
    errors: { comment: "Write your comment." },
  })
})

describe("a website is a web address", () => {
  test.each([
    ["example.org", "https://example.org"],
    ["example.org:8080/a", "https://example.org:8080/a"],
    ["//example.org/a", "https://example.org/a"],
    ["HTTP://example.org", "HTTP://example.org"],
    ["  https://example.org/?a=b#c ", "https://example.org/?a=b#c"],
    ["https://bücher.example", "https://bücher.example"],
    ["", ""],
  ])("%s", (typed, kept) => expect(valuesOf({ website: typed }).website).toBe(kept))

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://example.org",
    "mailto:a@example.org",
    "blob:https://example.org/1",
    "https:example.org",
    "https:/example.org",
    "https://example",
    "https://",
    "https://user:pass@example.org",
    "https://bank.example@evil.example",
    "https:\\\\example.org",
    "https://example.org\\@evil.example",
    "https://exa mple.org",
    "http://[::1",
  ])("%s is refused", (typed) => expect(Object.keys(errorsOf({ website: typed }))).toEqual(["website"]))
})

describe("what is kept is what was typed, made harmless", () => {
  test("lines end one way, and the edges are trimmed", () => {
    expect(valuesOf({ comment: "\r\n one\r\ntwo\rthree \u2028four\n" }).comment).toBe(
      "one\ntwo\nthree \nfour",
    )
  })

  test.each([
    ["\n    indented four", "    indented four"],
    ["\r\n\r\n\tindented", "\tindented"],
    ["  two\n    four", "  two\n    four"],
    ["  \n \n  after blank lines  \n\n", "  after blank lines"],
    [" one blank that slipped in", "one blank that slipped in"],
  ])("%j keeps its indentation", (typed, kept) => expect(valuesOf({ comment: typed }).comment).toBe(kept))

  test("characters that reorder or hide text are taken out", () => {
    expect(cleanText("a\u202Eb\u2066c\u2069d\u200Be\u00ADf\uFEFFg\0h\x1Bi\u{E0041}j\uD800k")).toBe(
      "abcdefghijk",
    )
    expect(cleanLine("Ada\u200F\u200E \n\t Brook")).toBe("Ada Brook")
  })

  test("text that needs invisible letters keeps them", () => {
    for (const text of [
      "👩‍👩‍👧‍👦",
      "👍🏽",
      "❤️",
      "می‌خواهم",
      "क्‍ष",
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
      "1️⃣",
    ]) {
      expect(cleanText(text)).toBe(text.normalize("NFC"))
    }
  })

  test("towers of marks are cut at thirty, words in any script are not", () => {
    expect(cleanText(`Z${"\u0321\u0334\u0351".repeat(30)}algo`)).toHaveLength(1 + 30 + 4)
    for (const marks of [
      "\u0301\u0302\u0303\u0304\u0306",
      "\u05B0\u05B1\u05B2\u05B3\u05B4\u05C1",
      "\u0323".repeat(7),
      "\u20DD".repeat(29),
    ])
      expect(cleanText(`x${marks}y`).normalize("NFD")).toBe(`x${marks}y`.normalize("NFD"))
    for (const word of ["Việt Nam", "Zürich", "שָׁלוֹם", "ที่นี่", "हिन्दी", "Łódź"])
      expect(cleanText(word)).toBe(word.normalize("NFC"))
  })

  test("selectors and direction marks carry no hidden text", () => {
    const selectors = ["\uFE00", "\uFE0F", "\u{E0100}", "\u{E01EF}"]
    expect(cleanText(`❤\uFE0F${selectors.join("").repeat(100)}!`)).toBe("❤\uFE0F!")
    expect(cleanText(`❤${"\uFE0F\u200D".repeat(100)}!`).length).toBeLessThan(6)
    expect(cleanText(`a ${selectors.join("\u200E")} b`)).toBe("a \u200E b")
    expect(cleanText(`one${"\u200E\u200F".repeat(100)}two`)).toBe("one\u200Etwo")
    // A Chinese name in the form its bearer writes, and a Mongolian one.
    for (const name of ["葛\u{E0101}城", "ᠮᠣᠩᠭᠣᠯ\u180B"]) expect(cleanLine(name)).toBe(name)
  })

  test.each([
    ["marks only", "\u0301\u0302\u0489"],
    ["selectors only", "\uFE0F\uFE0E"],
    ["direction marks only", "\u200E\u200F\u061C"],
    ["tags only", "\u{E0041}\u{E0042}\u{E007F}"],
    ["fillers only", "\u3164\u115F\uFFA0\u2800"],
    ["joiners only", "\u200D\u200C"],
  ])("a name of %s is no name", (_, typed) =>
    expect(Object.keys(errorsOf({ name: typed }))).toContain("name"),
  )
})

test("what a reply answers is a number or nothing", () => {
  expect(valuesOf({ replyTo: "12" }).replyTo).toBe(12)
  expect(valuesOf({ replyTo: "" }).replyTo).toBeNull()
  for (const replyTo of ["1abc", "-1", "0", "1e3", "99999999999999999999"])
    expect(parse({ replyTo }).ok).toBe(false)
})

test("a report needs one of the reasons on its form", () => {
  const form = new FormData()
  form.append("commentId", "3")
  form.append("reason", "boring")
  expect(parseReport(form)).toEqual({
    ok: false,
    errors: { reason: "Choose what is wrong with this comment." },
  })
})
