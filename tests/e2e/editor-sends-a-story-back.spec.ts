import type { Browser, Page } from "@playwright/test"
import { expect, signIn, test } from "../support/fixtures.ts"

const body = (page: Page) => page.getByRole("textbox", { name: "Body" })
const status = (page: Page) => page.getByRole("status").first()

test("a writer and an editor pass a story to and fro with what they say, it is approved, scheduled and published, and a change is proposed", async ({
  desk,
  browser,
  baseURL,
  signInAs,
  db,
  page: reader,
}) => {
  const title = `The mill of ${Date.now()}`
  await signInAs("writer")
  await desk.goto("/desk/posts/new")
  await body(desk).waitFor()
  await desk.getByLabel("Title", { exact: true }).fill(title)
  await body(desk).click()
  await desk.keyboard.type("It was built in 1819.")
  await desk.getByLabel("Note", { exact: true }).fill("Is the year right?")
  await press(desk, "Submit for review")
  await expect(status(desk)).toHaveText(/^Submitted for review at/)
  await expect(desk.getByLabel("Note", { exact: true })).toHaveValue("")

  const editor = await colleague(browser, baseURL, db)
  await editor.goto(desk.url())
  await expect(editor.getByText("Is the year right?")).toBeVisible()
  await press(editor, "Send back")
  await expect(editor.getByText("Write in the note what should change").first()).toBeVisible()
  await editor.getByLabel("Note", { exact: true }).fill("It was 1891.")
  await press(editor, "Send back")
  await expect(status(editor)).toHaveText(/^Sent back at/)

  await desk.goto("/desk")
  await desk.getByRole("region", { name: "Sent back to you" }).getByRole("link", { name: title }).click()
  await expect(desk.getByRole("region", { name: "Changes requested" })).toContainText("It was 1891.")
  await body(desk).click()
  await press(desk, "Submit for review")
  await expect(status(desk)).toHaveText(/^Submitted for review at/)

  await editor.reload()
  await body(editor).waitFor()
  await press(editor, "Approve")
  await expect(status(editor)).toHaveText(/^Approved at/)
  const address = `/posts/${title.toLowerCase().replaceAll(" ", "-")}`
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16)
  await editor.getByLabel("Publish at", { exact: true }).fill(inTwoDays)
  // A save alone keeps no time, and says so where it was typed.
  await press(editor, "Save draft")
  await expect(status(editor)).toHaveText("Saved, but not scheduled")
  await expect(editor.getByLabel("Publish at", { exact: true })).toHaveAccessibleDescription(
    /This time is not saved/,
  )
  await press(editor, "Schedule")
  await expect(editor.getByText(/^Goes out on/)).toBeVisible()
  expect((await reader.goto(address))?.status()).toBe(404)
  await press(editor, "Unschedule")
  await expect(status(editor)).toHaveText(/^Unscheduled/)
  await expect(editor.getByLabel("Publish at", { exact: true })).toHaveValue("")
  // With a time in the field it is unclear which of the two is meant: nothing is done, and all stays as it was typed.
  const publishAt = editor.getByLabel("Publish at", { exact: true })
  await publishAt.fill(inTwoDays)
  await press(editor, "Publish")
  await expect(publishAt).toHaveAccessibleDescription(
    /Press “Schedule” .* or clear the field and press “Publish”/,
  )
  await expect(publishAt).toHaveValue(inTwoDays)
  expect((await reader.goto(address))?.status()).toBe(404)
  await publishAt.fill("")
  await press(editor, "Publish")
  await expect(editor.getByRole("link", { name: "View story" })).toBeVisible()
  await reader.goto(address)
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title)

  await desk.reload()
  await body(desk).waitFor()
  await expect(desk.getByRole("button", { name: "Update" })).toHaveCount(0)
  await expect(desk.getByRole("button", { name: "Withdraw" })).toHaveCount(0)
  await desk.getByLabel("Title", { exact: true }).fill(`${title} again`)
  await press(desk, "Submit for review")
  await expect(desk.getByText("Change proposed", { exact: true })).toBeVisible()
  await reader.reload()
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title)
  await editor.reload()
  await body(editor).waitFor()
  await press(editor, "Update")
  await expect(status(editor)).toHaveText(/^Updated at/)
  await reader.goto(address)
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(`${title} again`)
  await editor.context().close()
})

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click()
}

async function colleague(browser: Browser, baseURL: string | undefined, db: Parameters<typeof signIn>[0]) {
  const context = await browser.newContext({ baseURL })
  await signIn(db, context, ["editor"])
  return context.newPage()
}
