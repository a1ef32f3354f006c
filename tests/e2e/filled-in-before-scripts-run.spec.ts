import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import { createAuthor, createPost, tagPost } from "../../db/factories.ts"
import { media } from "../../db/schema/media.ts"
import { posts } from "../../db/schema/posts.ts"
import { accentShades } from "../../lib/settings/accent.ts"
import { expect, test } from "../support/fixtures.ts"
import { choose } from "../support/keyboard.ts"
import { photograph } from "../support/photographs.ts"

const draft = { status: "draft", publishedAt: null } as const

/** Opens a page whose scripts come late. @returns what lets them come */
async function openLate(page: Page, path: string): Promise<() => void> {
  let come = () => {}
  const coming = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route("**/*.js", async (route) => {
    await coming
    await route.continue()
  })
  await page.goto(path, { waitUntil: "commit" })
  return come
}

test("a colour that is chosen before scripts run is shown in its shades", async ({ desk, signInAs }) => {
  await signInAs("admin")
  const come = await openLate(desk, "/desk/settings")
  await desk.getByLabel("Accent colour").fill("#ffe600")
  come()
  await expect(desk.getByText(accentShades("#ffe600").light)).toBeVisible()
})

test("of a time that is typed before scripts run it is asked which of two it is", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("editor")
  const story = await createPost(db)
  const come = await openLate(desk, `/desk/posts/${story.id}/dates`)
  await desk.getByRole("textbox", { name: "Date" }).fill("2025-10-26T01:30")
  come()
  await expect(desk.getByLabel("Which of the two")).toBeVisible()
})

test("a section whose tag is chosen before scripts run offers the stories of that tag", async ({
  desk,
  signInAs,
}) => {
  await signInAs("editor")
  const come = await openLate(desk, "/desk/front-page")
  await choose(desk.getByLabel("Section 1", { exact: true }), "Food")
  const lead = desk.getByLabel("Section 1 opens with")
  const stories = await lead.locator("optgroup[label=Food] option").allTextContents()
  come()
  await expect(lead.getByRole("group")).toHaveCount(0)
  await expect(lead.getByRole("option")).toHaveText(["The newest", ...stories])
})

test("a picture that is chosen before scripts run goes into the library, and what its crops keep stays as chosen", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("editor")
  const name = `${randomUUID()}.jpg`
  const upload = await openLate(desk, "/desk/media")
  await desk
    .getByLabel("Upload")
    .setInputFiles({ name, mimeType: "image/jpeg", buffer: await photograph(420, 300) })
  upload()
  await expect(desk.getByRole("list", { name: "Uploads" })).toContainText("In the library")

  const [picture] = await db.select().from(media).where(eq(media.filename, name))
  const aim = await openLate(desk, `/desk/media/${picture?.id}`)
  await desk.getByLabel("Horizontal").fill("20")
  aim()
  const crops = desk.getByRole("list", { name: "Crops" }).locator("img")
  await expect(crops.first()).toHaveCSS("object-position", "20% 50%")
  await expect(desk.getByLabel("Horizontal")).toHaveValue("20")
})

test("a title, tags and a way of taking comments that are filled in before scripts run are saved", async ({
  desk,
  signInAs,
  db,
}) => {
  const writer = await signInAs("editor")
  const come = await openLate(desk, "/desk/posts/new")
  const title = `Typed early ${randomUUID()}`
  await desk.getByLabel("Title", { exact: true }).fill(title)
  await desk.getByLabel("Tags").fill("Food, Weirs")
  await desk.getByLabel("Comments").selectOption("closed")
  come()
  await expect(desk.getByRole("status").filter({ hasText: /^Saved at/ })).toBeVisible()
  await desk.reload()
  await expect(desk.getByLabel("Title", { exact: true })).toHaveValue(title)
  await expect(desk.getByRole("button", { name: "Remove Food" })).toBeVisible()
  await expect(desk.getByRole("button", { name: "Remove Weirs" })).toBeVisible()
  await expect(desk.getByLabel("Comments")).toHaveValue("closed")
  const saved = await db.select({ title: posts.title }).from(posts).where(eq(posts.createdBy, writer.id))
  expect(saved).toEqual([{ title }])
})

test("words that are typed over others before scripts run stay, are saved, and keep the cursor", async ({
  desk,
  signInAs,
  db,
}) => {
  const editor = await signInAs("editor")
  const story = await createPost(db, {
    ...draft,
    createdBy: editor.id,
    title: "A weir",
    standfirst: "As it begins",
  })
  const come = await openLate(desk, `/desk/posts/${story.id}`)
  await desk.getByLabel("Standfirst").fill("As it was meant")
  const title = desk.getByLabel("Title", { exact: true })
  await title.fill("A weir of Wenlow")
  for (const _ of "Wenlow") await title.press("ArrowLeft")
  come()
  await desk.getByRole("textbox", { name: "Body" }).waitFor()
  await desk.keyboard.type("old ")
  await expect(title).toHaveValue("A weir of old Wenlow")
  await expect(desk.getByRole("status").filter({ hasText: /^Saved at/ })).toBeVisible()
  await desk.reload()
  await expect(title).toHaveValue("A weir of old Wenlow")
  await expect(desk.getByLabel("Standfirst")).toHaveValue("As it was meant")
})

test("an author who is named and a part that is chosen before scripts run are the story's", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("editor")
  const second = await createAuthor(db)
  const story = await createPost(db, draft)
  const come = await openLate(desk, `/desk/posts/${story.id}`)
  await desk.getByLabel(/^Part of /).selectOption("photographs")
  await desk.getByLabel("Add an author").fill(second.name)
  come()
  await desk.getByRole("textbox", { name: "Body" }).waitFor()
  await desk.getByRole("button", { name: "Add author" }).click()
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByRole("status").filter({ hasText: /^Saved at/ })).toBeVisible()
  await desk.reload()
  const parts = desk.getByLabel(/^Part of /)
  await expect(parts).toHaveCount(2)
  await expect(parts.first()).toHaveValue("photographs")
  await expect(desk.getByLabel(`Part of ${second.name}`, { exact: true })).toHaveValue("words")
})

test("a story that is opened and not touched has no changes", async ({ desk, signInAs, db }) => {
  await signInAs("editor")
  const story = await createPost(db)
  await tagPost(db, story.id, "Food", "Weirs")
  await desk.goto(`/desk/posts/${story.id}`)
  await desk.getByRole("textbox", { name: "Body" }).waitFor()
  await expect(desk.getByRole("button", { name: "Remove Weirs" })).toBeVisible()
  await desk.keyboard.press("ControlOrMeta+s")
  await expect(desk.getByText("Nothing to save: readers see this version")).toBeVisible()
})

test("whoever comes back to a story finds it as it is, and not as their browser had its fields", async ({
  desk,
  signInAs,
  db,
}) => {
  const editor = await signInAs("editor")
  const story = await createPost(db, { ...draft, createdBy: editor.id, title: "As it begins" })
  await desk.goto(`/desk/posts/${story.id}`)
  await desk.getByRole("textbox", { name: "Body" }).waitFor()
  const title = desk.getByLabel("Title", { exact: true })
  await title.fill("As it was")
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByRole("status").filter({ hasText: /^Saved at/ })).toBeVisible()
  await desk.getByRole("link", { name: "Media", exact: true }).click()
  await expect(desk.getByRole("heading", { name: "Media" })).toBeVisible()
  await db.update(posts).set({ title: "As it is" }).where(eq(posts.id, story.id))
  await desk.goBack()
  await expect(title).toHaveValue("As it is")
})
