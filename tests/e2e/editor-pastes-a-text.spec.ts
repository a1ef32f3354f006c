import type { Page } from "@playwright/test"
import { expect, test } from "../support/fixtures.ts"

const body = (page: Page) => page.getByRole("textbox", { name: "Body" })

/** What Ctrl+V brings, without the clipboard that all tests of this machine share. */
async function paste(page: Page, html: string) {
  await body(page).evaluate((text, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/html", html)
    text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

const table =
  "<table><tr><th>Day</th><th>Opens</th></tr><tr><td>Monday</td><td>at half past nine in the morning</td></tr></table>"

test("an editor pastes a text, is told what is missing, takes it back, and publishes it with blocks of their own", async ({
  desk,
  reader,
  signInAs,
  axe,
}) => {
  const title = `The hours of the mill ${Date.now()}`
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await body(desk).waitFor()
  await desk.getByLabel("Title", { exact: true }).fill(title)
  await body(desk).click()
  await desk.keyboard.type('It is "old".')
  await expect(body(desk)).toHaveText("It is “old”.")
  await desk.keyboard.press("Enter")

  await paste(desk, `<p>See <a href="/about">this</a>.</p>${table}<p>End.</p>`)
  await expect(desk.getByText("Left out: 1 link that leads nowhere from here.")).toBeVisible()
  await expect(body(desk).locator("td")).toHaveText(["Monday", "at half past nine in the morning"])
  await axe(desk)
  await desk.getByRole("button", { name: "Undo paste" }).click()
  await expect(body(desk).locator("td")).toHaveCount(0)
  await expect(body(desk)).toHaveText("It is “old”.")
  await paste(desk, `<p>First</p>${table}<p>End.</p>`)

  await desk.keyboard.press("Enter")
  await desk.keyboard.type("/not")
  await expect(desk.getByRole("option", { name: "Notice" })).toBeVisible()
  await axe(desk)
  await desk.keyboard.press("Enter")
  await desk.keyboard.type("Closed on Sundays.")
  await desk.getByRole("button", { name: "Footnote", exact: true }).click()
  await desk.getByRole("textbox", { name: "Footnote" }).fill("As the mayor says.")
  await desk.getByRole("button", { name: "Add footnote" }).click()
  await desk.getByRole("button", { name: "Publish" }).click()
  const address = await desk.getByRole("link", { name: "View story" }).getAttribute("href")

  await reader.setViewportSize({ width: 360, height: 740 })
  await reader.goto(address ?? "")
  await expect(reader.getByRole("region", { name: "Table: Day, Opens" })).toBeVisible()
  await expect(reader.getByRole("note")).toContainText("Closed on Sundays.")
  await reader.getByRole("link", { name: "Note 1" }).click()
  await expect(reader.getByRole("region", { name: "Notes" })).toContainText("As the mayor says.")
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await axe(reader)
})
