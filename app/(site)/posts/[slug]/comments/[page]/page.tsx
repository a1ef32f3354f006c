import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { ThreadHead } from "@/components/comments/thread-head"
import { JsonLd } from "@/components/site/json-ld"
import { articleFacts } from "@/lib/comments/thread/article-facts"
import { readPage, type ThreadOrder, threadOrders, threadPage } from "@/lib/comments/thread/pages"
import { getThread } from "@/lib/comments/thread/queries"
import { getSitePicture } from "@/lib/media/queries"
import { getPost } from "@/lib/posts/queries"
import { getSettings } from "@/lib/settings/queries"
import { CommentsSection } from "../../comments-section"
import { LostStory } from "../../lost-story"

type Props = {
  params: Promise<{ slug: string; page: string }>
  searchParams: Promise<{ sort?: string | string[] }>
}

export const dynamic = "force-dynamic"

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, page: written } = await params
  const [post, page, order] = [await getPost(slug), readPage(written), readOrder((await searchParams).sort)]
  if (!post || !page || !order) return {}
  return {
    title: `Comments on ${post.title}, page ${page}`,
    alternates: { canonical: threadPage(post.slug, page) },
    // The same comments as in the oldest order, in an order that changes.
    robots: order === "oldest" ? undefined : { index: false },
  }
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const [{ slug, page: written }, { sort }] = await Promise.all([params, searchParams])
  const [page, order] = [readPage(written), readOrder(sort)]
  if (!page || !order) notFound()
  const [post, settings] = await Promise.all([getPost(slug), getSettings()])
  if (!post) return <LostStory slug={slug} rest={`/comments/${page}`} />
  if (page === 1 && order === "oldest") permanentRedirect(`${threadPage(post.slug, 1)}#comments`)
  const [thread, logo] = await Promise.all([getThread(post.id, { page, order }), getSitePicture("logo")])
  if (page > thread.pages) notFound()
  return (
    <>
      <ThreadHead slug={post.slug} title={post.title} page={page} pages={thread.pages} />
      <CommentsSection post={post} thread={thread} page={page} order={order} settings={settings} />
      <JsonLd data={articleFacts({ ...post, comments: thread }, { ...settings, logo })} />
    </>
  )
}

/** The order that is asked for, or null for one that does not exist. The oldest has no name in addresses. */
function readOrder(sort: string | string[] | undefined): ThreadOrder | null {
  if (sort === undefined) return "oldest"
  return threadOrders.find((order) => order === sort && order !== "oldest") ?? null
}
