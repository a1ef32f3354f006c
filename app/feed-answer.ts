import { feedHtml } from "@/components/posts/feed-html"
import { env } from "@/lib/env"
import { jsonFeed, rssFeed } from "@/lib/posts/feed"
import { type Feed, readFeed } from "@/lib/posts/queries"
import type { FeedFacts } from "@/lib/text/rss"

/** Answers with the newest stories as a feed: all of them, or those of an author or a tag of this name. */
export async function answerFeed(
  { page, feed }: Pick<FeedFacts, "page" | "feed">,
  part?: { name: string; feed: Feed },
): Promise<Response> {
  const siteUrl = env().SITE_URL
  const { posts, settings, authority } = part?.feed ?? (await readFeed())
  const { publicationName, tagline, description, language } = settings
  const facts: FeedFacts = {
    title: part ? `${part.name} · ${publicationName}` : publicationName,
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
