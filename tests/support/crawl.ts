import { DomUtils, parseDocument } from "htmlparser2"

/**
 * Walks a site as a stranger from the front page, the sitemap and the feeds, following links of its own.
 * Answers every text that was found by its address; 300 pages at most.
 */
export async function crawl(site: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const waiting = [
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/feed.xml",
    "/feed.json",
    "/comments/feed.xml",
    "/newsletter",
    "/a-page-that-is-not-there",
  ]
  for (let path = waiting.shift(); path !== undefined && found.size < 300; path = waiting.shift()) {
    const key = path.split("#")[0] ?? ""
    if (found.has(key)) continue
    const response = await fetch(new URL(key, site), { redirect: "manual" })
    const type = response.headers.get("content-type") ?? ""
    if (!/^text\/|xml|json/.test(type)) continue
    const text = await response.text()
    found.set(key, text)
    if (type.startsWith("text/html")) waiting.push(...links(text, new URL(key, site)))
    else for (const [, loc = ""] of text.matchAll(/<loc>([^<]+)<\/loc>/g)) waiting.push(new URL(loc).pathname)
  }
  return found
}

function links(html: string, base: URL): string[] {
  return DomUtils.getElementsByTagName("a", parseDocument(html)).flatMap(({ attribs }) => {
    if (!URL.canParse(attribs.href ?? "", base)) return []
    const url = new URL(attribs.href ?? "", base)
    return url.origin === base.origin ? [url.pathname + url.search] : []
  })
}
