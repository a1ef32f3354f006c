import type { Metadata } from "next"
import { OlderPosts } from "@/components/posts/paging"
import { PostLines } from "@/components/posts/post-lines"
import { listAddress } from "@/lib/posts/cursor"
import { getTagPage } from "@/lib/posts/section-queries"
import { getSettings } from "@/lib/settings/queries"
import { listMetadata } from "../../list-metadata"
import { redirectOrNotFound } from "../../redirect-if-moved"

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ before?: string | string[] }>
}

export const dynamic = "force-dynamic"

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ slug }, { before }] = await Promise.all([params, searchParams])
  const [page, settings] = await Promise.all([getTagPage(slug, before), getSettings()])
  if (!page) return {}
  const title = page.tag.name
  const description = page.tag.description || `Stories about “${title}” in ${settings.publicationName}.`
  return listMetadata({ title, description, path: listAddress(`/tags/${slug}`, before) }, settings)
}

export default async function TagPage({ params, searchParams }: Props) {
  const [{ slug }, { before }] = await Promise.all([params, searchParams])
  const [page, settings] = await Promise.all([getTagPage(slug, before), getSettings()])
  if (!page) return redirectOrNotFound("tags", slug)
  const { tag, posts, next } = page
  const path = `/tags/${tag.slug}`
  return (
    <>
      <link rel="alternate" type="application/rss+xml" title={tag.name} href={`${path}/feed.xml`} />
      <h1 className="page-title" dir="auto">
        {tag.name}
      </h1>
      {tag.description ? (
        <p className="standfirst mb-8" dir="auto">
          {tag.description}
        </p>
      ) : null}
      <PostLines posts={posts} locale={settings} />
      <OlderPosts path={path} next={next} />
    </>
  )
}
