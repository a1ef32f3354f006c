import { notFound } from "next/navigation"
import { env } from "@/lib/env"
import { listPublishedPages } from "@/lib/pages/queries"
import { listListAddresses, listPostAddresses } from "@/lib/posts/archive-queries"
import { sitemap, xmlAnswer } from "@/lib/posts/sitemap"

export const dynamic = "force-dynamic"

/** A part of the sitemap: `/sitemap/0.xml` is the first, and has the lists as well. */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }) {
  const match = /^(\d{1,15})\.xml$/.exec((await params).part)
  if (!match) notFound()
  const from = Number(match[1])
  const [lists, posts, pages] = await Promise.all([
    from === 0 ? listListAddresses() : [],
    listPostAddresses({ from }),
    from === 0 ? listPublishedPages() : [],
  ])
  if (posts.length === 0) notFound()
  return xmlAnswer(
    sitemap(env().SITE_URL, [
      ...(from === 0 ? ["/", ...lists] : []).map((path) => ({ path })),
      ...pages.map(({ path, updatedAt }) => ({ path: `/${path}`, changed: updatedAt })),
      ...posts.map((post) => ({ path: `/posts/${post.slug}`, changed: post.updatedAt })),
    ]),
  )
}
