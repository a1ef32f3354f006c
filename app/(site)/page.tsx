import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { FrontPageStories } from "@/components/posts/front-page"
import { OlderPosts } from "@/components/posts/paging"
import { PostLines } from "@/components/posts/post-lines"
import { type Cursor, listAddress, readCursor } from "@/lib/posts/cursor"
import { getFrontPage } from "@/lib/posts/front-page"
import { listPosts } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"
import { unlessEnglish } from "@/lib/text/language"
import { listMetadata } from "./list-metadata"

type Props = { searchParams: Promise<{ before?: string | string[] }> }

export const dynamic = "force-dynamic"

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ before }, settings] = await Promise.all([searchParams, getSettings()])
  const title = typeof before === "string" ? "Older stories" : undefined
  return listMetadata({ title, path: listAddress("/", before) }, settings)
}

export default async function FrontPage({ searchParams }: Props) {
  const before = readCursor((await searchParams).before)
  if (before === null) notFound()
  if (before) return <OlderStories before={before} />
  const [front, settings] = await Promise.all([getFrontPage(), getSettings()])
  return (
    <>
      <h1 className="sr-only" lang={unlessEnglish(settings.language)}>
        {settings.publicationName}
      </h1>
      <FrontPageStories front={front} locale={settings} />
    </>
  )
}

/** Only the front page has a front; older pages are plain lists. */
async function OlderStories({ before }: { before: Cursor }) {
  const [{ posts, next }, settings] = await Promise.all([
    listPosts({ before, forFrontPage: true }),
    getSettings(),
  ])
  return (
    <>
      <h1 className="page-title">Older stories</h1>
      <PostLines posts={posts} locale={settings} />
      {posts.length === 0 ? <p className="standfirst">There are no older stories.</p> : null}
      <OlderPosts path="/" next={next} />
    </>
  )
}
