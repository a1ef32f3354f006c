import { expect, test } from "vitest"
import { readWordList } from "@/lib/comments/screening/word-list"

const found = (lines: string, ...texts: string[]) => readWordList(lines).find(texts)

test("a word is found whole, whatever its case and width", () => {
  for (const text of ["press", "The PRESS!", "ＰＲＥＳＳ"]) expect(found("press", text)).toBe("press")
  for (const text of ["WordPress", "pressing", "presses", "pres s"]) expect(found("press", text)).toBeNull()
})

test.each([
  ["t.me", "It wasn’t me"],
  ["c++", "vitamin C"],
  ["ano", "un año más"],
  ["cặc", "các bạn"],
  ["schwul", "schwül heute"],
  ["कर", "कौर"],
  ["press", "préss"],
  [".ru", "run to ru"],
  ["f***", "a g***"],
  ["a-b", "a b"],
  ["пёс", "пес"],
  ["כלב", "כַּלֵּב"],
  ["bad!", "bad?"],
])("the entry “%s” is not found in “%s”, another word", (entry, text) => {
  expect(found(entry, text)).toBeNull()
})

test.each([
  ["t.me", "see https://T.me/x"],
  ["c++", "I write C++, mostly"],
  ["año", "UN AN\u0303O"],
  ["schwül", "SCHWÜL!"],
  ["कर", "वह कर रहा"],
  ["don't", "I DON’T know"],
  [".ru", "site.ru/x"],
  ["ano", "ano"],
  ["e-mail", "an E‑Mail"],
  ["λόγος", "ΛΌΓΟΣ"],
  ["@everyone", "hi @Everyone!"],
])("the entry “%s” is found in “%s”", (entry, text) => {
  expect(found(entry, text)).toBe(entry)
})

test("a star stands for any letters, at either end and inside", () => {
  expect(found("*press*", "WordPressing")).toBe("*press*")
  expect(found("cas*no", "a CasSsino")).toBe("cas*no")
  expect(found("casino*", "occasino casinos")).toBe("casino*")
  expect(found("casino*", "occasino")).toBeNull()
})

test("a phrase is found across whatever stands between its words, and not across fields", () => {
  expect(found("click here", "Click -- HERE now")).toBe("click here")
  expect(found("click here", "click", "here")).toBeNull()
  expect(found("v.i.a.g.r.a", "V.I.A.G.R.A now")).toBe("v.i.a.g.r.a")
  expect(found("v.i.a.g.r.a", "v-i a.g_r a")).toBeNull()
})

test("the entry that is told is the one that was written, the first in the text", () => {
  expect(found("beta\nÁlpha ", "an álpha and a beta")).toBe("Álpha")
})

test("an empty line, a lone star and punctuation find nothing", () => {
  expect(found("\n \n*\n**\n...\n* *", "anything at all, * and ...")).toBeNull()
  expect(found("", "anything")).toBeNull()
})

test("other scripts have words too", () => {
  expect(found("казино", "Лучшее КАЗИНО!")).toBe("казино")
  expect(found("*赌博*", "网上赌博平台")).toBe("*赌博*")
  expect(found("كازينو", "أفضل كازينو هنا")).toBe("كازينو")
})

test("names that every object has are words like others", () => {
  expect(found("constructor\n__proto__", "well, toString")).toBeNull()
  expect(found("constructor", "a constructor")).toBe("constructor")
})

test("a long list meets a long text before anybody's patience ends", () => {
  const list = readWordList(Array.from({ length: 2000 }, (_, n) => `*a${n}*b*c*`).join("\n"))
  expect(list.find(["a".repeat(65_000), "ab ".repeat(20_000)])).toBeNull()
})
