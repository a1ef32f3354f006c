import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { OlderPosts } from "@/components/posts/paging"
import { PostLines } from "@/components/posts/post-lines"
import { listAddress, readCursor } from "@/lib/posts/cursor"
import { getTag, listPosts } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ before?: string | string[] }>
}

export const dynamic = "force-dynamic"

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ slug }, { before }] = await Promise.all([params, searchParams])
  const [tag, settings] = await Promise.all([getTag(slug), getSettings()])
  if (!tag) return {}
  return {
    title: tag.name,
    description: `Stories about “${tag.name}” in ${settings.publicationName}.`,
    alternates: { canonical: listAddress(`/tags/${slug}`, before) },
  }
}

export default async function TagPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const before = readCursor(query.before)
  const tag = await getTag(slug)
  if (!tag || before === null) notFound()
  const [{ posts, next }, settings] = await Promise.all([listPosts({ tagId: tag.id, before }), getSettings()])
  const path = `/tags/${tag.slug}`
  return (
    <>
      <link rel="alternate" type="application/rss+xml" title={tag.name} href={`${path}/feed.xml`} />
      <h1 className="page-title" dir="auto">
        {tag.name}
      </h1>
      <PostLines posts={posts} locale={settings} />
      <OlderPosts path={path} next={next} />
    </>
  )
}
