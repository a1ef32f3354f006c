import { LinkifyIt } from "linkify-it"
import { expect, test, vi } from "vitest"
import { countLinks, linkSegments } from "@/lib/text/links"

const hrefs = (text: string) => linkSegments(text).flatMap(({ href }) => href ?? [])

test.each([
  ["詳細はhttps://example.org/x", ["https://example.org/x"]],
  ["شاهدhttps://example.org/x", ["https://example.org/x"]],
  ["ดูที่https://example.org/x ครับ", ["https://example.org/x"]],
  ["見てhttp://a.example/、次はhttps://b.example/", ["http://a.example/", "https://b.example/"]],
  ["caféhttps://example.org/x", ["https://example.org/x"]],
  ["xhttps://example.org/x", []],
  ["https://example.org/a?u=https://b.example/", ["https://example.org/a?u=https://b.example/"]],
  ["https://a.example/とhttps://b.example/", ["https://a.example/", "https://b.example/"]],
  ["(https://example.org/a)", ["https://example.org/a"]],
  ["http://user:pw@example.org/", []],
  ["https://bank.example@evil.example/", []],
  ["see https://user@example.org/a, and https://example.org/", ["https://example.org/"]],
])("“%s” leads to %j and nowhere else", (text, found) => {
  expect(hrefs(text)).toEqual(found)
  expect(
    linkSegments(text)
      .map((segment) => segment.text)
      .join(""),
  ).toBe(text)
})

test("a text of nothing but beginnings of addresses is read a bounded number of times", () => {
  for (const piece of ["https://", "http://a@", "https://a.b/(", "あhttps://", "https://a.b/あ"]) {
    const finding = vi.spyOn(LinkifyIt.prototype, "matchAtStart")
    countLinks(piece.repeat(65_000 / piece.length))
    expect(finding.mock.calls.length, piece).toBeLessThanOrEqual(500)
    for (const [read] of finding.mock.calls) expect(read.length).toBeLessThanOrEqual(2048)
    finding.mockRestore()
  }
})

test.each([
  ["詳細はhttps://example.org/x", 1],
  ["https://example.org/a and again https://example.org/a#part", 1],
  ["https://example.org/a https://example.org/b", 2],
  ["https://ours.example/posts/a https://OURS.example/posts/b", 0],
  ["https://ours.example.evil.example/ https://ours.example/", 1],
  ["http://user:pw@spam.example/", 1],
  ["no address", 0],
])("“%s” counts as %i", (text, count) => expect(countLinks(text, "https://ours.example")).toBe(count))
