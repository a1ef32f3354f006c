import { Feed } from "feed"
import { summary } from "@/lib/posts/summary"

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
  const { siteUrl } = facts
  const feed = new Feed({
    title: clean(facts.title),
    description: clean(facts.description),
    language: facts.language,
    link: siteUrl + facts.page,
    feedLinks: { rss: siteUrl + facts.feed },
    generator: "Masthead",
    updated: newest(posts),
  })
  for (const post of posts) {
    feed.addItem({
      title: clean(post.title),
      link: `${siteUrl}/posts/${post.slug}`,
      guid: lastingName(siteUrl, post.id),
      description: clean(summary(post)),
      content: clean(post.html),
      date: post.publishedAt,
      category: post.tags.map((tag) => ({ name: clean(tag.name) })),
      // RSS's own <author> wants a mail address, which is nobody's business.
      extensions: [{ name: "dc:creator", objects: { _cdata: clean(post.author.name) } }],
    })
  }
  return feed.rss2()
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

/** Without the characters that no XML document may hold, escaped or not. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
}
