import { setImmediate as turn } from "node:timers/promises"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { afterEach, expect, test, vi } from "vitest"
import { PagePiece } from "@/components/ui/piece"
import { keepPiece, withPieces } from "@/lib/page-pieces"
import { html } from "@/lib/text/html"

afterEach(() => vi.unstubAllEnvs())

/** Two passes with other work between them, as Next does them. */
async function page(words: string, whenDone: (forget: () => void) => void = () => {}) {
  return withPieces(whenDone, async () => {
    await turn()
    const name = keepPiece(html`<p>${words}</p>`)
    await turn()
    return renderToStaticMarkup(createElement(PagePiece, { name: String(name), className: "thread" }))
  })
}

test("pages that are rendered at once never show each other's pieces", async () => {
  vi.stubEnv("NODE_ENV", "production")
  const stories = Array.from({ length: 50 }, (_, n) => `What was said under story ${n}`)
  expect(await Promise.all(stories.map((words) => page(words)))).toEqual(
    stories.map((words) => `<div class="thread"><p>${words}</p></div>`),
  )
})

test("a piece that is not there is an error and never an empty place", async () => {
  expect(() => renderToStaticMarkup(createElement(PagePiece, { name: "0", className: "" }))).toThrow(
    "piece 0",
  )
})

test("nothing is kept where pages run scripts, nor outside of a page", () => {
  expect(keepPiece(html``)).toBeNull()
  expect(
    withPieces(
      () => {},
      () => keepPiece(html``),
    ),
  ).toBeNull()
})
