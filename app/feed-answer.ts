import { feedHtml } from "@/components/posts/feed-html"
import { env } from "@/lib/env"
import { jsonFeed, rssFeed } from "@/lib/posts/feed"
import { readFeed } from "@/lib/posts/queries"
import type { FeedFacts } from "@/lib/text/rss"

type Part = { authorId?: number; tagId?: number; name?: string }

/** Answers with the newest stories as a feed: all of them, or an author's, or a tag's. */
export async function answerFeed(
  { page, feed }: Pick<FeedFacts, "page" | "feed">,
  { name, ...filter }: Part = {},
): Promise<Response> {
  const siteUrl = env().SITE_URL
  const { posts, settings, authority } = await readFeed(filter)
  const { publicationName, tagline, description, language } = settings
  const facts: FeedFacts = {
    title: name ? `${name} · ${publicationName}` : publicationName,
    description: description || tagline,
    language,
    siteUrl,
    authority,
    page,
    feed,
  }
  const whole = posts.map((post) => ({ ...post, html: feedHtml(post, siteUrl) }))
  const json = feed.endsWith(".json")
  return new Response(json ? jsonFeed(facts, whole) : rssFeed(facts, whole), {
    headers: { "content-type": `${json ? "application/feed+json" : "application/rss+xml"}; charset=utf-8` },
  })
}
