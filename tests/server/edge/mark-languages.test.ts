import { expect, test, vi } from "vitest"
import { markLanguages } from "../../../server/edge/mark-languages.ts"

const page = (language: string, body: string) =>
  `<!DOCTYPE html><html lang="${language}" dir="auto"><head><title>x</title></head>${body}</html>`

test("a page of an English publication stays as it is", () => {
  for (const language of ["en", "en-GB"]) {
    const html = page(language, '<body><h1 dir="auto">مرحبا</h1><bdi>x</bdi></body>')
    expect(markLanguages(html)).toBe(html)
  }
})

test("in a publication in German the interface is English, and what people wrote is German", () => {
  expect(
    markLanguages(
      page(
        "de",
        '<body><p>By <bdi>Ada</bdi>, <time dateTime="x">3. Mai</time></p><p dir="auto">Hallo</p></body>',
      ),
    ),
  ).toBe(
    page(
      "de",
      '<body lang="en"><p>By <bdi lang="de">Ada</bdi>, <time lang="de" dateTime="x">3. Mai</time></p><p lang="de" dir="auto">Hallo</p></body>',
    ),
  )
})

test("in a publication in Arabic, words in Latin letters are heard as English", () => {
  for (const [words, language] of [
    ["مرحبا", "ar"],
    ['&quot;12&quot; <b class="a">مرحبا</b>', "ar"],
    ["«Thank you»", "en"],
    ["&#x27;Émile", "en"],
    ["Привет", "ar"],
    ["12", "ar"],
  ])
    expect(markLanguages(page("ar", `<body><p dir="auto">${words}</p></body>`))).toContain(
      `<p lang="${language}" dir="auto">`,
    )
})

test("dates and what is typed are in the publication's language, whatever stands behind them", () => {
  const typed = '<input name="x" dir="auto"/><textarea dir="auto"></textarea>Name<time>12:30</time> Report'
  expect(markLanguages(page("he", `<body>${typed}</body>`))).toContain(
    '<input lang="he" name="x" dir="auto"/><textarea lang="he" dir="auto"></textarea>Name<time lang="he">12:30</time> Report',
  )
})

test("what has no words of its own does not take its language from what stands behind it", () => {
  for (const empty of ['<a dir="auto"><img alt="شعار"/></a>', '<p dir="auto">12</p>', "<bdi></bdi>"])
    expect(markLanguages(page("ar", `<body>${empty}<p>Menu</p></body>`))).toContain('lang="ar"')
})

test("thousands of paragraphs without a letter are each read once", () => {
  const html = page("ar", `<body>${'<p dir="auto">1</p>'.repeat(20_000)}</body>`)
  const exec = vi.spyOn(RegExp.prototype, "exec")
  markLanguages(html)
  // The search for the tags themselves is one search, though it is asked again for each.
  const read = exec.mock.calls.filter((_, at) => !(exec.mock.contexts[at] as RegExp | undefined)?.global)
  exec.mockRestore()
  expect(read.length).toBeGreaterThan(20_000)
  expect(read.reduce((sum, [text]) => sum + text.length, 0)).toBeLessThan(3 * html.length)
})

test("what names its language keeps it, and what is no tag is left alone", () => {
  const body = '<body lang="fr"><a dir="auto" lang="en">x</a><p>&lt;bdi&gt; dir="auto"</p></body>'
  expect(markLanguages(page("ar", body))).toBe(page("ar", body))
})
