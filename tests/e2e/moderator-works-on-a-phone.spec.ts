import { randomUUID } from "node:crypto"
import type { Locator } from "@playwright/test"
import { createComment, createPost } from "../../db/factories.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

for (const scripts of [true, false]) {
  test(`on a phone the first comment is in sight and its buttons are at hand, with scripts ${scripts ? "on" : "off"}`, async ({
    browser,
    baseURL,
    extraHTTPHeaders,
    db,
    axe,
  }) => {
    const context = await browser.newContext({
      ...phone,
      baseURL,
      extraHTTPHeaders,
      javaScriptEnabled: scripts,
    })
    await signIn(db, context, ["moderator"])
    // Both tests see one queue.
    const title = scripts ? "On foot" : "By bus"
    const post = await createPost(db, { slug: `phone-${randomUUID()}`, title })
    const long = "A long comment goes on and on, and its end is far below. ".repeat(20)
    const said = { postId: post.id, status: "pending", body: long } as const
    const { id } = await createComment(db, { ...said, name: "First" })
    await createComment(db, { ...said, name: "Second" })
    const page = await context.newPage()
    await page.goto(`/desk/comments?status=waiting&after=${id - 1}`)
    const card = (name: string) => page.getByRole("article", { name: `${name} on ${title}` })

    expect((await box(card("First"))).y).toBeLessThan(300)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect((await box(page.getByRole("navigation", { name: "Queues" }))).height).toBeLessThan(60)
    await expect(page.getByRole("button", { name: "Keyboard" })).toBeHidden()

    // The text ends below the window, and the decisions stand at its edge.
    const approve = card("First").getByRole("button", { name: "Approve" })
    await expect(approve).toBeInViewport({ ratio: 1 })
    for (const name of ["Approve", "Spam", "Reject"])
      expect((await box(card("First").getByRole("button", { name }))).height).toBeGreaterThanOrEqual(44)
    await expect(card("First").getByText("Note", { exact: true })).not.toBeInViewport()
    if (scripts) {
      await axe(page)
      const before = await box(card("Second"))
      await approve.click()
      await expect(card("First").getByRole("link", { name: "See it on the page" })).toBeAttached()
      expect((await box(card("Second"))).y).toBe(before.y)
    }

    const words = page.getByLabel("Words", { exact: true })
    await expect(words).toBeHidden()
    await page.locator("summary", { hasText: "Search" }).click()
    await words.fill("nothing like it")
    await page.getByRole("button", { name: "Search" }).click()
    await expect(page).toHaveURL(/words=nothing\+like\+it/)
    // Open where it narrows the list, so that it is seen why so little is shown.
    await expect(words).toHaveValue("nothing like it")
    await expect(words).toBeVisible()
    await context.close()
  })
}

async function box(element: Locator) {
  const found = await element.boundingBox()
  if (!found) throw new Error("It is not on the page.")
  return found
}
