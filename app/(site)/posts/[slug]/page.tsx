import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { Story } from "@/components/posts/story"
import { JsonLd } from "@/components/site/json-ld"
import { modeOf } from "@/lib/comments/modes"
import { articleFacts } from "@/lib/posts/article-facts"
import { getPost, getSlugAfter } from "@/lib/posts/queries"
import { summary } from "@/lib/posts/summary"
import { getSettings } from "@/lib/settings/queries"
import { NewsletterSection } from "../../newsletter-section"
import { CommentsSection } from "./comments-section"

type Props = { params: Promise<{ slug: string }> }

export const dynamic = "force-dynamic"

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const [post, settings] = await Promise.all([getPost(slug), getSettings()])
  if (!post) return {}
  const url = `/posts/${post.slug}`
  const description = summary(post)
  const images = post.picture ? [{ url: post.picture, alt: post.pictureAlt }] : undefined
  return {
    title: post.title,
    description,
    authors: [{ name: post.author.name, url: `/authors/${post.author.slug}` }],
    alternates: { canonical: url },
    openGraph: {
      type: "article",
      siteName: settings.publicationName,
      title: post.title,
      description,
      url,
      images,
      publishedTime: post.publishedAt.toISOString(),
      modifiedTime: post.updatedAt.toISOString(),
      authors: [post.author.name],
      tags: post.tags.map((tag) => tag.name),
    },
    twitter: { card: images ? "summary_large_image" : "summary", title: post.title, description, images },
  }
}

export default async function StoryPage({ params }: Props) {
  const { slug } = await params
  const [post, settings] = await Promise.all([getPost(slug), getSettings()])
  if (!post) return leadOn(slug)
  return (
    <>
      <Story post={post} language={settings.language} />
      <CommentsSection post={{ id: post.id, slug: post.slug, closed: modeOf(post, settings) === "closed" }} />
      <div className="story-after">
        <NewsletterSection />
      </div>
      <JsonLd data={articleFacts(post, settings)} />
    </>
  )
}

async function leadOn(slug: string): Promise<never> {
  const present = await getSlugAfter(slug)
  if (present) permanentRedirect(`/posts/${present}`)
  notFound()
}
