import type { Page } from "@playwright/test"
import { createPost, paragraphs } from "../../db/factories.ts"
import { test as base, expect } from "../support/fixtures.ts"

/** The desk on a phone. */
const test = base.extend({
  desk: async ({ browser, baseURL, extraHTTPHeaders }, use) => {
    const viewport = { width: 360, height: 640 }
    const context = await browser.newContext({ baseURL, extraHTTPHeaders, viewport, hasTouch: true })
    await use(await context.newPage())
    await context.close()
  },
})

/** The window that a keyboard on the screen leaves. */
const beside = { width: 360, height: 380 }

const body = (page: Page) => page.getByRole("textbox", { name: "Body" })

async function edges(page: Page, selector: string): Promise<{ top: number; bottom: number }> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return { top, bottom }
  })
}

/** Where the line is that is written. */
async function caret(page: Page): Promise<{ top: number; bottom: number }> {
  return page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0)
    const { startContainer } = range ?? {}
    const line = startContainer instanceof Element ? startContainer : startContainer?.parentElement
    const box = range?.getClientRects()[0] ?? line?.getBoundingClientRect()
    return { top: box?.top ?? 0, bottom: box?.bottom ?? 0 }
  })
}

test("somebody who writes on a phone sees their line, what is saved and the tools beside the keyboard", async ({
  desk,
  signInAs,
  db,
  axe,
}) => {
  const editor = await signInAs("editor")
  const words = Array.from({ length: 12 }, (_, n) =>
    `Paragraph ${n} of a story about the old bridge. `.repeat(3),
  )
  const post = await createPost(db, {
    createdBy: editor.id,
    status: "in_review",
    publishedAt: null,
    body: paragraphs(...words),
  })
  await desk.goto(`/desk/posts/${post.id}`)
  await expect(body(desk)).toBeVisible()
  // All steps are in one row, and that which goes on is in sight.
  await expect(desk.getByRole("button", { name: "Publish", exact: true })).toBeInViewport({ ratio: 1 })
  await axe(desk)

  await desk.setViewportSize(beside)
  await body(desk).getByText("Paragraph 6").click()
  await desk.keyboard.press("ControlOrMeta+End")
  for (let n = 0; n < 6; n++) await desk.keyboard.type(`${n} more`).then(() => desk.keyboard.press("Enter"))
  const head = await edges(desk, ".writing-head")
  // The head leaves two thirds of the window to the words.
  expect(head.bottom).toBeLessThan(beside.height / 3)
  const line = await caret(desk)
  expect(line.top).toBeGreaterThanOrEqual(head.bottom)
  expect(line.bottom).toBeLessThanOrEqual(beside.height)
  await expect(desk.getByRole("status").first()).toBeInViewport({ ratio: 1 })
  await expect(desk.getByRole("toolbar", { name: "Formatting" })).toBeInViewport()

  await desk.keyboard.type("/")
  const menu = desk.getByRole("listbox", { name: "Blocks" })
  await expect(menu).toBeVisible()
  const box = await edges(desk, "#block-menu")
  const slash = await caret(desk)
  expect(box.bottom).toBeLessThanOrEqual(beside.height)
  expect(box.top).toBeGreaterThanOrEqual((await edges(desk, ".writing-head")).bottom)
  expect(box.top >= slash.bottom || box.bottom <= slash.top).toBe(true)
  await desk.keyboard.type("quest")
  await desk.keyboard.press("Enter")
  await expect(body(desk).locator(".question")).toHaveCount(1)
})

test("somebody who opens a story on a phone sees mostly the story, and that the rows above it go on", async ({
  desk,
  signInAs,
  db,
  axe,
}) => {
  const editor = await signInAs("editor")
  const post = await createPost(db, { createdBy: editor.id, status: "in_review", publishedAt: null })
  await desk.setViewportSize({ width: 360, height: 740 })
  await desk.goto(`/desk/posts/${post.id}`)
  await expect(body(desk)).toBeVisible()
  const head = await edges(desk, ".writing-head")
  expect(head.bottom).toBeLessThan(740 / 3)
  const tools = desk.getByRole("toolbar", { name: "Formatting" })
  await expect(tools).toHaveAttribute("data-more", "end")
  await expect(tools).toHaveCSS("mask-image", /linear-gradient/)
  await axe(desk)
  await desk.getByRole("button", { name: "Add block" }).scrollIntoViewIfNeeded()
  await expect(tools).toHaveAttribute("data-more", "start")
  expect((await edges(desk, ".writing-head")).bottom - (await edges(desk, ".writing-head")).top).toBe(
    head.bottom - head.top,
  )
})
