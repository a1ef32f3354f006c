import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { LeadPost } from "@/components/posts/lead-post"
import { OlderPosts } from "@/components/posts/paging"
import { PostCard } from "@/components/posts/post-card"
import { PostLines } from "@/components/posts/post-lines"
import { hasPicture } from "@/components/posts/post-picture"
import { listAddress, readCursor } from "@/lib/posts/cursor"
import { listPosts } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"
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
  const [{ posts, next }, settings] = await Promise.all([listPosts({ before }), getSettings()])
  // Only the front page has a front; older pages are plain lists.
  const front = before ? [] : posts.slice(0, 4)
  // It opens with a picture where one of the newest has one.
  const lead = front.find(hasPicture) ?? front[0]
  const features = front.filter((post) => post !== lead)
  const rest = posts.slice(front.length)
  return (
    <>
      <h1 className={before ? "page-title" : "sr-only"}>
        {before ? "Older stories" : settings.publicationName}
      </h1>
      {lead ? <LeadPost post={lead} locale={settings} /> : null}
      {features.length > 0 ? (
        <div className="features">
          {features.map((post) => (
            <PostCard key={post.id} post={post} locale={settings} look="feature" heading="h2" />
          ))}
        </div>
      ) : null}
      <PostLines posts={rest} locale={settings} />
      {posts.length === 0 ? (
        <p className={`standfirst ${before ? "" : "mt-12"}`}>
          {before ? "There are no older stories." : "Nothing has been published yet."}
        </p>
      ) : null}
      <OlderPosts path="/" next={next} />
    </>
  )
}
