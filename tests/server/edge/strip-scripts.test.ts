import fc from "fast-check"
import { Parser } from "htmlparser2"
import { describe, expect, test } from "vitest"
import { runs } from "@/tests/support/runs"
import { parseScripts } from "../../../server/edge/parse-scripts.ts"
import { scanScripts } from "../../../server/edge/scan-scripts.ts"
import { stripScripts } from "../../../server/edge/strip-scripts.ts"
import { countLetters } from "../../support/count-letters.ts"

describe("a reader's page", () => {
  test("carries no script, inline, external, module or upper case", () => {
    const page =
      '<p>a</p><script>x()</script><script src="/a.js" async=""></script><script type="module">y</script><SCRIPT>z</SCRIPT><p>b</p>'
    expect(stripScripts(page)).toBe("<p>a</p><p>b</p>")
  })

  test("keeps what search engines read, as it was written", () => {
    const data = '<script type="application/ld+json">{"a":"\\u003c/script> <!-- x -->"}</script>'
    expect(stripScripts(`<head>${data}<script>self.__next_f=[]</script></head>`)).toBe(`<head>${data}</head>`)
  })

  test("loses a script up to its real end, whatever its strings say", () => {
    expect(stripScripts('<script>var a = "<\\/script><b>"; // <!-- </script>b')).toBe("b")
    expect(stripScripts('a<script>var a = "</script>b')).toBe("ab")
    expect(stripScripts("a<script>never closed")).toBe("a")
  })

  test("waits for no script and fetches none ahead", () => {
    const links =
      '<link rel="preload" as="script" href="/a.js"/><link rel="modulepreload" href="/b.js"/><link rel="expect" href="#r" blocking="render"/>'
    const kept = '<link rel="stylesheet" href="/a.css"/><link rel="preload" as="font" href="/f.woff2"/>'
    expect(stripScripts(links + kept)).toBe(kept)
  })

  test("shows no trace of the framework's markers", () => {
    expect(stripScripts("<!DOCTYPE html><!--BuIlD--><p>a<!-- -->b<!--$-->c<!--/$--></p>")).toBe(
      "<!DOCTYPE html><p>abc</p>",
    )
    expect(stripScripts('<main>x</main><div hidden=""><!--$--><!--/$--></div>')).toBe("<main>x</main>")
  })

  test("keeps a hidden field that a person's screen reader must skip", () => {
    const trap = '<div hidden=""><label>Leave this empty<input name="leftEmpty"/></label></div>'
    expect(stripScripts(trap)).toBe(trap)
  })

  test("has forms that work and that a checker accepts", () => {
    expect(
      stripScripts(
        '<form action="" encType="multipart/form-data" method="POST"><input type="hidden" name="$ACTION_ID_40ab"/><button formAction="" name="x">Go</button></form>',
      ),
    ).toBe(
      '<form encType="multipart/form-data" method="POST"><input type="hidden" name="$ACTION_ID_40ab"/><button name="x">Go</button></form>',
    )
  })

  test("keeps what people wrote about scripts", () => {
    const words =
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;!-- no --&gt;</p><textarea name="a">\n<script>x</script> <!-- y --></textarea>'
    expect(stripScripts(words)).toBe(words)
  })

  test("keeps odd attributes byte for byte", () => {
    const odd = `<p title='a > b' data-x="<script>" DIR=auto>é 𝄞 &nbsp;</p><input value="&quot; action=&quot;&quot;"/>`
    expect(stripScripts(odd)).toBe(odd)
  })

  test("has no script left, whatever is thrown at it", () => {
    const piece = fc.constantFrom(
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "<p>",
      "</p>",
      '"',
      "'",
      "<",
      ">",
      "=",
      "a",
      " ",
      "<textarea>",
      "</textarea>",
      '<script type="application/ld+json">',
      "<title>",
      "</title>",
      "<div hidden=''>",
      "</div>",
      "<SCRIPT/x>",
      "<svg>",
      "<style>",
      "</style>",
      "script>",
      "<!-- -->",
      '<p title="',
      " =",
      "/",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const out = stripScripts(pieces.join(""))
        expect(scriptsIn(out)).toBe(0)
      }),
      { numRuns: runs(2000) },
    )
  })

  test("as React writes it is walked through by the scanner, to the letter of what the parser makes of it", () => {
    const text = fc.constantFrom("a", " ", "&lt;", "&quot;", "'", "é", "=", "/", "-->", "]")
    const words = fc.array(text, { maxLength: 6 }).map((letters) => letters.join(""))
    const value = words.map((letters) => letters.replaceAll("-->", "").replaceAll("&lt;", ""))
    const piece = fc.oneof(
      words,
      value.map((letters) => `<p dir="auto" title="${letters}">`),
      value.map((letters) => `<input type="hidden" value="${letters}" disabled/>`),
      value.map((letters) => `<form action="" class="${letters}" encType="multipart/form-data"></form>`),
      value.map((letters) => `<script async="" title="${letters}">a < b && "<p>"</script>`),
      value.map((letters) => `<textarea name="a">${letters}<script>x</script> <!-- y --></textarea>`),
      fc.constantFrom(
        "</p>",
        "<!-- -->",
        "<!--$-->",
        '<div hidden=""></div>',
        '<div hidden=""><!--$--><!--/$--></div>',
        '<div hidden=""><b>a</b></div>',
        "<title>x <b></title>",
        "<style>a > b{}</style>",
        '<link rel="preload" as="script" href="/a.js"/>',
        '<link rel="stylesheet" href="/a.css"/>',
        '<script type="application/ld+json">{"a":"\\u003c/p>"}</script>',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const page = `<!DOCTYPE html>${pieces.join("")}`
        expect(scanScripts(page)).toBe(parseScripts(page))
      }),
      { numRuns: runs(2000) },
    )
  })

  test.each([
    "<P>",
    "<p title='a'>",
    "<p title=a>",
    '<p title="a"b>',
    '<p ="a>">',
    '<p title="a',
    "a < b",
    "</p x>",
    "<svg>",
    "<noscript>",
    "<!x>",
    "<!-->",
    "<!-- --!> -->",
    "<textarea>",
    "<script><!-- <script> --></script>",
    "<title></TITLE>",
  ])("written as %s is nothing for the scanner", (piece) => {
    expect(scanScripts(`<p>a</p>${piece}<p>b</p>`)).toBeNull()
  })

  test.each([
    "<!--",
    "<!-- -->",
    "<script>",
    "<script",
    "</script>",
    "<div hidden=''>",
    '<div hidden=""><!--$-->',
    "<textarea>",
    "<textarea></textarea",
    "<title>",
    "<style>",
    '<script type="application/ld+json">',
    "<form action='",
    '<input value="',
    "<p>words &lt;",
    "<",
    "< ",
  ])("of %s, again and again, costs four times as much where it is four times as long", (piece) => {
    const cost = (times: number) => countLetters(() => stripScripts(piece.repeat(times)))
    expect(cost(8000)).toBeLessThan(5 * cost(2000))
  })
})

function scriptsIn(html: string): number {
  let found = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "script" && attributes.type !== "application/ld+json") found++
    },
  })
  parser.end(html)
  return found
}
