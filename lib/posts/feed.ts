import { type CardByline, eachOnce, writersOf } from "@/lib/posts/bylines"
import { summary } from "@/lib/posts/summary"
import { escapeHtml } from "@/lib/text/escape-html"
import { asTitle, type FeedFacts, lastingName, rssDocument } from "@/lib/text/rss"
import { element, parent } from "@/lib/text/xml"

export type FeedPost = {
  id: number
  slug: string
  title: string
  standfirst: string
  body: unknown
  publishedAt: Date
  updatedAt: Date
  bylines: CardByline[]
  tags: { name: string }[]
  /** The whole story. */
  html: string
}

/** RSS 2.0 with whole stories. */
export function rssFeed(facts: FeedFacts, posts: FeedPost[]): string {
  const items = posts.map((post) => rssItem(facts, post))
  return rssDocument(facts, items, posts.length > 0 ? newest(posts) : undefined)
}

function rssItem(facts: FeedFacts, post: FeedPost): string {
  return parent("item", [
    element("title", asTitle(post.title)),
    element("link", `${facts.siteUrl}/posts/${post.slug}`),
    element("guid", lastingName(facts, "post", post.id), { isPermaLink: "false" }),
    element("pubDate", post.publishedAt.toUTCString()),
    // RSS's own <author> wants a mail address, which is nobody's business.
    ...writersOf(post.bylines).map(({ name }) => element("dc:creator", name)),
    ...othersOf(post.bylines).map(({ name }) => element("dc:contributor", name)),
    ...post.tags.map((tag) => element("category", tag.name)),
    // An RSS description is HTML, a summary in JSON Feed is text.
    element("description", escapeHtml(summary(post))),
    element("content:encoded", post.html),
  ])
}

/** JSON Feed 1.1. */
export function jsonFeed(facts: FeedFacts, posts: FeedPost[]): string {
  const { siteUrl } = facts
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: facts.title,
    description: facts.description || undefined,
    language: facts.language,
    home_page_url: siteUrl + facts.page,
    feed_url: siteUrl + facts.feed,
    items: posts.map((post) => ({
      id: lastingName(facts, "post", post.id),
      url: `${siteUrl}/posts/${post.slug}`,
      title: post.title,
      summary: summary(post),
      content_html: post.html,
      date_published: post.publishedAt.toISOString(),
      date_modified: post.updatedAt.toISOString(),
      authors: eachOnce([...writersOf(post.bylines), ...post.bylines]).map(({ name, slug }) => ({
        name,
        url: `${siteUrl}/authors/${slug}`,
      })),
      tags: post.tags.map((tag) => tag.name),
    })),
  })
}

/** Who is named for something else alone. */
function othersOf(bylines: readonly CardByline[]): CardByline[] {
  const writers = writersOf(bylines)
  return eachOnce(bylines).filter(({ slug }) => !writers.some((writer) => writer.slug === slug))
}

function newest(posts: FeedPost[]): Date {
  return new Date(Math.max(0, ...posts.map((post) => post.updatedAt.getTime())))
}
