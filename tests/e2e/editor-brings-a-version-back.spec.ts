import type { Page } from "@playwright/test"
import { createPost } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

const body = (page: Page) => page.getByRole("textbox", { name: "Body" })
const status = (page: Page) => page.getByRole("status").first()
const unseen = (page: Page) => page.getByText("Readers do not see your changes yet.")

test("newer words of a published story save themselves, and no reader sees them until Update", async ({
  desk,
  reader,
  signInAs,
  db,
  refresh,
}) => {
  const post = await createPost(db, { title: "The pool is open" })
  await refresh()
  await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  await body(desk).click()
  await desk.keyboard.press("ControlOrMeta+End")
  await desk.keyboard.type(" Nobody swims.")
  await expect(status(desk)).toHaveText(/^Saved at/)
  await expect(unseen(desk)).toBeVisible()
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByText("Nobody swims.")).toHaveCount(0)

  await desk.reload()
  await expect(body(desk)).toContainText("Nobody swims.")
  await expect(unseen(desk)).toBeVisible()
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(status(desk)).toHaveText(/^Updated at/)
  await expect(unseen(desk)).toHaveCount(0)
  await reader.reload()
  await expect(reader.getByText("Nobody swims.")).toBeVisible()
})

test("an editor discards newer words, finds them among the versions, compares and restores them", async ({
  desk,
  reader,
  signInAs,
  db,
  refresh,
  axe,
}) => {
  const post = await createPost(db, { title: "The pool is open" })
  await refresh()
  const editor = await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  await body(desk).waitFor()
  await desk.getByLabel("Title", { exact: true }).fill("The pool is shut")
  await desk.keyboard.press("ControlOrMeta+s")
  await expect(status(desk)).toHaveText(/^Saved at/)
  desk.once("dialog", (dialog) => dialog.accept())
  const reloaded = desk.waitForEvent("load")
  await desk.getByRole("button", { name: "Discard changes" }).click()
  await reloaded
  await expect(desk.getByLabel("Title", { exact: true })).toHaveValue("The pool is open")
  await expect(unseen(desk)).toHaveCount(0)

  await desk.getByRole("link", { name: "Versions" }).click()
  const versions = desk.getByRole("main").getByRole("listitem")
  await expect(versions.first()).toContainText(`by ${editor.name}`)
  await expect(versions.nth(1)).toContainText("Readers see this version")
  // Two within a minute are told apart.
  for (const version of [versions.first(), versions.nth(1)])
    await expect(version.getByRole("link").locator("time")).toHaveText(/\d\d:\d\d:\d\d$/)
  await axe(desk)
  await desk.getByRole("button", { name: "Compare" }).click()
  await expect(desk.locator("h2 del")).toContainText("open")
  await expect(desk.locator("h2 ins")).toContainText("shut")
  await axe(desk)

  await desk.goBack()
  await versions.first().getByText("Name this version").click()
  await versions.first().getByLabel("Name").fill("Before the rain")
  await versions.first().getByRole("button", { name: "Save name" }).click()
  await expect(versions.first()).toContainText("Before the rain")
  await versions.first().getByRole("button", { name: "Restore" }).click()
  await expect(desk.getByText(/Restored as the newest version\. Readers do not see it/)).toBeVisible()
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByRole("heading", { name: "The pool is open" })).toBeVisible()
  await desk.goto(`/desk/posts/${post.id}`)
  await expect(desk.getByLabel("Title", { exact: true })).toHaveValue("The pool is shut")
})

test("an editor who takes the newest version for the older one sees what was added as added all the same", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("editor")
  await openTwoVersions(desk, await createPost(db, { title: "The pool" }))
  const versions = desk.getByRole("main").getByRole("listitem")
  await versions.first().getByLabel("Older").check()
  await versions.last().getByLabel("Newer").check()
  await desk.getByRole("button", { name: "Compare" }).click()
  await expect(desk.locator("h2 ins")).toContainText("is open")
  await expect(desk.locator("h2 del")).toHaveCount(0)
})

test("an editor who has restored a version finds its buttons on the line where they were", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("editor")
  await openTwoVersions(desk, await createPost(db, { title: "The pool" }))
  const oldest = desk.getByRole("main").getByRole("listitem").last()
  /** How far below the top of its row. */
  const place = async () => {
    const naming = oldest.getByText("Name this version")
    const [row, button] = await Promise.all([oldest.boundingBox(), naming.boundingBox()])
    return (button?.y ?? 0) - (row?.y ?? 0)
  }
  const before = await place()
  await oldest.getByRole("button", { name: "Restore" }).click()
  await expect(oldest.getByText(/Restored as the newest version/)).toBeVisible()
  expect(await place()).toBe(before)
})

/** Gives a story of the title "The pool" a newer one, and opens its versions. */
async function openTwoVersions(desk: Page, { id }: { id: number }): Promise<void> {
  await desk.goto(`/desk/posts/${id}`)
  await body(desk).waitFor()
  await desk.getByLabel("Title", { exact: true }).fill("The pool is open")
  await desk.keyboard.press("ControlOrMeta+s")
  await expect(status(desk)).toHaveText(/^Saved at/)
  await desk.goto(`/desk/posts/${id}/revisions`)
}
