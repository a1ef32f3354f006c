import { env } from "@/lib/env"
import { summary } from "@/lib/posts/summary"

type Facts = {
  slug: string
  title: string
  standfirst: string
  body: unknown
  picture: string
  publishedAt: Date
  updatedAt: Date
  commentCount: number
  author: { slug: string; name: string }
  tags: { name: string }[]
}

/** A story as schema.org describes one. */
export function articleFacts(post: Facts, settings: { publicationName: string; language: string }): object {
  const site = env().SITE_URL
  const url = `${site}/posts/${post.slug}`
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: post.title,
    description: summary(post),
    inLanguage: settings.language,
    url,
    mainEntityOfPage: url,
    ...(post.picture ? { image: [new URL(post.picture, site).href] } : {}),
    datePublished: post.publishedAt.toISOString(),
    dateModified: post.updatedAt.toISOString(),
    author: [{ "@type": "Person", name: post.author.name, url: `${site}/authors/${post.author.slug}` }],
    publisher: { "@type": "Organization", name: settings.publicationName, url: site },
    keywords: post.tags.map((tag) => tag.name),
    commentCount: post.commentCount,
  }
}
