import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { AuthorLine } from "@/components/posts/author-box"
import { AuthorLinks } from "@/components/posts/author-links"
import { OlderPosts } from "@/components/posts/paging"
import { Portrait } from "@/components/posts/portrait"
import { PostLines } from "@/components/posts/post-lines"
import { JsonLd } from "@/components/site/json-ld"
import { profilePageFacts } from "@/lib/authors/facts"
import { listAddress, readCursor } from "@/lib/posts/cursor"
import { listPosts } from "@/lib/posts/queries"
import { getAuthor } from "@/lib/posts/section-queries"
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
  if (!author) return redirectOrNotFound("authors", slug)
  if (before === null) notFound()
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
          <h1 className="text-title">
            <bdi>{author.name}</bdi>
          </h1>
          {author.pronunciation ? (
            <p className="mt-1 font-ui text-sm text-ink-soft">
              Pronounced <bdi>{author.pronunciation}</bdi>
            </p>
          ) : null}
          {author.title || author.pronouns ? (
            <p className="mt-2 font-ui text-base text-ink-soft">
              <AuthorLine author={author} />
            </p>
          ) : null}
          {author.bio ? (
            <p className="mt-4 text-lg leading-relaxed whitespace-pre-line" dir="auto">
              {author.bio}
            </p>
          ) : null}
          <AuthorLinks links={author.links} />
        </div>
      </header>
      <PostLines posts={posts} locale={settings} listOf={author.slug} />
      <OlderPosts path={path} next={next} />
      <JsonLd data={profilePageFacts(author, settings.publicationName)} />
    </>
  )
}
