import { expect, test } from "vitest"
import { isLanguageChoice, languageChoices, proposedLanguage } from "@/lib/text/languages"

test.each([
  ["pt-BR,pt;q=0.9,en;q=0.8", "pt-BR"],
  ["PT-br", "pt-BR"],
  ["ar-MA, ar;q=0.9", "ar"],
  ["en;q=0.5, de;q=0.9", "de"],
  ["tlh, *;q=0.1", "en"],
  ["fr;q=0", "en"],
  ["", "en"],
  [`${"a".repeat(100_000)},de`, "en"],
])("a browser that accepts %j is proposed a language that can be chosen", (accepted, proposed) => {
  expect(proposedLanguage(accepted)).toBe(proposed)
  expect(isLanguageChoice(proposed)).toBe(true)
})

test("a language that was chosen is offered whatever it is, and each stands once", () => {
  const codes = languageChoices("tlh").map(({ code }) => code)
  expect(codes).toContain("tlh")
  expect(new Set(codes).size).toBe(codes.length)
})

test("no two languages have one name, and a chosen one of two is the one that stands there", () => {
  const names = languageChoices("kmr").map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const code of ["ku", "kmr"])
    expect(
      languageChoices(code).filter(({ name }) => name.includes("Kurdish") && !name.includes("Central")),
    ).toEqual([{ code, name: expect.stringMatching(/^Kurdî/) }])
})

test("Georgian is written in its small letters", () => {
  expect(languageChoices("en").find(({ code }) => code === "ka")?.name).toBe("ქართული – Georgian")
})
