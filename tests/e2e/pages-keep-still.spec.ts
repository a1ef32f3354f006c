import { randomUUID } from "node:crypto"
import type { Browser, Page } from "@playwright/test"
import sharp from "sharp"
import type { Database } from "../../db/client.ts"
import { createPost, tagPost } from "../../db/factories.ts"
import { mediaUses } from "../../db/schema/media-uses.ts"
import { expect, test } from "../support/fixtures.ts"
import { renderedForIn } from "../support/rendered-for.ts"
import { until } from "../support/until.ts"

type Upload = { id: number; state: string; files: unknown[] }

/** Sends a picture into the library as whoever is signed in, and waits for its sizes. */
async function upload(desk: Page, name: string, buffer: Buffer): Promise<number> {
  const headers = { accept: "application/json", origin: new URL(process.env.TEST_URL ?? "").origin }
  const file = { name, mimeType: "application/octet-stream", buffer }
  const renderedFor = renderedForIn(await (await desk.request.get("/desk/media")).text())
  const answer = await desk.request.post("/desk/media/upload", { headers, multipart: { file, renderedFor } })
  const [{ picture }] = (await answer.json()) as [{ picture: Upload }]
  await until("the picture's sizes", async () => {
    const found = await desk.request.get(`/desk/media/pick?id=${picture.id}`)
    const { pictures } = (await found.json()) as { pictures: Upload[] }
    return pictures[0]?.state === "ready"
  })
  return picture.id
}

/** A photograph that no other test has. */
function photograph(width: number, height: number): Promise<Buffer> {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 40 }
  return sharp({ create: { width, height, channels: 3, background: "#336699", noise } })
    .jpeg()
    .toBuffer()
}

const node = (mediaId: number, size = "normal") => ({
  type: "picture",
  attrs: { mediaId, alt: "A field", caption: "The field in May", size, decorative: false },
})

async function storyWith(db: Database, [lead = 0, ...body]: number[], tag: string) {
  const words = { type: "paragraph", content: [{ type: "text", text: "It rained. ".repeat(60) }] }
  const [tall = 0, wide = 0, ...gallery] = body
  const content = [
    words,
    node(tall),
    words,
    node(wide, "wide"),
    words,
    node(wide, "full"),
    words,
    { type: "gallery", content: gallery.map((id) => node(id)) },
    words,
  ]
  const post = await createPost(db, { leadMediaId: lead, body: { type: "doc", content } })
  await db
    .insert(mediaUses)
    .values([
      { mediaId: lead, postId: post.id, place: "lead" as const },
      ...[...new Set(body)].map((mediaId) => ({ mediaId, postId: post.id, place: "body" as const })),
    ])
  await tagPost(db, post.id, tag)
  return post
}

/** How far a page moves while its pictures come later than everything else, from its head to its foot. */
async function shiftOf(browser: Browser, address: string, width: number): Promise<number> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    baseURL: process.env.TEST_URL,
  })
  const page = await context.newPage()
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number
          hadRecentInput: boolean
        }
        if (!hadRecentInput) (window as unknown as { shift: number }).shift += value
      }
    }).observe({ type: "layout-shift", buffered: true })
  })
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route("**/media/**", async (route) => {
    await held
    await route.continue()
  })
  await page.goto(address, { waitUntil: "domcontentloaded" })
  await painted(page)
  release()
  let arrived = 0
  for (const picture of await page.locator("img").all()) {
    const width = await picture.evaluate(async (img: HTMLImageElement) => {
      img.scrollIntoView()
      img.loading = "eager"
      // Among the pictures of other tests' stories are some without a file.
      await img.decode().catch(() => {})
      return img.naturalWidth
    })
    if (width > 0) arrived++
  }
  expect(arrived, address).toBeGreaterThan(0)
  await painted(page)
  const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift)
  await context.close()
  return shift
}

/** Two frames: what is observed of the first is known in the second. */
function painted(page: Page): Promise<unknown> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

test("nothing on a page moves when its pictures arrive, on a phone and on a desk", async ({
  desk,
  signInAs,
  browser,
  db,
  refresh,
}) => {
  await signInAs("editor")
  const sizes = [
    [1500, 1000],
    [700, 1400],
    [2000, 900],
    [900, 900],
    [1200, 500],
    [500, 900],
  ] as const
  const ids: number[] = []
  for (const [width, height] of sizes)
    ids.push(await upload(desk, `${randomUUID()}.jpg`, await photograph(width, height)))
  const tag = `Fields ${randomUUID().slice(0, 8)}`
  const post = await storyWith(db, ids, tag)
  await refresh()
  const list = `/tags/${tag.toLowerCase().replaceAll(" ", "-")}`
  for (const width of [360, 1440])
    for (const address of ["/", `/posts/${post.slug}`, list])
      expect(await shiftOf(browser, address, width), `${address} at ${width}`).toBe(0)
})

test("an animation stands still for a reader who asks for less motion, and moves for others", async ({
  desk,
  signInAs,
  browser,
  db,
  refresh,
}) => {
  await signInAs("editor")
  const frames = await Promise.all([1, 2, 3].map(() => photograph(320, 240)))
  const animation = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const id = await upload(desk, `${randomUUID()}.gif`, animation)
  const post = await createPost(db, { leadMediaId: id })
  await db.insert(mediaUses).values({ mediaId: id, postId: post.id, place: "lead" })
  await refresh()
  const shown = async (reducedMotion: "reduce" | "no-preference") => {
    const context = await browser.newContext({ baseURL: process.env.TEST_URL, reducedMotion })
    const page = await context.newPage()
    await page.goto(`/posts/${post.slug}`)
    const file = await page.locator(".story-picture img").evaluate((img: HTMLImageElement) => img.currentSrc)
    await context.close()
    return file
  }
  expect(await shown("reduce")).toMatch(/\.jpg$/)
  expect(await shown("no-preference")).toMatch(/\.webp$/)
})
