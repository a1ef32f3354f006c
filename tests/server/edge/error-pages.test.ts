import { createHash } from "node:crypto"
import { gunzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { Limits } from "../../../server/edge/limits.ts"
import { Shares } from "../../../server/edge/shares.ts"
import { until } from "../../support/until.ts"
import { openEdge, type Reply } from "./edge.ts"

/** The page of addresses that do not exist, as Next renders it, for a publication of this name. */
const notFound = (name: string) =>
  `<!DOCTYPE html><html lang="de"><head><link rel="stylesheet" href="/_next/static/a.css"/><title>Not found · ${name}</title></head><body><header>${name}</header><main id="main" class="page"><h1>Nothing here</h1></main><footer>${name}</footer><script>go()</script></body></html>`

/** Expects that the style in a page is one that its policy allows. */
function expectStyle({ text, headers }: Reply): void {
  const style = /<style>(.*)<\/style>/.exec(text)?.[1] ?? ""
  const hash = createHash("sha256").update(style).digest("base64")
  expect(headers["content-security-policy"]).toContain(`'sha256-${hash}'`)
}

/** An edge before a publication, which counts what it renders. */
async function publication() {
  const site = { name: "The Corner", rendered: [] as string[] }
  const edge = await openEdge(async (req, res) => {
    site.rendered.push(req.url ?? "")
    if (req.url?.startsWith("/comments/")) return res.writeHead(500).end()
    const link = '</a.woff2>; rel=preload; as="font"; crossorigin=""'
    return res.writeHead(404, { "content-type": "text/html", link }).end(notFound(site.name))
  })
  return { ...edge, site }
}

const form = { "content-type": "application/x-www-form-urlencoded" }

const errors = [
  ["400", "//", {}],
  ["403", "/newsletter", { method: "POST", headers: { ...form, origin: "https://evil.example" } }],
  ["405", "/archive", { method: "POST", headers: form }],
  ["405", "/", { method: "PUT" }],
  ["413", "/newsletter", { method: "POST", headers: form, body: "x".repeat(20_000) }],
  ["500", "/comments/erased", {}],
] as const

describe.each(errors)("an answer %s to %s", (status, path, given) => {
  test("is a page of the publication, without scripts, that says what to do", async () => {
    const { handler, ask, site } = await publication()
    await handler.fetchFrame()
    const before = site.rendered.length
    const answer = await ask(path, given)
    expect(answer.status).toBe(Number(status))
    expect(answer.text).toContain('<html lang="de">')
    expect(answer.text).toContain('<link rel="stylesheet" href="/_next/static/a.css"/>')
    expect(answer.text).toContain('<link rel="preload" href="/a.woff2" as="font"')
    expect(answer.text).toContain("<header>The Corner</header>")
    expect(answer.text).toContain("<footer>The Corner</footer>")
    expect(answer.text).toMatch(/<title>[A-Z][^<]+ · The Corner<\/title>/)
    expect(answer.text).toMatch(/<h1 class="page-title">[A-Z].*<p class="standfirst">Please .*\./)
    expect(answer.text).not.toMatch(/<script|Nothing here|Not found/)
    expect(answer.headers["content-security-policy"]).toMatch(/style-src 'self'/)
    // Only what was asked for, if anything: the frame is there.
    expect(site.rendered.slice(before)).toEqual(path === "/comments/erased" ? [path] : [])
  })
})

test("a thousand errors render nothing, with a frame or without", async () => {
  const { handler, ask, site } = await publication()
  for (let n = 0; n < 500; n++) await ask("/archive", { method: "POST", headers: form })
  expect(site.rendered).toEqual([])
  await handler.fetchFrame()
  for (let n = 0; n < 500; n++) await ask("/archive", { method: "POST", headers: form })
  expect(site.rendered).toEqual(["/_not-found"])
  handler.changed("frame")
  expect(site.rendered).toEqual(["/_not-found"])
  await Promise.all(Array.from({ length: 500 }, () => ask("/archive", { method: "POST", headers: form })))
  expect(site.rendered).toEqual(["/_not-found", "/_not-found"])
})

test("a publication that cannot be asked is not asked again for each error", async () => {
  const asked: string[] = []
  const { handler, ask } = await openEdge(async (req, res) => {
    asked.push(req.url ?? "")
    res.writeHead(500).end()
  })
  await handler.fetchFrame()
  for (let n = 0; n < 50; n++) await ask("/", { method: "PUT" })
  expect(asked).toEqual(["/_not-found"])
})

test("a publication that changes its name has it on its error pages, however often and fast it does", async () => {
  const { handler, ask, site } = await publication()
  await handler.fetchFrame()
  for (const name of ["The Square", "The Bridge", "The Ford"]) {
    site.name = name
    handler.changed("everything")
    await ask("/", { method: "PUT" })
  }
  await until("the newest name", async () => {
    return (await ask("/", { method: "PUT" })).text.includes("<header>The Ford</header>")
  })
  handler.changed("thread:a")
  expect((await ask("/", { method: "PUT" })).text).toContain("<header>The Ford</header>")
})

test("while there is no frame the plain page is shown, with a style that its policy allows", async () => {
  const { ask } = await publication()
  const answer = await ask("/", { method: "PUT" })
  expectStyle(answer)
  expect(answer.text).toContain("That cannot be done here")
})

test("so does the plain page of a form that nobody has a place for, around the words that were typed", async () => {
  const limits = Object.assign(new Limits(), { shares: new Shares({ waitingEach: 0 }) })
  const { ask } = await openEdge(async (_, res) => res.end(), { limits })
  const answer = await ask("/newsletter", { method: "POST", headers: form, body: "text=Some+words" })
  expect(answer.status).toBe(429)
  expectStyle(answer)
  expect(answer.text).toContain("Some words")
})

test.each(["with the frame", "without one"])(
  "a page of an error %s is sent compressed to whoever takes that, and only to them",
  async (which) => {
    const { handler, ask, site } = await publication()
    site.name = "The Corner".repeat(50)
    if (which === "with the frame") await handler.fetchFrame()
    const plain = await ask("/", { method: "PUT" })
    expect(plain.headers["content-encoding"]).toBeUndefined()
    for (let n = 0; n < 2; n++) {
      const answer = await ask("/", { method: "PUT", headers: { "accept-encoding": "gzip, br" } })
      expect(answer.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" })
      expect(Number(answer.headers["content-length"])).toBe(answer.body.length)
      expect(gunzipSync(answer.body)).toEqual(plain.body)
    }
  },
)

test("a publication whose page is of another shape gets the plain page, and no half of one", async () => {
  const { handler, ask } = await openEdge(async (_, res) =>
    res.writeHead(404, { "content-type": "text/html" }).end("<title>Not found</title><main>No</main>"),
  )
  await handler.fetchFrame()
  expect((await ask("/", { method: "PUT" })).text).toContain("<style>")
})
