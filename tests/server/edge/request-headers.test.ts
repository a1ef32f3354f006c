import { describe, expect, test } from "vitest"
import { openEdge, page } from "./edge.ts"

/** What visitors have used elsewhere to make a server say something else (CVE-2026-53943, CVE-2026-44576 and others). */
const forged: Record<string, string> = {
  accept: "application/json",
  "accept-charset": "utf-16",
  "accept-language": "ar",
  authorization: "Bearer x",
  "cache-control": "no-cache",
  "client-ip": "203.0.113.9",
  connection: "keep-alive",
  "content-security-policy": "script-src 'nonce-evil'",
  "content-security-policy-report-only": "script-src 'nonce-evil'",
  "content-type": "application/x-www-form-urlencoded",
  cookie: "authjs.session-token=x; __prerender_bypass=y; __next_preview_data=z",
  "cf-connecting-ip": "203.0.113.9",
  dnt: "1",
  expect: "100-continue",
  forwarded: "for=203.0.113.9;host=evil.example;proto=https",
  from: "a@example.org",
  "front-end-https": "on",
  host: "evil.example",
  "if-match": '"x"',
  "if-modified-since": "Tue, 01 Jan 2030 00:00:00 GMT",
  "if-none-match": '"x"',
  "if-range": '"x"',
  "next-action": "40aa",
  "next-resume": "1",
  "next-router-prefetch": "1",
  "next-router-segment-prefetch": "/_tree",
  "next-router-state-tree": "%5B%5D",
  "next-url": "/desk",
  origin: "https://evil.example",
  pragma: "no-cache",
  purpose: "prefetch",
  range: "bytes=0-9",
  referer: "https://evil.example/",
  rsc: "1",
  "save-data": "on",
  "sec-ch-ua-mobile": "?1",
  "sec-fetch-dest": "image",
  "sec-fetch-mode": "cors",
  "sec-gpc": "1",
  "sec-purpose": "prefetch;prerender",
  te: "trailers",
  traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  "true-client-ip": "203.0.113.9",
  "upgrade-insecure-requests": "1",
  "user-agent": "Mozilla/5.0 (iPhone) Googlebot",
  via: "1.1 evil",
  "viewport-width": "320",
  "x-action-forwarded": "1",
  "x-client-network": "203.0.113.9",
  "x-forwarded-for": "203.0.113.9",
  "x-forwarded-host": "evil.example",
  "x-forwarded-port": "444",
  "x-forwarded-prefix": "/evil",
  "x-forwarded-proto": "https",
  "x-forwarded-scheme": "https",
  "x-ghost-preview": "1",
  "x-http-method-override": "POST",
  "x-invoke-path": "/desk",
  "x-invoke-status": "500",
  "x-matched-path": "/desk",
  "x-middleware-prefetch": "1",
  "x-middleware-rewrite": "/desk",
  "x-middleware-skip": "1",
  "x-middleware-subrequest": "middleware:middleware:middleware",
  "x-nextjs-data": "1",
  "x-nextjs-rewritten-path": "/desk",
  "x-now-route-matches": "1",
  "x-original-url": "/desk",
  "x-prerender-revalidate": "x",
  "x-real-ip": "203.0.113.9",
  "x-requested-with": "XMLHttpRequest",
  "x-rewrite-url": "/desk",
  "x-vercel-id": "x",
}

describe("a reader's page", () => {
  test("is the same for everybody, whatever a request claims", async () => {
    let seen = {}
    const { ask, store } = await openEdge(async (req, res) => {
      seen = req.headers
      res.setHeader("content-type", "text/html")
      res.end(`<p>${req.method} ${req.url} ${JSON.stringify(req.headers)}</p>`)
    })
    const plain = await ask("/posts/a")
    expect(Object.keys(forged).length).toBeGreaterThanOrEqual(60)
    for (const [name, value] of Object.entries(forged)) {
      store.changed("everything")
      const headers = name === "if-none-match" ? {} : { [name]: value }
      const first = await ask("/posts/a", { headers })
      expect([name, first.status, first.text]).toEqual([name, 200, plain.text])
      expect((await ask("/posts/a")).text).toBe(plain.text)
    }
    // The connection is the edge's own.
    expect(Object.keys(seen).sort()).toEqual([
      "accept",
      "connection",
      "host",
      "x-forwarded-host",
      "x-forwarded-proto",
    ])
  })

  test("asked for with all of it at once, by HEAD, is still that page for the next visitor", async () => {
    const { ask } = await openEdge(async (req, res) => {
      res.setHeader("content-type", "text/html")
      res.end(`<p>${req.method} ${JSON.stringify(req.headers)}</p>`)
    })
    const { connection: _, expect: __, ...all } = forged
    await ask("/posts/a", { method: "HEAD", headers: all })
    const next = await ask("/posts/a")
    expect(next.status).toBe(200)
    expect(next.text).toContain("<p>GET ")
    expect(next.text).not.toContain("evil")
  })

  test("says nothing of the framework", async () => {
    const { ask } = await openEdge(async (_, res) => {
      res.setHeader("x-powered-by", "Next.js")
      res.setHeader("x-nextjs-cache", "HIT")
      res.setHeader("vary", "rsc, next-router-state-tree")
      res.setHeader("content-type", "text/html")
      res.end("<p>x</p>")
    })
    const { headers } = await ask("/")
    expect(Object.keys(headers).filter((name) => /next|powered|server/.test(name))).toEqual([])
    expect(headers.vary).toBe("Accept-Encoding")
  })
})

describe("the policy", () => {
  test("of readers' pages allows no script from anywhere, kept or not, found or not", async () => {
    const { ask } = await openEdge(async (req, res) => {
      res.writeHead(req.url === "/none" ? 404 : 200, { "content-type": "text/html" })
      res.end("<script>x</script><p>x</p>")
    })
    for (const path of ["/", "/posts/a", "/comments/abc", "/none"]) {
      const { headers, text } = await ask(path)
      const policy = String(headers["content-security-policy"])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain("unsafe")
      expect(text).not.toContain("<script")
      expect(headers["x-content-type-options"]).toBe("nosniff")
      expect(headers["referrer-policy"]).toBe("same-origin")
      expect(headers["strict-transport-security"]).toBeUndefined()
    }
  })

  test("of the desk has a nonce of its own each time, never a visitor's", async () => {
    const policies: string[] = []
    const { ask } = await openEdge(async (req, res) => {
      policies.push(String(req.headers["content-security-policy"]))
      expect(req.headers["content-security-policy-report-only"]).toBeUndefined()
      res.writeHead(200, { "content-type": "text/html", "cache-control": "s-maxage=31536000" })
      res.end("<script>x</script>")
    })
    for (const path of ["/desk", "/sign-in", "/setup/x", "/desk"]) {
      const reply = await ask(path, {
        headers: {
          "content-security-policy": "script-src 'nonce-evil'",
          "content-security-policy-report-only": "script-src 'nonce-evil'",
        },
      })
      expect(reply.headers["content-security-policy"]).toBe(policies.at(-1))
      expect(reply.headers["cache-control"]).toBe("private, no-store")
      expect(reply.text).toBe("<script>x</script>")
    }
    expect(new Set(policies).size).toBe(4)
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/)
    expect(policies.join()).not.toMatch(/evil|unsafe/)
  })

  test.each([
    "https://mag.example",
    "https://mag.co.example",
    "https://www.mag.example",
    "https://news.town.example",
    "https://mag.example:8443",
    "https://xn--zeitng-xxa.example",
  ])(
    "asks browsers for https at %s, and says nothing of the hosts below it, on every answer",
    async (siteUrl) => {
      const { ask } = await openEdge(page("<p>x</p>"), { siteUrl })
      const replies = await Promise.all([
        ask("/"),
        ask("/desk"),
        ask("/healthz"),
        ask("//"),
        ask("/", { method: "PUT" }),
      ])
      for (const { headers } of replies) {
        expect(headers["strict-transport-security"]).toBe("max-age=31536000")
      }
    },
  )
})
