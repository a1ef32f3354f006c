import { Parser } from "htmlparser2"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, test } from "vitest"
import { CommentThread } from "@/components/comments/comment-thread"
import type { ThreadComment } from "@/lib/comments/thread/thread"
import { cleanLine, cleanText } from "@/lib/text/typed-text"

function comment(fields: Partial<ThreadComment> & { id: number }): ThreadComment {
  return {
    parentId: null,
    name: "Ada",
    website: "",
    body: "Well said.",
    createdAt: new Date("2026-05-10T08:05:00Z"),
    gone: null,
    mark: null,
    position: 1,
    root: { id: fields.id, position: 1 },
    answers: 0,
    elsewhere: null,
    ...fields,
  }
}

function render(rows: ThreadComment[]): string {
  return renderToStaticMarkup(
    <CommentThread
      rows={rows}
      slug="a-story"
      locale={{ language: "en", timeZone: "UTC" }}
      page="/posts/a-story"
    />,
  )
}

/** Every element with its attributes, and the text of each paragraph, as a browser would read them. */
function read(html: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = []
  const texts: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      elements.push({ name, attributes })
      if (name === "p") texts.push("")
    },
    ontext: (text) => {
      texts[texts.length - 1] += text
    },
  })
  parser.end(html)
  return { elements, texts }
}

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "</p></article><script>alert(1)</script>",
  "</textarea><script>alert(1)</script>",
  "<!--<script>-->alert(1)",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><x onclick=alert(1)>",
  '"><script>alert(1)</script>',
  "'><script>alert(1)</script>",
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  "` onclick=alert(1)",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<xmp><p title='</xmp><script>alert(1)</script>'>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<plaintext>rest",
  "<style>*{background:url(javascript:alert(1))}</style>",
  "<base href='https://evil.example/'>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "<form action=https://evil.example><input name=email>",
  "<a href='javascript:alert(1)'>here</a>",
  "<a href='java\tscript:alert(1)'>here</a>",
  "[here](javascript:alert(1))",
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "jav&#x09;ascript:alert(1)",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "https://example.org/<script>alert(1)</script>",
  'https://example.org/"onmouseover="alert(1)',
  "https://example.org/'onmouseover='alert(1)",
  "https://example.org/`onmouseover=alert(1)",
  "http://example.org\\@evil.example/",
  "https://example.org/%0d%0aSet-Cookie:a=b",
  "https://example.org/javascript:alert(1)",
  "HtTpS://example.org/&quot;&gt;<svg onload=alert(1)>",
  "https://",
  "http://<b>bold</b>.example.org",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&amp;lt;script&amp;gt;",
  "&#60;script&#62;",
  "%3Cscript%3Ealert(1)%3C/script%3E",
  "\\u003cscript\\u003ealert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  `$\{alert(1)}`,
  "<%= 7*7 %>",
  "__proto__",
  "<details open ontoggle=alert(1)>",
  "<marquee onstart=alert(1)>",
  "<template><script>alert(1)</script></template>",
  "<math href='javascript:alert(1)'>CLICK",
  "<a xlink:href='javascript:alert(1)'><rect/></a>",
  "\u202Egnp.exe\u202C https://example.org/\u202Egpj",
  "ﬁ＜script＞alert(1)＜/script＞",
  "<scr\0ipt>alert(1)</scr\0ipt>",
  "<<script>script>alert(1)<</script>/script>",
]

describe("whatever somebody types is text", () => {
  test.each(hostile)("%s", (typed) => {
    const body = cleanText(typed)
    const name = cleanLine(typed)
    const { elements, texts } = read(render([comment({ id: 1, body, name })]))
    expect(texts[0]).toBe(`${name} 10 May 2026, 08:05`)
    expect(texts[1]).toBe(body)
    const expected = new Set(["div", "ol", "li", "article", "p", "b", "a", "time"])
    for (const { name, attributes } of elements) {
      expect(expected).toContain(name)
      for (const attribute of Object.keys(attributes)) {
        expect(["class", "id", "dir", "href", "rel", "datetime"]).toContain(attribute)
      }
      if (name === "a") expect(attributes.href).toMatch(/^(#comment-1$|\/posts\/a-story\/|https?:\/\/)/i)
    }
  })
})

test("a commenter's own site and the addresses they write recommend nothing", () => {
  const { elements } = read(
    render([comment({ id: 1, website: "https://ada.example", body: "See https://example.org." })]),
  )
  const outside = elements.filter(({ attributes }) => attributes.href?.startsWith("http"))
  expect(outside.map(({ attributes }) => attributes)).toEqual([
    { href: "https://ada.example", rel: "nofollow ugc noopener" },
    { href: "https://example.org", rel: "nofollow ugc noopener" },
  ])
})

test("blank lines make paragraphs, single ones stay", () => {
  const { texts } = read(render([comment({ id: 1, body: "One\ntwo\n\n\nthree" })]))
  expect(texts.slice(1, 3)).toEqual(["One\ntwo", "three"])
})

test("the place of a removed comment says truthfully who removed it", () => {
  const html = render([
    comment({ id: 1, gone: "by-moderator", name: "", body: "" }),
    comment({ id: 2, parentId: 1 }),
    comment({ id: 3, gone: "by-author", name: "", body: "" }),
    comment({ id: 4, parentId: 3 }),
  ])
  expect(html).toContain('<p id="comment-1">This comment was removed by a moderator.</p>')
  expect(html).toContain('<p id="comment-3">This comment was deleted by its author.</p>')
  expect(html.match(/<article /g)).toHaveLength(2)
})

test("who speaks for the publication is told in words", () => {
  const { texts } = read(
    render([comment({ id: 1, mark: "staff" }), comment({ id: 2, mark: "author" }), comment({ id: 3 })]),
  )
  expect(texts.filter((text) => text.endsWith("08:05"))).toEqual([
    "Ada Staff 10 May 2026, 08:05",
    "Ada Author 10 May 2026, 08:05",
    "Ada 10 May 2026, 08:05",
  ])
})

test("a comment for which a page has no room keeps its place and leads to where it is whole", () => {
  const html = render([comment({ id: 1, body: null })])
  expect(html).toContain('id="comment-1"')
  expect(html).toContain('<a href="/posts/a-story/reply/1">Read it by itself</a>')
})

test("answers without room are counted and led to, and what they answer elsewhere is named", () => {
  const root = { id: 1, position: 1 }
  const html = render([
    comment({ id: 1, root, answers: 137 }),
    comment({ id: 9, parentId: 7, root, position: 2, elsewhere: { id: 7, name: "<Bo>", position: 30 } }),
  ])
  expect(html).toContain('<a href="/posts/a-story/conversation/1">Show all 137 answers</a>')
  expect(html).toContain(
    'in reply to <a href="/posts/a-story/conversation/1#comment-7"><bdi>&lt;Bo&gt;</bdi></a>',
  )
})

test("a comment's markup stays small", () => {
  const rows = Array.from({ length: 200 }, (_, at) => comment({ id: 1000 + at, body: "" }))
  const each = render(rows).length / rows.length
  expect(each).toBeLessThan(400)
})
