import { summary } from "@/lib/posts/summary"
import { element, parent, xmlDocument } from "@/lib/xml"

export type FeedPost = {
  id: number
  slug: string
  title: string
  standfirst: string
  body: unknown
  publishedAt: Date
  updatedAt: Date
  author: { name: string; slug: string }
  tags: { name: string }[]
  /** The whole story. */
  html: string
}

export type FeedFacts = {
  title: string
  description: string
  language: string
  siteUrl: string
  /** The page this feed is of, and the feed's own address: paths. */
  page: string
  feed: string
}

/** RSS 2.0 with whole stories. */
export function rssFeed(facts: FeedFacts, posts: FeedPost[]): string {
  const { siteUrl, title, description, language } = facts
  const self = { href: siteUrl + facts.feed, rel: "self", type: "application/rss+xml" }
  const channel = parent("channel", [
    element("title", title),
    element("link", siteUrl + facts.page),
    element("description", description || title),
    element("language", language),
    ...(posts.length > 0 ? [element("lastBuildDate", newest(posts).toUTCString())] : []),
    element("atom:link", "", self),
    ...posts.map((post) => rssItem(siteUrl, post)),
  ])
  return xmlDocument(parent("rss", [channel], namespaces))
}

const namespaces = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}

function rssItem(siteUrl: string, post: FeedPost): string {
  return parent("item", [
    element("title", post.title),
    element("link", `${siteUrl}/posts/${post.slug}`),
    element("guid", lastingName(siteUrl, post.id), { isPermaLink: "false" }),
    element("pubDate", post.publishedAt.toUTCString()),
    // RSS's own <author> wants a mail address, which is nobody's business.
    element("dc:creator", post.author.name),
    ...post.tags.map((tag) => element("category", tag.name)),
    element("description", summary(post)),
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
      id: lastingName(siteUrl, post.id),
      url: `${siteUrl}/posts/${post.slug}`,
      title: post.title,
      summary: summary(post),
      content_html: post.html,
      date_published: post.publishedAt.toISOString(),
      date_modified: post.updatedAt.toISOString(),
      authors: [{ name: post.author.name, url: `${siteUrl}/authors/${post.author.slug}` }],
      tags: post.tags.map((tag) => tag.name),
    })),
  })
}

/** A name that stays when the story's address changes, so that no reader shows it twice (RFC 4151). */
function lastingName(siteUrl: string, id: number): string {
  return `tag:${new URL(siteUrl).hostname},2026:post/${id}`
}

function newest(posts: FeedPost[]): Date {
  return new Date(Math.max(0, ...posts.map((post) => post.updatedAt.getTime())))
}
