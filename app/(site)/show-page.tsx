import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { SitePage } from "@/components/pages/site-page"
import { JsonLd } from "@/components/site/json-ld"
import { picturesIn } from "@/lib/documents/pictures"
import { pageFacts } from "@/lib/pages/page-facts"
import { pageSummary } from "@/lib/pages/page-summary"
import { getPage, getPathAfter, type PageForReaders } from "@/lib/pages/queries"
import { linkedUrl } from "@/lib/posts/social-picture"
import { getSettings } from "@/lib/settings/queries"
import { siteImages } from "./list-metadata"

/** What search engines and messengers are told of the page at a path. */
export async function pageMetadata(path: string): Promise<Metadata> {
  const [page, settings] = await Promise.all([getPage(path), getSettings()])
  if (!page) return {}
  const { title } = page
  const description = pageSummary(page)
  const images = ownImages(page) ?? (await siteImages())
  const url = `/${page.path}`
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: "website", siteName: settings.publicationName, title, description, url, images },
    twitter: { card: images ? "summary_large_image" : "summary", title, description, images },
  }
}

/** The page at a path, or where it has moved; 404 for everything else. */
export async function showPage(path: string) {
  const page = await getPage(path)
  if (!page) {
    const present = await getPathAfter(path)
    if (present) permanentRedirect(`/${present}`)
    notFound()
  }
  return (
    <>
      <SitePage page={page} />
      <JsonLd data={pageFacts(page, pageSummary(page), await getSettings())} />
    </>
  )
}

/** The first picture of its text. */
function ownImages({ body, pictures }: PageForReaders) {
  const [first] = picturesIn(body)
  const url = first && linkedUrl(pictures[first.mediaId] ?? null)
  return first && url ? [{ url, alt: first.alt }] : undefined
}
