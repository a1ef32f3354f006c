import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Browser, Page } from "@playwright/test"
import { drizzle } from "drizzle-orm/postgres-js"
import { simpleParser } from "mailparser"
import { SaxesParser } from "saxes"
import { createComment, createPost } from "../../db/factories.ts"
import { type App, demoPassword, startApp } from "../support/app.ts"
import { openCluster } from "../support/cluster.ts"
import { copyDemo } from "../support/demo.ts"
import { expect, test } from "../support/fixtures.ts"
import { hostileText } from "../support/hostile-text.ts"

/*
 * Rows are written straight into the database, past everything that a form would refuse or change, and the pages are
 * opened with scripts on and without their policy: only the escaping stands between these words and the browser.
 */

let app: App
let dataDir: string
const slug = "a-story-that-is-shouted-at"

test.describe.configure({ mode: "serial" })

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-hostile-"))
  copyDemo(dataDir)
  app = await startApp({ DATA_DIR: dataDir, DATABASE_URL: "", RATE_LIMITS: "off" })
  const client = openCluster(dataDir)
  const db = drizzle(client, { casing: "snake_case" })
  const post = await createPost(db, { slug, title: "A story that is shouted at" })
  const other = await createPost(db, { title: `${hostile(3)} ${hostile(40)}`.slice(0, 300) })
  for (const status of ["approved", "pending"] as const) {
    for (const at of hostileText.keys()) {
      await createComment(db, {
        postId: at % 50 === 0 ? other.id : post.id,
        status,
        body: hostile(at),
        name: hostile(at + 211).slice(0, 200),
        website: hostile(at + 467).slice(0, 150),
      })
    }
  }
  await client.end()
})

test.afterAll(async () => {
  await app?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

test("nothing runs in a reader's browser, on any page of the thread", async ({ browser }) => {
  const { page, ran } = await openly(browser)
  const seen = new Set<string>()
  for (let next: string | null = `${app.url}/posts/${slug}`; next !== null; ) {
    seen.add(next)
    await page.goto(next)
    await provoke(page)
    const address = await nextPage(page)
    next = address && !seen.has(new URL(address, app.url).href) ? new URL(address, app.url).href : null
  }
  for (const link of await page
    .getByRole("link", { name: /^(Reply|Report)$/ })
    .all()
    .then((all) => all.slice(0, 6))) {
    const address = await link.getAttribute("href")
    const aside = await page.context().newPage()
    await aside.goto(`${app.url}${address}`)
    await aside.close()
  }
  expect(ran()).toEqual([])
  await page.context().close()
})

test("no link leads anywhere but to a web address", async ({ browser }) => {
  const { page } = await openly(browser)
  await page.goto(`${app.url}/posts/${slug}`)
  const schemes = await page
    .locator("a[href]")
    .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).protocol))])
  expect(["http:", "https:"]).toEqual(expect.arrayContaining(schemes))
  await page.context().close()
})

test("nothing runs in a moderator's browser, in any queue", async ({ browser }) => {
  const { page, ran } = await openly(browser)
  await page.goto(`${app.url}/sign-in`)
  await page.getByLabel("Email").fill("moderator@example.org")
  await page.getByLabel("Password").fill(demoPassword)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL("**/desk**")
  // The same cards show the same words in each queue, so that of the second a few pages are enough.
  for (const [status, most] of [
    ["waiting", 25],
    ["approved", 3],
  ] as const) {
    const seen = new Set<string>()
    for (
      let next: string | null = `${app.url}/desk/comments?status=${status}`;
      next !== null && seen.size < most;
    ) {
      seen.add(next)
      await page.goto(next)
      await expect(page.getByRole("article").first()).toBeVisible()
      await provoke(page)
      const address = await nextPage(page)
      next = address && !seen.has(new URL(address, app.url).href) ? new URL(address, app.url).href : null
    }
    expect(seen.size).toBeGreaterThanOrEqual(Math.min(most, 10))
  }
  expect(ran()).toEqual([])
  await page.context().close()
})

test("every feed is well-formed and holds them as text", async ({ request }) => {
  const feeds = ["/feed.xml", "/comments/feed.xml", `/posts/${slug}/comments/feed.xml`]
  for (const feed of feeds) {
    const answer = await request.get(`${app.url}${feed}`)
    expect(answer.status(), feed).toBe(200)
    const parser = new SaxesParser()
    const elements = new Set<string>()
    parser.on("error", (error) => {
      throw error
    })
    parser.on("opentag", ({ name }) => void elements.add(name.toLowerCase()))
    parser.write(await answer.text()).close()
    for (const name of ["script", "img", "svg", "iframe"]) expect(elements, feed).not.toContain(name)
  }
})

test("nothing runs in a letter, and nothing that was typed adds a header to it", async ({ browser }) => {
  const folder = path.join(dataDir, "mail")
  const letters = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith(".eml")) : []
  const { page, ran } = await openly(browser)
  for (const name of letters) {
    const mail = await simpleParser(fs.readFileSync(path.join(folder, name)))
    expect(mail.bcc, name).toBeUndefined()
    if (mail.html) await page.setContent(mail.html)
  }
  expect(ran()).toEqual([])
  await page.context().close()
})

function hostile(at: number): string {
  // Postgres keeps no NUL.
  return (hostileText[at % hostileText.length] ?? "").replaceAll("\u0000", "").slice(0, 20_000) || "x"
}

async function nextPage(page: Page): Promise<string | null> {
  const [link] = await page.locator('a[rel~="next"]').all()
  return link ? link.getAttribute("href") : null
}

/** A page with scripts on and no policy, and what ran on it that should not. */
async function openly(browser: Browser) {
  const context = await browser.newContext({ bypassCSP: true, javaScriptEnabled: true })
  const page = await context.newPage()
  const ran: string[] = []
  context.on("page", (opened) => opened.on("dialog", (dialog) => void dialog.dismiss()))
  page.on("dialog", (dialog) => {
    ran.push(`${page.url()}: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(app.url).origin) ran.push(`asked for ${request.url()}`)
  })
  return { page, ran: () => ran }
}

/** What somebody does who reads: everything that can be hovered, focused or scrolled to gets its event. */
async function provoke(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("main *")) {
      for (const type of [
        "mouseover",
        "pointerover",
        "focus",
        "animationstart",
        "toggle",
        "wheel",
        "scroll",
      ]) {
        element.dispatchEvent(new Event(type, { bubbles: false }))
      }
    }
  })
}
