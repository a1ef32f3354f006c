import type { Metadata } from "next"
import { Story } from "@/components/posts/story"
import { JsonLd } from "@/components/site/json-ld"
import { articleFacts } from "@/lib/comments/thread/article-facts"
import { getThread } from "@/lib/comments/thread/queries"
import { getSitePicture } from "@/lib/media/queries"
import { writersOf } from "@/lib/posts/bylines"
import { goneMetadata } from "@/lib/posts/dates/gone"
import { getWithdrawalNotice } from "@/lib/posts/dates/queries"
import { searchResultOf, socialCardOf } from "@/lib/posts/metadata"
import { getPost } from "@/lib/posts/queries"
import { summary } from "@/lib/posts/summary"
import { getSettings } from "@/lib/settings/queries"
import { NewsletterSection } from "../../newsletter-section"
import { CommentsSection } from "./comments-section"
import { LostStory } from "./lost-story"

type Props = { params: Promise<{ slug: string }> }

export const dynamic = "force-dynamic"

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const [post, settings] = await Promise.all([getPost(slug), getSettings()])
  if (!post) return (await getWithdrawalNotice(slug)) ? { title: "Withdrawn", ...goneMetadata } : {}
  const told = { ...post, summary: summary(post) }
  const search = searchResultOf(told)
  const writers = writersOf(post.bylines)
  const card = socialCardOf(told, await getSitePicture("social"))
  const images = card.image ? [card.image] : undefined
  return {
    title: search.title,
    description: search.description,
    authors: writers.map(({ name, slug }) => ({ name, url: `/authors/${slug}` })),
    alternates: { canonical: search.url },
    openGraph: {
      type: "article",
      siteName: settings.publicationName,
      title: card.title,
      description: card.description,
      url: card.url,
      images,
      publishedTime: post.publishedAt.toISOString(),
      modifiedTime: post.updatedAt.toISOString(),
      authors: writers.map(({ name }) => name),
      tags: post.tags.map((tag) => tag.name),
    },
    twitter: {
      card: images ? "summary_large_image" : "summary",
      title: card.title,
      description: card.description,
      images,
    },
  }
}

export default async function StoryPage({ params }: Props) {
  const { slug } = await params
  const [post, settings] = await Promise.all([getPost(slug), getSettings()])
  if (!post) return <LostStory slug={slug} />
  const [thread, logo] = await Promise.all([getThread(post.id), getSitePicture("logo")])
  const feed = `/posts/${post.slug}/comments/feed.xml`
  return (
    <>
      <link rel="alternate" type="application/rss+xml" title={`Comments on ${post.title}`} href={feed} />
      <Story
        post={post}
        locale={settings}
        comments={thread.count}
        reportUrl={`/posts/${post.slug}/report-error`}
      />
      <CommentsSection post={post} thread={thread} page={1} order="oldest" settings={settings} />
      <div className="story-after">
        <NewsletterSection />
      </div>
      <JsonLd data={articleFacts({ ...post, comments: thread }, { ...settings, logo })} />
    </>
  )
}
