import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { OlderPosts } from "@/components/posts/paging"
import { Portrait } from "@/components/posts/portrait"
import { PostLines } from "@/components/posts/post-lines"
import { JsonLd } from "@/components/site/json-ld"
import { env } from "@/lib/env"
import { listAddress, readCursor } from "@/lib/posts/cursor"
import { listPosts } from "@/lib/posts/queries"
import { getAuthor } from "@/lib/posts/section-queries"
import { getSettings } from "@/lib/settings/queries"
import { listMetadata } from "../../list-metadata"

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ before?: string | string[] }>
}

export const dynamic = "force-dynamic"

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ slug }, { before }] = await Promise.all([params, searchParams])
  const [author, settings] = await Promise.all([getAuthor(slug), getSettings()])
  if (!author) return {}
  const { name: title, bio } = author
  const description = bio || `Stories by ${title}.`
  return listMetadata({ title, description, path: listAddress(`/authors/${slug}`, before) }, settings)
}

export default async function AuthorPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const before = readCursor(query.before)
  const author = await getAuthor(slug)
  if (!author || before === null) notFound()
  const [{ posts, next }, settings] = await Promise.all([
    listPosts({ authorId: author.id, before }),
    getSettings(),
  ])
  const path = `/authors/${author.slug}`
  return (
    <>
      <link rel="alternate" type="application/rss+xml" title={author.name} href={`${path}/feed.xml`} />
      <header className="author-head">
        <Portrait author={author} large />
        <div className="max-w-measure">
          <h1 className="text-title" dir="auto">
            {author.name}
          </h1>
          {author.title ? (
            <p className="mt-2 font-ui text-base text-ink-soft" dir="auto">
              {author.title}
            </p>
          ) : null}
          {author.bio ? (
            <p className="mt-4 text-lg leading-relaxed" dir="auto">
              {author.bio}
            </p>
          ) : null}
        </div>
      </header>
      <PostLines posts={posts} locale={settings} author={false} />
      <OlderPosts path={path} next={next} />
      <JsonLd
        data={{
          "@context": "https://schema.org",
          "@type": "ProfilePage",
          mainEntity: {
            "@type": "Person",
            name: author.name,
            description: author.bio,
            jobTitle: author.title || undefined,
            url: `${env().SITE_URL}${path}`,
          },
        }}
      />
    </>
  )
}
