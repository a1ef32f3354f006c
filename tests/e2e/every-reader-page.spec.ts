import { DomUtils, parseDocument } from "htmlparser2"
import { crawl } from "../support/crawl.ts"
import { expect, test } from "../support/fixtures.ts"
import { findingsOfHtml } from "../support/html-checker.ts"

test("every page a reader can reach is a whole document without a script", async ({ baseURL }) => {
  const found = [...(await crawl(baseURL ?? ""))]
  const pages = new Map(found.filter(([, text]) => /^<!doctype html>/i.test(text)))
  expect(pages.size).toBeGreaterThan(20)
  const wrong: string[] = []
  for (const [path, html] of pages) {
    const page = parseDocument(html)
    const scripts = DomUtils.getElementsByTagName("script", page)
    if (scripts.some((script) => script.attribs.type !== "application/ld+json"))
      wrong.push(`${path}: a script`)
    if (/<link[^>]+(modulepreload|as="script")/.test(html)) wrong.push(`${path}: a script is preloaded`)
    if (/\sstyle="|\son[a-z]+="/.test(html)) wrong.push(`${path}: a style or handler in an attribute`)
    if (/<div hidden=""[^>]*id="S:/.test(html)) wrong.push(`${path}: a hidden segment`)
    const body = DomUtils.getElementsByTagName("body", page)
    const strays = DomUtils.findAll((node) => node.name === "meta" || node.name === "title", body).filter(
      (node) =>
        !("itemprop" in node.attribs) && node.parent && "name" in node.parent && node.parent.name !== "svg",
    )
    if (strays.length > 0) wrong.push(`${path}: metadata outside of the head`)
  }
  wrong.push(...(await findingsOfHtml(pages)))
  expect(wrong.slice(0, 30)).toEqual([])
})

test("no answer names the framework, sniffs, frames or lets a script in", async ({ request }) => {
  for (const path of ["/", "/feed.xml", "/a-page-that-is-not-there", "/sign-in", "/desk", "/healthz"]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers()
    expect(headers["x-powered-by"], path).toBeUndefined()
    expect(headers["x-content-type-options"], path).toBe("nosniff")
    const policy = headers["content-security-policy"] ?? ""
    expect(policy, path).not.toMatch(/unsafe-/)
    expect(policy, path).toMatch(/frame-ancestors 'none'/)
    if (path === "/") expect(policy).toMatch(/script-src 'none'/)
  }
})
