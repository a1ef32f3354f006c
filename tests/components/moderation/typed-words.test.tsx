import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { TypedWords } from "@/components/moderation/typed-words"

/** What is shown at once, and what a press shows. */
function shown(text: string): { first: string; rest: string | undefined; press: string | undefined } {
  const html = renderToStaticMarkup(<TypedWords text={text} faded={false} />)
  const [first = "", rest] = [...html.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, words]) => words)
  return { first, rest, press: /<summary[^>]*>(.*?)<\/summary>/.exec(html)?.[1] }
}

test("a comment of two hundred short lines takes the room of a few, and a press shows the others", () => {
  const lines = Array.from({ length: 200 }, (_, n) => `Line ${n}`)
  const { first, rest, press } = shown(lines.join("\n"))
  expect(first.split("\n")).toEqual(lines.slice(0, 24))
  expect(rest?.split("\n")).toEqual(lines.slice(24))
  expect(press).toMatch(/^Show the other \d+ characters$/)
})

test("so does one of empty lines, and one of letters without a break", () => {
  expect(shown("\n".repeat(3000)).first.length).toBeLessThan(30)
  const { first, rest } = shown("W".repeat(10_000))
  expect([first.length, rest?.length]).toEqual([1200, 8800])
})

test.each([
  ["1500 characters", "word ".repeat(300)],
  ["30 lines", "word\n".repeat(29)],
])("a comment of %s is shown whole: a little more is not worth a press", (_, text) => {
  expect(shown(text)).toEqual({ first: text, rest: undefined, press: undefined })
})
