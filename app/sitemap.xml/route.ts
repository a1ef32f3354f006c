import { env } from "@/lib/env"
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
  const [lists, posts] = await Promise.all([listListAddresses(), listPostAddresses({ from: 0 })])
  return xmlAnswer(
    sitemap(SITE_URL, [
      { path: "/" },
      ...lists.map((path) => ({ path })),
      ...posts.map((post) => ({ path: `/posts/${post.slug}`, changed: post.updatedAt })),
    ]),
  )
}
