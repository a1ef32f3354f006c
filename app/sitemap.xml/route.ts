import { env } from "@/lib/env"
import { listPublishedPages } from "@/lib/pages/queries"
import { listListAddresses, listPostAddresses, listSitemapParts } from "@/lib/posts/archive-queries"
import { sitemap, sitemapIndex, sitemapSize, xmlAnswer } from "@/lib/posts/sitemap"

export const dynamic = "force-dynamic"

/** One file while it holds everything; beyond that an index of files, each from one story's number on. */
export async function GET() {
  const { SITE_URL } = env()
  const parts = await listSitemapParts(sitemapSize)
  if (parts.length > 1) {
    return xmlAnswer(
      sitemapIndex(
        SITE_URL,
        parts.map((from) => `/sitemap/${from}.xml`),
      ),
    )
  }
  const [lists, posts, pages] = await Promise.all([
    listListAddresses(),
    listPostAddresses({ from: 0 }),
    listPublishedPages(),
  ])
  return xmlAnswer(
    sitemap(SITE_URL, [
      { path: "/" },
      ...lists.map((path) => ({ path })),
      ...pages.map(({ path, updatedAt }) => ({ path: `/${path}`, changed: updatedAt })),
      ...posts.map((post) => ({ path: `/posts/${post.slug}`, changed: post.updatedAt })),
    ]),
  )
}
