import type { Page } from "@playwright/test"
import { database } from "../../db/client.ts"
import { inArabic } from "../support/arabic-publication.ts"
import { words } from "../support/arabic-words.ts"
import { crawl } from "../support/crawl.ts"
import { expect, signIn, test } from "../support/fixtures.ts"
import { strayWords } from "../support/stray-words.ts"

test("somebody who reads Arabic finds every page on one side, and hears each word in its language", async ({
  browser,
}) => {
  await inArabic(async (site, unlinked) => {
    const context = await browser.newContext({ baseURL: site, javaScriptEnabled: false })
    const reader = await context.newPage()
    const linked = [...(await crawl(site))].filter(([, text]) => text.startsWith("<!DOCTYPE html>"))
    expect(linked.length).toBeGreaterThan(10)
    const wrong: string[] = []
    for (const width of [360, 1440]) {
      await reader.setViewportSize({ width, height: 900 })
      for (const address of new Set([...linked.map(([address]) => address), ...unlinked])) {
        await reader.goto(address)
        wrong.push(...(await strayWords(reader)).map((words) => `${width} ${address}: ${words}`))
      }
    }
    expect(wrong).toEqual([])
    await reader.goto("/moderation")
    for (const width of [360, 1440]) {
      await reader.setViewportSize({ width, height: 900 })
      const dates = await reader.locator("main time").all()
      expect(dates.length).toBeGreaterThan(1)
      for (const date of dates) {
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
    for (const address of ["/desk", "/desk/posts", "/desk/comments", "/desk/settings"])
      expect(await look(address), address).toEqual(fromTheLeft)
    await page.goto("/desk/posts")
    const title = page.getByRole("link", { name: words.title, exact: true })
    const link = await title.evaluate((link) => getComputedStyle(link).direction)
    const text = await title.locator("bdi").evaluate((text) => getComputedStyle(text).direction)
    expect([link, text]).toEqual(["ltr", "rtl"])
    await page.context().close()
  })
})

async function edges(page: Page, part: string): Promise<{ left: number; right: number }> {
  return page.locator(part).evaluate((box) => {
    const { left, right } = box.getBoundingClientRect()
    return { left: Math.round(left), right: Math.round(right) }
  })
}
