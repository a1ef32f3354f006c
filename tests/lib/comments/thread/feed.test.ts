import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { SaxesParser } from "saxes"
import { expect, test } from "vitest"
import { commentParagraphs } from "@/components/comments/comment-html"
import { JsonLd } from "@/components/site/json-ld"
import { articleFacts } from "@/lib/comments/thread/article-facts"
import { commentFeed } from "@/lib/comments/thread/feed"
import type { ThreadComment } from "@/lib/comments/thread/thread"
import { html } from "@/lib/text/html"
import { asTitle } from "@/lib/text/rss"

const naughty = [
  "Fish & chips <b>tonight</b>",
  "]]> is how a CDATA section ends ]]>]]>",
  "</script><script>alert(1)</script>",
  "&amp; &lt; &#x26; &nope;",
  "\u0000\u0001\u0008\u000b\u001f\ufffe\uffff control",
  "\"quotes\" and 'apostrophes'",
  "<!-- --> <?xml ?> <![CDATA[",
  "שלום \u202e right to left",
  "👩‍👧 family",
]

test("a feed of naughty comments is XML, and says what they said", () => {
  const xml = commentFeed(
    {
      title: naughty.join(" "),
      description: "",
      language: "en",
      siteUrl: "https://example.org",
      page: "/posts/a#comments",
      feed: "/posts/a/comments/feed.xml",
    },
    naughty.map((words, at) => ({
      id: at + 1,
      name: words,
      body: words,
      title: words,
      createdAt: new Date("2026-03-01T10:00:00Z"),
      permalink: `/posts/a/comments/2#comment-${at + 1}`,
      html: html`${commentParagraphs(words)}`.toString(),
    })),
  )
  const texts = new Map<string, string[]>()
  const parser = new SaxesParser()
  let [name, text] = ["", ""]
  parser.on("opentag", (tag) => {
    name = tag.name
    text = ""
  })
  parser.on("text", (piece) => {
    text += piece
  })
  parser.on("closetag", (tag) => {
    if (tag.name === name) texts.set(name, [...(texts.get(name) ?? []), text])
  })
  parser.write(xml).close()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no document may hold
  const kept = naughty.map((words) => words.replace(/[\u0000-\u0008\u000B\u001F\uFFFE\uFFFF]/g, ""))
  expect(texts.get("dc:creator")).toEqual(kept)
  expect(texts.get("title")?.slice(1)).toEqual(kept.map((words) => asTitle(`${words} on ${words}`)))
  expect(texts.get("link")?.[1]).toBe("https://example.org/posts/a/comments/2#comment-1")
  expect(texts.get("guid")?.[0]).toBe("tag:example.org,2026:comment/1")
  for (const content of texts.get("content:encoded") ?? []) expect(content).not.toMatch(/<(script|b|!)/)
})

test("facts for machines have the first conversations, cannot leave their element and stay small", () => {
  const row = (id: number, fields: Partial<ThreadComment>): ThreadComment => ({
    id,
    parentId: null,
    name: "Ada",
    website: "",
    body: `${naughty.join(" ")} ${"and so on ".repeat(500)}`,
    createdAt: new Date("2026-03-01T10:00:00Z"),
    gone: null,
    mark: null,
    position: id,
    root: { id, position: id },
    answers: 0,
    elsewhere: null,
    ...fields,
  })
  const rows = [
    row(1, { gone: "by-moderator", name: "", body: "" }),
    row(2, { name: "</script><script>alert(1)</script>" }),
    row(3, { parentId: 2, root: { id: 2, position: 2 } }),
    ...Array.from({ length: 40 }, (_, at) => row(at + 4, {})),
  ]
  const facts = articleFacts(
    {
      slug: "a",
      title: "A",
      standfirst: "S",
      body: {},
      lead: null,
      picture: "",
      publishedAt: new Date(0),
      updatedAt: new Date(0),
      corrections: [],
      bylines: [{ slug: "w", name: "W", kind: "person", part: "words" }],
      tags: [],
      comments: { count: 42, rows },
    },
    { publicationName: "P", language: "en" },
  )
  const markup = renderToStaticMarkup(createElement(JsonLd, { data: facts }))
  expect(markup.match(/<\/?script/g)).toHaveLength(2)
  expect(markup.length).toBeLessThan(12_000)
  const { comment, commentCount } = JSON.parse(/>(.*)</s.exec(markup)?.[1] ?? "")
  expect(commentCount).toBe(42)
  expect(comment).toHaveLength(20)
  expect(comment[0]).toMatchObject({
    "@type": "Comment",
    url: "http://localhost:3000/posts/a#comment-2",
    datePublished: "2026-03-01T10:00:00.000Z",
    author: { "@type": "Person", name: "</script><script>alert(1)</script>" },
  })
})
