import { env } from "@/lib/env"
import type { PagePurpose } from "@/lib/pages/types"

type Page = {
  path: string
  title: string
  purpose: PagePurpose | null
  parent: { slug: string; title: string } | null
  updatedAt: Date
  publishedAt: Date | null
}

type Publication = { publicationName: string; language: string }

/** A page as schema.org describes one, with the way to it where it stands under another. */
export function pageFacts(page: Page, description: string, site: Publication): object {
  const { SITE_URL } = env()
  const url = `${SITE_URL}/${page.path}`
  const crumb = (name: string, item: string, position: number) => ({
    "@type": "ListItem",
    position,
    name,
    item,
  })
  const crumbs = page.parent
    ? {
        breadcrumb: {
          "@type": "BreadcrumbList",
          itemListElement: [
            crumb(page.parent.title, `${SITE_URL}/${page.parent.slug}`, 1),
            crumb(page.title, url, 2),
          ],
        },
      }
    : {}
  return {
    "@context": "https://schema.org",
    "@type": page.purpose === "about" ? "AboutPage" : page.purpose === "contact" ? "ContactPage" : "WebPage",
    name: page.title,
    description,
    inLanguage: site.language,
    url,
    ...(page.publishedAt ? { datePublished: page.publishedAt.toISOString() } : {}),
    dateModified: page.updatedAt.toISOString(),
    publisher: { "@type": "Organization", name: site.publicationName, url: SITE_URL },
    ...crumbs,
  }
}
