import { spawnSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Locator, Page } from "@playwright/test"
import { formatDate } from "../../lib/text/format-date.ts"
import { type App, demoPassword, startApp } from "../support/app.ts"
import { openCluster } from "../support/cluster.ts"
import { copyDemo } from "../support/demo.ts"
import { expect, test } from "../support/fixtures.ts"

// An app of its own: what is set here would change every other test's pages.
let app: App
let dataDir: string

test.describe.configure({ mode: "serial" })

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-rules-"))
  copyDemo(dataDir)
  app = await startApp({ DATA_DIR: dataDir, DATABASE_URL: "", RATE_LIMITS: "off" })
})

test.afterAll(async () => {
  await app?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

test("an admin opens the comments, and the next reader's comment appears at once", async ({
  browser,
  axe,
}) => {
  const [first = "", second = ""] = await stories(app.url)
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false })
  const reader = await context.newPage()
  await reply(reader, first, "Before the rules were changed.")
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()

  const desk = await signIn(await (await browser.newContext(quiet())).newPage(), "admin@example.org")
  await desk.getByRole("link", { name: "Settings" }).click()
  await desk.getByLabel("Tagline").fill("Typed before the mistake")
  await desk.getByLabel("Comments", { exact: true }).selectOption({ label: openWords })
  await desk.getByLabel("Words that make a comment wait").fill("casin*\n*")
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(desk.getByText("Nothing was saved yet: see the fields that are marked.")).toBeInViewport()
  await expect(desk.getByLabel("Words that make a comment wait")).toBeFocused()
  await expect(desk.getByText("Give “*” a letter or digit", { exact: false })).toBeVisible()
  await expect(desk.getByLabel("Tagline")).toHaveValue("Typed before the mistake")
  await expect(desk.getByLabel("Words that make a comment wait")).toHaveValue("casin*\n*")
  await expect(desk.getByLabel("Comments", { exact: true })).toHaveValue("open")
  await axe(desk)

  await desk.getByLabel("Words that make a comment wait").fill("casin*\ncheap pills")
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(desk.getByText("Saved. Readers see it from now on.")).toBeVisible()
  await expect(desk.getByText("2 entries.")).toBeVisible()
  await expect(desk.getByText("Last changed by Rosalind Achterberg")).toBeVisible()
  await axe(desk)

  await reply(reader, second, "After the rules were changed.")
  await expect(reader.getByRole("article").filter({ hasText: "After the rules were changed." })).toBeVisible()
  await expect(reader.getByText("Typed before the mistake").first()).toBeVisible()
  await reply(reader, second, "The casino is open.")
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()
  await context.close()
})

test("readers are told the rules in force, unless an admin does not want it", async ({ browser }) => {
  const reader = await (await browser.newContext(quiet())).newPage()
  await reader.goto("/")
  await reader.getByRole("link", { name: "How comments are decided" }).click()
  await expect(reader.getByRole("heading", { name: "How comments are decided here" })).toBeVisible()
  await expect(reader.getByText("Comments appear at once, unless a check finds something")).toBeVisible()
  await expect(reader.getByText("casin")).toHaveCount(0)

  const desk = await signIn(await (await browser.newContext(quiet())).newPage(), "admin@example.org")
  await desk.goto("/desk/settings")
  await desk.getByLabel("Show readers how comments are decided").uncheck()
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(desk.getByText("Saved.", { exact: false })).toBeVisible()
  await expect(desk.getByLabel("Show readers how comments are decided")).not.toBeChecked()
  expect((await reader.goto("/moderation"))?.status()).toBe(404)
  await expect(reader.getByRole("link", { name: "How comments are decided" })).toHaveCount(0)
})

test("with scripts on the form shows what was saved", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: app.url })
  const desk = await signIn(await context.newPage(), "admin@example.org")
  await desk.goto("/desk/settings")
  await desk.getByLabel("Name", { exact: true }).fill("Quarter to Four")
  await desk.getByLabel("Links").fill("7")
  await desk.getByLabel("Time zone").selectOption("Asia/Tokyo")
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(desk.getByText("Saved. Readers see it from now on.")).toBeVisible()
  await expect(desk.getByLabel("Links")).toHaveValue("7")
  await expect(desk.getByRole("banner").getByText("Quarter to Four")).toBeVisible()

  const reader = await (await browser.newContext(quiet())).newPage()
  await reader.goto(`${app.url}/posts/forty-minutes-without-cars`)
  const said = reader.getByRole("article").getByRole("time").last()
  await expect(said).toHaveText(await tokyoTime(said))

  await desk.getByLabel("Name", { exact: true }).fill(" ")
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(desk.getByText("Nothing was saved yet: see the fields that are marked.")).toBeInViewport()
  await expect(desk.getByLabel("Name", { exact: true })).toBeFocused()
  await expect(desk.getByLabel("Name", { exact: true })).toBeInViewport()
  await expect(desk.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(
    "Give the publication a name.",
  )
  await desk.reload()
  await desk.getByLabel("Mail about waiting comments").selectOption("At most once a day")
  await desk.getByRole("button", { name: "Save my mail" }).click()
  await expect(desk.getByText("Saved.", { exact: true })).toBeVisible()
  await expect(desk.getByLabel("Mail about waiting comments")).toHaveValue("daily")
  await desk.goto("/desk/log")
  const logged = desk.getByRole("main").getByRole("time").first()
  await expect(logged).toHaveText(await tokyoTime(logged))
  await context.close()
})

test("an admin whose page is older than a colleague's change is told so, keeps what they typed, and may insist", async ({
  browser,
}) => {
  const open = async () => {
    const desk = await signIn(await (await browser.newContext(quiet())).newPage(), "admin@example.org")
    await desk.goto("/desk/settings")
    return desk
  }
  const [first, second] = [await open(), await open()]
  await first.getByLabel("Tagline").fill("The first was quicker")
  await first.getByRole("button", { name: "Save settings" }).click()
  await expect(first.getByText("Saved. Readers see it from now on.")).toBeVisible()

  await second.getByLabel("Tagline").fill("The second insists")
  await second.getByRole("button", { name: "Save settings" }).click()
  await expect(second.getByText("Rosalind Achterberg changed “Tagline” on", { exact: false })).toBeVisible()
  await expect(second.getByLabel("Tagline")).toHaveValue("The second insists")
  await first.goto("/desk/settings")
  await expect(first.getByLabel("Tagline")).toHaveValue("The first was quicker")

  await second.getByRole("button", { name: "Save settings" }).click()
  await expect(second.getByText("Saved. Readers see it from now on.")).toBeVisible()
  await first.goto("/desk/log?action=settings_changed")
  await expect(
    first.getByText("Tagline: The first was quicker → The second insists", { exact: false }),
  ).toBeVisible()
})

test("a moderator sets their own mail and nothing else", async ({ browser }) => {
  const desk = await signIn(await (await browser.newContext(quiet())).newPage(), "moderator@example.org")
  await desk.getByRole("link", { name: "Settings" }).click()
  await expect(desk.getByRole("button", { name: "Save settings" })).toHaveCount(0)
  await desk.getByLabel("Mail about waiting comments").selectOption("Never")
  await desk.getByRole("button", { name: "Save my mail" }).click()
  await expect(desk.getByText("Saved.", { exact: true })).toBeVisible()
  await desk.reload()
  await expect(desk.getByLabel("Mail about waiting comments")).toHaveValue("off")
})

test("an operator verifies the log while the app runs, and is told which row was changed", async () => {
  const whole = verify([])
  expect(whole.output).toMatch(/The log is whole: \d+ events chained/)
  expect(whole.code).toBe(0)
  const head = /Its head is ([0-9a-f]{64})/.exec(whole.output)?.[1] ?? ""
  expect(verify(["--head", head]).code).toBe(0)
  const db = openCluster(dataDir)
  await db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update audit_events set reason = 'other' where chain_seq = 3`
  })
  await db.end()
  const broken = verify([])
  expect(broken.output).toContain("The log is broken at #3")
  expect(broken.code).toBe(1)
})

const openWords = "Open: everything appears unless a check finds something"

function quiet() {
  return { baseURL: app.url, javaScriptEnabled: false }
}

async function signIn(page: Page, email: string): Promise<Page> {
  await page.goto("/sign-in")
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill(demoPassword)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.getByRole("heading", { name: "Today" }).waitFor()
  return page
}

async function reply(page: Page, story: string, words: string): Promise<void> {
  await page.goto(story)
  await page.getByLabel("Comment *").fill(words)
  await page.getByLabel("Name *").fill("Marek")
  await page.getByLabel("Email *").fill(`${words.length}-${Math.random()}@example.com`)
  await page.getByRole("button", { name: "Post comment" }).click()
  // On to the comment on its page, or to the author's own page.
  await page.waitForURL((url) => url.hash.startsWith("#comment-") || url.pathname.startsWith("/comments/"))
}

async function tokyoTime(time: Locator): Promise<string> {
  const date = new Date((await time.getAttribute("datetime")) ?? "")
  return formatDate(date, { language: "en", timeZone: "Asia/Tokyo" }, { withTime: true })
}

async function stories(url: string): Promise<string[]> {
  const front = await (await fetch(url)).text()
  return [...new Set([...front.matchAll(/href="(\/posts\/[a-z0-9-]+)"/g)].map(([, href = ""]) => url + href))]
}

function verify(args: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["server/boot/start.mjs", "verify-log", ...args],
    {
      cwd: path.join(import.meta.dirname, "../.."),
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", NODE_ENV: "production" },
      encoding: "utf8",
    },
  )
  return { code: status, output: stdout + stderr }
}
