import { element, parent, xmlDocument } from "@/lib/text/xml"

/** Addresses in one file; the protocol's own limit. */
export const sitemapSize = 50_000

type Page = { path: string; changed?: Date }

/** A sitemap of some pages. */
export function sitemap(siteUrl: string, pages: Page[]): string {
  return xml(
    "urlset",
    pages.map((page) => entry("url", siteUrl, page)),
  )
}

/** A sitemap of sitemaps, for a publication of more pages than one file may name. */
export function sitemapIndex(siteUrl: string, paths: string[]): string {
  return xml(
    "sitemapindex",
    paths.map((path) => entry("sitemap", siteUrl, { path })),
  )
}

export function xmlAnswer(body: string): Response {
  return new Response(body, { headers: { "content-type": "application/xml; charset=utf-8" } })
}

function xml(root: string, entries: string[]): string {
  return xmlDocument(parent(root, entries, { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }))
}

function entry(name: string, siteUrl: string, { path, changed }: Page): string {
  const location = element("loc", siteUrl + path)
  return `<${name}>${location}${changed ? element("lastmod", changed.toISOString()) : ""}</${name}>`
}
