import { XMLParser } from "fast-xml-parser"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { CorrectionList } from "@/components/corrections/correction-list"
import { feedHtml } from "@/components/posts/feed-html"
import { Story } from "@/components/posts/story"
import { database } from "@/db/client"
import { createPost, paragraphs } from "@/db/factories"
import { corrections } from "@/db/schema/corrections"
import { articleFacts } from "@/lib/comments/thread/article-facts"
import { correctionFeed } from "@/lib/corrections/feed"
import { listCorrections } from "@/lib/corrections/queries"
import { getPost } from "@/lib/posts/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

const locale = { language: "en", timeZone: "Europe/Berlin" }
/** In Berlin it is the next day. */
const createdAt = new Date("2026-03-01T23:30:00Z")
const date = '<time dateTime="2026-03-01T23:30:00.000Z" class="correction-date">2 March 2026</time>'
const words = "It opens at six, not at seven."

async function corrected(told: { kind: "correction" | "clarification"; place: "top" | "foot" }) {
  const { id, slug } = await createPost(database(), { body: paragraphs("The pool is open.") })
  const [row] = await database()
    .insert(corrections)
    .values({ ...told, postId: id, body: words, createdAt })
    .returning()
  const post = await getPost(slug)
  if (!post || !row) throw new Error("The story is not there.")
  const [newest] = (await listCorrections()).corrections
  return { post, slug, number: row.id, listed: newest ? [newest] : [] }
}

test.each([
  ["correction", "top", "Correction"],
  ["correction", "foot", "Correction"],
  ["clarification", "top", "Clarification"],
  ["clarification", "foot", "Clarification"],
] as const)(
  "of a %s at the %s of a story, readers of the story, the list and the feed, and search engines, get kind, words and day",
  async (kind, place, label) => {
    const { post, slug, number, listed } = await corrected({ kind, place })

    const story = renderToStaticMarkup(<Story post={post} locale={locale} />)
    const note = new RegExp(`<aside id="correction-${number}".*?</aside>`).exec(story)?.[0] ?? ""
    expect(note).toContain(`${label} ${date}`)
    expect(note).toContain(`<p dir="auto">${words}</p>`)
    expect(story.indexOf(note) < story.indexOf("The pool is open.") ? "top" : "foot").toBe(place)

    const list = renderToStaticMarkup(<CorrectionList corrections={listed} next={null} locale={locale} />)
    expect(list).toContain(`${label} ${date}`)
    expect(list).toContain(`<a href="/posts/${slug}#correction-${number}">${post.title}</a>`)
    expect(list).toContain(words)

    const site = { title: "C", description: "", language: "en", siteUrl: "https://example.org" }
    const facts = { ...site, page: "/corrections", feed: "/corrections/feed.xml" }
    const { item } = new XMLParser().parse(correctionFeed(facts, listed)).rss.channel
    expect(item).toMatchObject({
      title: `${label}: ${post.title}`,
      link: `https://example.org/posts/${slug}#correction-${number}`,
      description: `<p>${words}</p>`,
      pubDate: "Sun, 01 Mar 2026 23:30:00 GMT",
    })

    const comments = { count: 0, rows: [] }
    const publication = { publicationName: "The Weir", language: "en" }
    const datePublished = createdAt.toISOString()
    expect(articleFacts({ ...post, comments }, publication)).toMatchObject({
      correction: [{ "@type": "CorrectionComment", name: label, text: words, datePublished }],
    })

    const inFeeds = feedHtml(post, "https://example.org")
    const first = `<p dir="auto"><strong>${label}:</strong> ${words}</p>`
    expect(place === "top" ? inFeeds.startsWith(first) : inFeeds.endsWith(first)).toBe(true)
  },
)
