import { expect, test } from "vitest"
import { html } from "@/lib/text/html"

test("what is put into HTML stays text, in an element and in an attribute", () => {
  const typed = `"><script>alert('1')</script>&amp;`
  expect(String(html`<p title="${typed}">${typed}</p>`)).toBe(
    `<p title="&quot;&gt;&lt;script&gt;alert('1')&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert('1')&lt;/script&gt;&amp;amp;</p>`,
  )
})

test("pieces go into each other as they are, and numbers as they are written", () => {
  const items = ["a", "<b>"].map((text) => html`<li>${text}</li>`)
  expect(String(html`<ul id="n${7}">${items}</ul>${html``}`)).toBe(
    `<ul id="n7"><li>a</li><li>&lt;b&gt;</li></ul>`,
  )
})

test("nobody makes a piece of HTML out of a text", () => {
  const forged = { toString: () => "<script>alert(1)</script>" }
  // @ts-expect-error: the type is not to be had for an object that looks like one
  expect(() => String(html`<p>${forged}</p>`)).toThrow(TypeError)
  // @ts-expect-error: nor for a list of texts
  expect(() => String(html`<p>${["<script>"]}</p>`)).toThrow(TypeError)
})
