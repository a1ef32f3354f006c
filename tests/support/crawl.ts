import { DomUtils, parseDocument } from "htmlparser2"

/** So many at once; the site renders them one after another anyway. */
const atOnce = 8

/**
 * Walks a site as a stranger from the front page, the sitemap and the feeds, following links of its own.
 * Answers every text that was found by its address; about 300 pages at most.
 */
export async function crawl(site: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const seen = new Set<string>()
  let waiting = [
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/feed.xml",
    "/feed.json",
    "/comments/feed.xml",
    "/newsletter",
    "/a-page-that-is-not-there",
  ]
  while (waiting.length > 0 && found.size < 300) {
    const fresh = [...new Set(waiting.map((path) => path.split("#")[0] ?? ""))].filter(
      (path) => !seen.has(path),
    )
    const now = fresh.slice(0, atOnce)
    for (const path of now) seen.add(path)
    waiting = fresh.slice(atOnce)
    for (const { path, type, text } of await Promise.all(now.map((path) => read(site, path)))) {
      if (text === null) continue
      found.set(path, text)
      if (type.startsWith("text/html")) waiting.push(...links(text, new URL(path, site)))
      else
        for (const [, loc = ""] of text.matchAll(/<loc>([^<]+)<\/loc>/g)) waiting.push(new URL(loc).pathname)
    }
  }
  return found
}

async function read(site: string, path: string) {
  const response = await fetch(new URL(path, site), { redirect: "manual" })
  if (response.status >= 500) throw new Error(`${path} answers ${response.status}: ${await response.text()}`)
  const type = response.headers.get("content-type") ?? ""
  return { path, type, text: /^text\/|xml|json/.test(type) ? await response.text() : null }
}

function links(html: string, base: URL): string[] {
  return DomUtils.getElementsByTagName("a", parseDocument(html)).flatMap(({ attribs }) => {
    if (!URL.canParse(attribs.href ?? "", base)) return []
    const url = new URL(attribs.href ?? "", base)
    return url.origin === base.origin ? [url.pathname + url.search] : []
  })
}
