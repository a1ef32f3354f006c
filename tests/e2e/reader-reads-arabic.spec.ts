import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import type { Page } from "@playwright/test"
import { sql } from "drizzle-orm"
import { database } from "../../db/client.ts"
import { startApp } from "../support/app.ts"
import { fillWithArabic } from "../support/arabic-newsroom.ts"
import { words } from "../support/arabic-words.ts"
import { crawl } from "../support/crawl.ts"
import { expect, signIn, test } from "../support/fixtures.ts"
import { withOwnDatabase } from "../support/own-publication.ts"
import { strayWords } from "../support/stray-words.ts"
import { until } from "../support/until.ts"

test("somebody who reads Arabic finds every page on one side, and hears each word in its language", async ({
  browser,
}) => {
  await inArabic(async (site, unlinked) => {
    const context = await browser.newContext({ baseURL: site, javaScriptEnabled: false })
    const reader = await context.newPage()
    const linked = [...(await crawl(site))].filter(([, text]) => text.startsWith("<!DOCTYPE html>"))
    const wrong: string[] = []
    for (const width of [360, 1440]) {
      await reader.setViewportSize({ width, height: 900 })
      for (const address of new Set([...linked.map(([address]) => address), ...unlinked])) {
        await reader.goto(address)
        wrong.push(...(await strayWords(reader)).map((words) => `${width} ${address}: ${words}`))
        if (process.env.LOOK)
          for (const colorScheme of ["light", "dark"] as const) {
            await reader.emulateMedia({ colorScheme })
            await reader.screenshot({
              path: `${process.env.LOOK}/${width}-${address.replaceAll(/[^a-z0-9-]+/gi, "_").slice(0, 40)}-${colorScheme}.png`,
              fullPage: true,
            })
          }
      }
    }
    expect(wrong).toEqual([])
    await reader.goto("/moderation")
    for (const width of [360, 1440]) {
      await reader.setViewportSize({ width, height: 900 })
      for (const date of await reader.locator("main time").all()) {
        const lines = await date.evaluate((time) => time.getClientRects().length)
        expect(lines, "a date on one line").toBe(1)
      }
    }
    await context.close()
  })
})

test("what stands below a story keeps to its column, whichever way the story and its page run", async ({
  browser,
}) => {
  await inArabic(async (site) => {
    const page = await (await browser.newContext({ baseURL: site, javaScriptEnabled: false })).newPage()
    for (const width of [360, 760, 1100, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      for (const slug of ["arabic", "english"]) {
        await page.goto(`/posts/${slug}`)
        const column = await edges(page, ".story-body")
        for (const part of [".comments", "#respond", "#respond form", "#newsletter"])
          expect(await edges(page, part), `${part} of ${slug} at ${width}`).toEqual(column)
      }
    }
    await page.context().close()
  })
})

test("staff find sign-in and the desk in English, from the left, with stories as they run", async ({
  browser,
}) => {
  await inArabic(async (site) => {
    const page = await (await browser.newContext({ baseURL: site })).newPage()
    const look = async (address: string) => {
      await page.goto(address)
      if (process.env.LOOK)
        for (const width of [360, 1440]) {
          await page.setViewportSize({ width, height: 900 })
          await page.screenshot({
            path: `${process.env.LOOK}/desk-${width}-${address.replaceAll("/", "_")}.png`,
          })
        }
      const heading = page.getByRole("heading", { level: 1 })
      return heading.evaluate((words) => {
        const { direction, textAlign } = getComputedStyle(words)
        return { direction, textAlign, language: words.closest("[lang]")?.getAttribute("lang") }
      })
    }
    const fromTheLeft = { direction: "ltr", textAlign: "start", language: "en" }
    for (const address of ["/sign-in", "/sign-in/link"])
      expect(await look(address), address).toEqual(fromTheLeft)
    await signIn(database(), page.context(), ["admin", "editor", "moderator"])
    for (const address of ["/desk", "/desk/posts", "/desk/comments", "/desk/settings", "/desk/nothing"])
      expect(await look(address), address).toEqual(fromTheLeft)
    await page.goto("/desk/posts")
    await expect(page.getByRole("link", { name: words.title, exact: true })).toHaveAttribute("dir", "auto")
    await page.context().close()
  })
})

/** An app of its own on a database of its own: the language is everybody's. */
async function inArabic(work: (site: string, unlinked: string[]) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "masthead-arabic-"))
  await withOwnDatabase("arabic", async (url) => {
    const env = { DATABASE_URL: url, DATA_DIR: dataDir, DEMO: "off", RATE_LIMITS: "off" }
    const app = await startApp(env)
    try {
      const unlinked = await fillWithArabic(database())
      await database().execute(sql`select pg_notify('cache_tags', 'everything')`)
      await until("the page of unknown addresses in Arabic", async () => {
        const page = await fetch(`${app.url}/a-page-that-is-not-there`)
        return (await page.text()).includes('lang="ar"')
      })
      await work(app.url, unlinked)
    } finally {
      await app.stop()
    }
  })
  await rm(dataDir, { recursive: true, force: true })
}

async function edges(page: Page, part: string): Promise<{ left: number; right: number }> {
  return page.locator(part).evaluate((box) => {
    const { left, right } = box.getBoundingClientRect()
    return { left: Math.round(left), right: Math.round(right) }
  })
}
