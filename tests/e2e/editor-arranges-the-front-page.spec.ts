import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Browser, Page } from "@playwright/test"
import { type App, demoPassword, startApp } from "../support/app.ts"
import { copyDemo } from "../support/demo.ts"
import { expect, test } from "../support/fixtures.ts"
import { choose, press } from "../support/keyboard.ts"
import { expectAsked, expectLeft } from "../support/leaving.ts"

// An app of its own: what is arranged here would change every other test's pages.
let app: App
let dataDir: string

test.describe.configure({ mode: "serial" })

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-front-"))
  copyDemo(dataDir)
  app = await startApp({ DATA_DIR: dataDir, DATABASE_URL: "", RATE_LIMITS: "off" })
})

test.afterAll(async () => {
  await app?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

async function signIn(page: Page, email: string): Promise<Page> {
  await page.goto("/sign-in")
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill(demoPassword)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()
  return page
}

/** A page of this app's, of a reader or of somebody who signs in, with scripts or without. */
async function open(browser: Browser, { as, scripts = true }: { as?: string; scripts?: boolean } = {}) {
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: scripts })
  const page = await context.newPage()
  return as ? signIn(page, `${as}@example.org`) : page
}

const headlines = (page: Page) => page.getByRole("main").locator("h2, h3").allInnerTexts()

test("an editor arranges the front page by the keys alone, looks at it, and readers see it once it is published", async ({
  browser,
  axe,
}) => {
  const reader = await open(browser, { scripts: false })
  await reader.goto("/")
  const before = await headlines(reader)
  const desk = await open(browser, { as: "editor" })
  await desk.goto("/desk/front-page")
  const lead = "A table with seven legs"
  await choose(desk.getByLabel("Lead story"), lead)
  await choose(desk.getByLabel("Section 1", { exact: true }), "Food")
  await press(desk.getByRole("button", { name: "Add a section" }))
  await expect(desk.getByLabel("Section 2", { exact: true })).toBeFocused()
  await choose(desk.getByLabel("Section 2", { exact: true }), "People")
  // The stories of the tag that was just chosen.
  await choose(desk.getByLabel("Section 2 opens with"), "The van that stopped coming")
  await press(desk.getByRole("button", { name: "Move up: section 2" }))
  await expect(desk.getByText("Section 2 is now number 1. Not saved yet.")).toBeVisible()
  await expect(desk.getByRole("button", { name: "Move down: section 1" })).toBeFocused()
  await expect(desk.getByLabel("Section 1", { exact: true }).locator("option:checked")).toHaveText("People")
  await axe(desk)
  await press(desk.getByRole("button", { name: "Save and preview" }))
  await expect(desk.getByText("Readers do not see this front page yet.")).toBeVisible()
  await expect(desk.getByRole("main").locator("h2").first()).toHaveText(lead)
  expect(await desk.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex")
  await reader.goto("/")
  expect(await headlines(reader)).toEqual(before)

  await press(desk.getByRole("link", { name: "Back to the front page’s draft" }))
  await expect(desk.getByText("This is a draft.")).toBeVisible()
  await press(desk.getByRole("button", { name: "Publish", exact: true }))
  await expect(desk.getByText("Published. Readers see this front page now.")).toBeVisible()
  await reader.goto("/")
  await expect(reader.getByRole("main").locator("h2").first()).toHaveText(lead)
  const sections = await reader.locator(".front-section-title").allInnerTexts()
  expect(sections).toEqual(["People", "Food", "More stories"])
  const links = await reader
    .locator("main .headline-link")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href")))
  expect(new Set(links).size).toBe(links.length)
  await axe(reader)
})

test("an editor who leaves a front page that is not saved is asked first, and not once it is saved", async ({
  browser,
}) => {
  const desk = await open(browser, { as: "editor" })
  await desk.goto("/desk/front-page")
  // With scripts its stories are those of its tag alone.
  await expect(desk.getByLabel("Section 1 opens with").locator("optgroup")).toHaveCount(0)
  await desk.getByLabel("Lead story").selectOption({ index: 2 })
  await expectAsked(desk, "Stories")
  await desk.getByRole("button", { name: "Add a section" }).click()
  await expect(desk.getByText("is new. Not saved yet.", { exact: false })).toBeVisible()
  await expectAsked(desk, "Stories")
  await desk
    .getByRole("button", { name: /^Remove: section/ })
    .last()
    .click()
  await expect(desk.getByText("is removed. Not saved yet.", { exact: false })).toBeVisible()
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText("Draft saved.", { exact: false })).toBeVisible()
  await expectLeft(desk, "Stories")
  await desk.goto("/desk/front-page")
  await desk.getByText("Discard draft", { exact: true }).click()
  await desk.getByRole("button", { name: "Discard now" }).click()
  await expect(desk.getByText("The draft is discarded.", { exact: false })).toBeVisible()
})

test("a front page that cannot be is refused with everything that was chosen, also without scripts", async ({
  browser,
}) => {
  const desk = await open(browser, { as: "editor", scripts: false })
  await desk.goto("/desk/front-page")
  await desk.getByRole("button", { name: "Add a section" }).click()
  await desk.getByLabel("Section 3", { exact: true }).selectOption({ label: "Food" })
  const opening = desk.getByLabel("Section 3 opens with").locator('optgroup[label="Food"] option')
  await expect(opening.first()).toHaveText("Red lentils for nine, twice")
  await desk.getByLabel("Until").fill("2001-01-01T10:00")
  await desk.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(desk.getByText("Choose a time that is still to come", { exact: false })).toBeVisible()
  await expect(desk.getByLabel("Section 3", { exact: true }).locator("option:checked")).toHaveText("Food")
  await desk.getByLabel("Until").fill("")
  await desk.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(desk.getByText("This tag has a section already.", { exact: false })).toBeVisible()
  await desk.getByRole("button", { name: "Remove: section 3" }).click()
  await desk.getByLabel("Lead story").selectOption({ label: "One of the newest" })
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText("Draft saved.", { exact: false })).toBeVisible()
  await desk.getByText("Discard draft", { exact: true }).click()
  await desk.getByRole("button", { name: "Discard now" }).click()
  await expect(desk.getByText("The draft is discarded.", { exact: false })).toBeVisible()
})

test("a story that is kept off the front page is gone from it and stays everywhere else", async ({
  browser,
}) => {
  const desk = await open(browser, { as: "editor" })
  const reader = await open(browser, { scripts: false })
  await reader.goto("/")
  const title = "Bellfield baths will open at six"
  await expect(reader.getByRole("link", { name: title })).toBeVisible()
  await desk.goto("/desk/posts")
  await desk.getByRole("link", { name: title }).click()
  await desk.getByLabel("Front page").selectOption({ label: "Keep off the front page" })
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(desk.getByRole("status").filter({ hasText: "Updated" })).toBeVisible()
  await reader.goto("/")
  await expect(reader.getByRole("link", { name: title })).toHaveCount(0)
  await reader.goto("/tags/news")
  await expect(reader.getByRole("link", { name: title })).toBeVisible()
  await desk.goto("/desk/front-page")
  await expect(desk.getByRole("link", { name: title })).toBeVisible()
})

test("a tag is completed behind the ones that are written already", async ({ browser }) => {
  const desk = await open(browser, { as: "writer" })
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Tags").fill("Food, Sch")
  await expect(desk.getByRole("listbox", { name: "Suggestions" }).getByRole("option")).toHaveText(["School"])
  await expect(desk.getByLabel("Front page")).toHaveCount(0)
})

test("a tag is renamed, described and merged, and its old addresses lead on", async ({ browser, axe }) => {
  const desk = await open(browser, { as: "editor", scripts: false })
  const reader = await open(browser, { scripts: false })
  await desk.goto("/desk/tags")
  await desk.getByRole("link", { name: "Food" }).click()
  await desk.getByLabel("Name").fill("Kitchen")
  await desk.getByLabel("Address").fill("kitchen")
  await desk.getByLabel("Description").fill("Suppers that work, and who cooks them.")
  await desk.getByRole("button", { name: "Save tag" }).click()
  await expect(desk.getByText("Saved. Readers see it from now on.")).toBeVisible()
  await axe(desk)
  await reader.goto("/tags/food")
  expect(new URL(reader.url()).pathname).toBe("/tags/kitchen")
  await expect(reader.getByRole("heading", { name: "Kitchen", level: 1 })).toBeVisible()
  await expect(reader.getByRole("main").getByText("Suppers that work")).toBeVisible()
  expect(await reader.locator('meta[name="description"]').getAttribute("content")).toContain(
    "Suppers that work",
  )
  await axe(reader)
  const feed = await reader.request.get("/tags/food/feed.xml")
  expect([feed.status(), new URL(feed.url()).pathname]).toEqual([200, "/tags/kitchen/feed.xml"])

  await desk.getByLabel("Name").fill("School")
  await desk.getByRole("button", { name: "Save tag" }).click()
  await expect(desk.getByText("Another tag has this name.", { exact: false })).toBeVisible()
  await expect(desk.getByLabel("Name")).toHaveValue("School")
  await desk.getByLabel("Tag to keep").selectOption({ label: "At home" })
  await desk.getByText("Merge", { exact: true }).click()
  await desk.getByRole("button", { name: "Merge now" }).click()
  await expect(desk.getByText("Merged.", { exact: false })).toBeVisible()
  await expect(desk.getByRole("link", { name: "Kitchen" })).toHaveCount(0)
  for (const old of ["food", "kitchen"]) {
    await reader.goto(`/tags/${old}`)
    expect(new URL(reader.url()).pathname).toBe("/tags/at-home")
  }
  await expect(reader.getByRole("link", { name: "Red lentils for nine, twice" })).toBeVisible()
})
