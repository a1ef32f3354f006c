import { eq } from "drizzle-orm"
import { createPost } from "../../db/factories.ts"
import { posts } from "../../db/schema/posts.ts"
import { test as base, expect, signIn } from "../support/fixtures.ts"

/** The desk in a browser whose scripts are off. */
const test = base.extend({
  desk: async ({ browser, baseURL, extraHTTPHeaders }, use) => {
    const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: false })
    await use(await context.newPage())
    await context.close()
  },
})

const draft = { status: "draft", publishedAt: null } as const

test("an editor sets a date and an embargo where no script runs, and what is refused stays typed", async ({
  desk,
  db,
}) => {
  await signIn(db, desk.context(), ["editor"])
  const post = await createPost(db, draft)
  const dates = () => db.select().from(posts).where(eq(posts.id, post.id))
  await desk.goto(`/desk/posts/${post.id}/dates`)
  await desk.getByLabel("Date shown").fill("2031-05-01T08:00")
  await desk.getByRole("button", { name: "Save date" }).click()
  await expect(desk.getByText("Choose a time in the past.")).toBeVisible()
  await expect(desk.getByLabel("Date shown")).toHaveValue("2031-05-01T08:00")
  await desk.getByLabel("Date shown").fill("2026-01-05T08:00")
  await desk.getByRole("button", { name: "Save date" }).click()
  await expect(desk.getByText("Date saved.")).toBeVisible()
  await expect(desk.getByLabel("Date shown")).toHaveValue("2026-01-05T08:00")
  expect((await dates())[0]?.dateShown).not.toBeNull()

  const year = new Date().getFullYear() + 1
  await desk.getByLabel("Embargo until").fill(`${year}-06-01T09:30`)
  await desk.getByRole("button", { name: "Set embargo" }).click()
  await expect(desk.getByText("Embargo set. Until then nobody can publish the story.")).toBeVisible()
  await expect(desk.getByRole("banner").or(desk.locator("header")).getByText("Embargoed until")).toBeVisible()
  await desk.getByRole("button", { name: "Lift embargo" }).click()
  await expect(desk.getByText("Embargo lifted. The story can be published.")).toBeVisible()
  expect((await dates())[0]?.embargoUntil).toBeNull()
})

test("an editor shares a preview where no script runs, copies the link from its field and revokes it", async ({
  desk,
  reader,
  db,
}) => {
  await signIn(db, desk.context(), ["editor"])
  const post = await createPost(db, { ...draft, title: "The council closes the baths" })
  await desk.goto(`/desk/posts/${post.id}/share`)
  await desk.getByLabel("The link works for").selectOption("1 day")
  await desk.getByRole("button", { name: "Make a link" }).click()
  const link = new URL(await desk.getByLabel("Preview link").inputValue()).pathname
  await reader.goto(link)
  await expect(reader.getByRole("heading", { name: post.title })).toBeVisible()
  await desk.getByRole("button", { name: /^Revoke/ }).click()
  await expect(desk.getByText("Revoked. The link no longer opens the story.")).toBeVisible()
  expect((await reader.goto(link))?.status()).toBe(404)
})
