import type { Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import { createComment, createPageRow, createPost } from "../../db/factories.ts"
import { pages } from "../../db/schema/pages.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

const body = (page: Page) => page.getByRole("textbox", { name: "Body" })
const title = (page: Page) => page.getByLabel("Title", { exact: true })
const status = (page: Page) => page.getByRole("status").first()

/** What a published page answers at its address, for somebody who asks for it first. */
async function answerAt(reader: Page, path: string) {
  const response = await reader.request.get(path, { maxRedirects: 0 })
  return [response.status(), response.headers().location?.replace(/^https?:\/\/[^/]+/, "")]
}

test("an editor writes a page, puts another one under it, moves both and takes them back, and readers follow", async ({
  desk,
  reader,
  signInAs,
  axe,
}) => {
  const name = `the-club-${Date.now()}`
  const editor = await signInAs("editor")
  await desk.goto("/desk/pages")
  await axe(desk)
  await desk.getByRole("link", { name: "New page" }).click()
  await body(desk).waitFor()
  await expect(desk.getByRole("button", { name: "Submit for review" })).toHaveCount(0)
  for (const gone of ["Standfirst", "Author", "Tags", "Comments", "Alt text"])
    await expect(desk.getByLabel(gone, { exact: true })).toHaveCount(0)
  await title(desk).fill("A club")
  await body(desk).click()
  await desk.keyboard.type("Everybody may come.")
  await desk.getByLabel("Address").fill("newsletter")
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByLabel("Address")).toHaveAccessibleDescription(/The site itself uses this address/)
  await desk.getByLabel("Address").fill(name)
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(status(desk)).toHaveText(/^Saved at/)
  await expect(desk).toHaveURL(/\/desk\/pages\/\d+$/)
  await expect(desk.getByRole("heading", { level: 1, name: "Edit “A club”" })).toBeAttached()
  await expect(desk).toHaveTitle(/^A club – /)
  await axe(desk)
  expect(await answerAt(reader, `/${name}`)).toEqual([404, undefined])

  const opened = desk.waitForEvent("popup")
  await desk.getByRole("link", { name: "Preview" }).click()
  const preview = await opened
  await expect(preview.getByRole("heading", { name: "A club" })).toBeVisible()
  await expect(preview.getByText("Readers do not see this page.")).toBeVisible()
  await preview.close()

  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByRole("link", { name: "View page" })).toHaveAttribute("href", `/${name}`)
  await reader.goto(`/${name}`)
  await expect(reader.getByRole("heading", { name: "A club" })).toBeVisible()
  await expect(reader.getByText("Everybody may come.")).toBeVisible()
  await axe(reader)
  const club = new URL(desk.url()).pathname

  await desk.goto("/desk/pages/new")
  await body(desk).waitFor()
  await title(desk).fill("Who may vote")
  await body(desk).click()
  await desk.keyboard.type("Whoever has come twice.")
  await desk.getByLabel("Parent page").selectOption({ label: "A club" })
  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByRole("link", { name: "View page" })).toHaveAttribute("href", `/${name}/who-may-vote`)
  await reader.reload()
  await reader.getByRole("link", { name: "Who may vote" }).click()
  await expect(reader).toHaveURL(`/${name}/who-may-vote`)
  await expect(reader.getByRole("navigation", { name: "Breadcrumb" })).toHaveText("A club")
  await axe(reader)
  const facts = await reader.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(facts ?? "{}")).toMatchObject({
    "@type": "WebPage",
    breadcrumb: { "@type": "BreadcrumbList" },
  })

  await desk.goto(club)
  await body(desk).waitFor()
  await desk.getByLabel("Address").fill(`${name}-now`)
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(status(desk)).toHaveText(/^Updated at/)
  expect(await answerAt(reader, `/${name}`)).toEqual([308, `/${name}-now`])
  expect(await answerAt(reader, `/${name}/who-may-vote`)).toEqual([308, `/${name}-now/who-may-vote`])
  await reader.goto(`/${name}/who-may-vote`)
  await expect(reader.getByRole("heading", { name: "Who may vote" })).toBeVisible()
  expect(await (await reader.request.get("/sitemap.xml")).text()).toContain(`/${name}-now/who-may-vote<`)

  desk.once("dialog", (dialog) => dialog.accept())
  await desk.getByRole("button", { name: "Withdraw" }).click()
  await expect(desk.getByText("Withdraw those first, or move them.")).toBeVisible()
  await expect(status(desk)).toHaveText("Not withdrawn")
  await desk.goto("/desk/pages")
  await desk.getByRole("link", { name: "Who may vote" }).first().click()
  await body(desk).waitFor()
  desk.once("dialog", (dialog) => dialog.accept())
  await desk.getByRole("button", { name: "Withdraw" }).click()
  await expect(status(desk)).toHaveText(/^Withdrawn at/)
  const gone = await reader.request.get(`/${name}-now/who-may-vote`)
  const never = await reader.request.get("/a-page-that-never-was")
  expect([gone.status(), await gone.text()]).toEqual([404, await never.text()])

  const again = await desk.context().newPage()
  await again.goto(desk.url())
  await expect(again.getByRole("region", { name: "History" })).toContainText(`${editor.name} withdrew`)
  await again.close()
  await desk.getByText("Delete this draft").click()
  await desk.getByRole("button", { name: "Delete now" }).click()
  await expect(desk.getByText("The draft is deleted.")).toBeVisible()
})

test("a draft that has saved itself is deleted from the page on which it was begun", async ({
  desk,
  db,
  signInAs,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/pages/new")
  await body(desk).waitFor()
  await expect(desk.getByText("Delete this draft")).toHaveCount(0)
  const name = `A page that nobody wants ${Date.now()}`
  await title(desk).fill(name)
  await expect(desk).toHaveURL(/\/desk\/pages\/\d+$/)
  const ofThis = eq(pages.title, `${name} at all`)
  await title(desk).fill(`${name} at all`)
  await expect.poll(() => db.$count(pages, ofThis), "the draft saves itself").toBe(1)
  await expect(status(desk)).toHaveText(/^Saved at/)
  await desk.getByText("Delete this draft").click()
  await desk.getByRole("button", { name: "Delete now" }).click()
  await expect(desk.getByText("The draft is deleted.")).toBeVisible()
  expect(await db.$count(pages, ofThis)).toBe(0)
})

test("a suggested text is not published before its open parts are written", async ({ desk, signInAs }) => {
  await signInAs("editor")
  await desk.goto("/desk/pages/new")
  await body(desk).waitFor()
  await title(desk).fill("Who we may be")
  await body(desk).click()
  await desk.keyboard.type("We are [Write here: the people who write].")
  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByText("Put your own words in place of “[Write here: ")).toBeVisible()
  await expect(desk.getByRole("link", { name: "View page" })).toHaveCount(0)
})

test("of two pages with one purpose, the second leads to the first", async ({ desk, db, signInAs }) => {
  await signInAs("editor")
  await desk.goto("/desk/pages/new")
  await body(desk).waitFor()
  await title(desk).fill("How to find us")
  const [own] = await db.select().from(pages).where(eq(pages.purpose, "contact"))
  // The other one is begun after this page was opened, if there is none.
  const other = own ?? (await createPageRow(db, { title: "Contact", purpose: "contact", status: "draft" }))
  await desk.getByLabel("Purpose").evaluate((select: HTMLSelectElement) => {
    if (!select.querySelector('option[value="contact"]')) select.add(new Option("Contact", "contact"))
    select.value = "contact"
    select.dispatchEvent(new Event("input", { bubbles: true }))
  })
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByLabel("Purpose")).toHaveAccessibleDescription(/has this purpose already/)
  await expect(desk.getByRole("link", { name: `Open “${other.title}”` })).toHaveAttribute(
    "href",
    `/desk/pages/${other.id}`,
  )
})

test("a page is written with the keyboard alone, in Arabic, and reads from right to left", async ({
  desk,
  reader,
  signInAs,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/pages/new")
  await body(desk).waitFor()
  await title(desk).focus()
  await desk.keyboard.type("من نحن")
  await desk.keyboard.press("Enter")
  await expect(body(desk)).toBeFocused()
  await desk.keyboard.type("نكتب عن العائلات في المدينة.")
  await desk.keyboard.press("ControlOrMeta+s")
  await expect(status(desk)).toHaveText(/^Saved at/)
  await desk.getByRole("button", { name: "Publish" }).focus()
  await desk.keyboard.press("Enter")
  const link = desk.getByRole("link", { name: "View page" })
  await expect(link).toHaveAttribute("href", /^\/mn-nhn(-\d+)?$/)
  await reader.goto(String(await link.getAttribute("href")))
  await expect(reader.getByRole("article")).toHaveAttribute("dir", "rtl")
  await expect(reader.getByRole("heading", { name: "من نحن" })).toBeVisible()
})

test("what two editors write over each other is told, and nothing is lost", async ({
  desk,
  browser,
  baseURL,
  db,
  signInAs,
}) => {
  const page = await createPageRow(db, { title: "Both of ours" })
  await signInAs("editor")
  await desk.goto(`/desk/pages/${page.id}`)
  await body(desk).waitFor()
  await title(desk).fill("Mine")

  const context = await browser.newContext({ baseURL })
  const colleague = await signIn(db, context, ["editor"])
  const other = await context.newPage()
  await other.goto(`/desk/pages/${page.id}`)
  await body(other).waitFor()
  await title(other).fill("Theirs")
  await other.getByRole("button", { name: "Update" }).click()
  await expect(status(other)).toHaveText(/^Updated at/)
  await context.close()

  await desk.getByRole("button", { name: "Update" }).click()
  await expect(desk.getByRole("alert").filter({ hasText: `${colleague.name} saved this page` })).toBeVisible()
  await desk.getByRole("button", { name: "Publish mine over it" }).click()
  await expect(status(desk)).toHaveText(/^Updated at/)
  const [row] = await db.select().from(pages).where(eq(pages.id, page.id))
  expect(row?.title).toBe("Mine")
})

test("an editor whose role is taken away keeps the text and saves no page", async ({
  desk,
  db,
  signInAs,
}) => {
  const page = await createPageRow(db, { title: "As it was" })
  const editor = await signInAs("editor")
  await desk.goto(`/desk/pages/${page.id}`)
  await body(desk).waitFor()
  await title(desk).fill("As it shall not be")
  await db.execute(`update staff set roles = '{writer}' where id = ${editor.id}`)
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(desk.getByText("Not saved: your role does not allow this now.")).toBeVisible()
  await expect(title(desk)).toHaveValue("As it shall not be")
  const [row] = await db.select().from(pages).where(eq(pages.id, page.id))
  expect(row?.title).toBe("As it was")
})

test("house rules are linked where somebody comments and where somebody reports, once they are published", async ({
  reader,
  db,
  refresh,
}) => {
  const post = await createPost(db, { commentMode: "hold_all" })
  const comment = await createComment(db, { postId: post.id })
  const [own] = await db.select().from(pages).where(eq(pages.purpose, "house_rules"))
  const rules = own ?? (await createPageRow(db, { title: "How we talk", purpose: "house_rules" }))
  await refresh()
  await reader.goto(`/posts/${post.slug}`)
  await reader.locator("#respond").getByRole("link", { name: "house rules" }).click()
  await expect(reader.getByRole("heading", { name: rules.title })).toBeVisible()
  for (const page of [`/posts/${post.slug}/report/${comment.id}`, "/moderation"]) {
    await reader.goto(page)
    const link = reader.getByRole("main").getByRole("link", { name: "house rules" })
    await expect(link).toHaveAttribute("href", `/${rules.slug}`)
  }
})

test("the privacy page is proposed from what the site does, and the desk says when it is out of date", async ({
  desk,
  db,
  signInAs,
  axe,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/pages/new?purpose=privacy")
  await expect(title(desk)).toHaveValue("Privacy")
  await expect(body(desk)).toContainText("No page of this site loads anything from another one.")
  await desk.goto("/desk/pages/new?purpose=../../etc/passwd")
  await expect(title(desk)).toHaveValue("")

  const facts = { networkHash: "9 days", checkedAt: "2026-03-11T12:00:00.000Z" }
  const [known] = await db.select().from(pages).where(eq(pages.purpose, "privacy"))
  const page = known ?? (await createPageRow(db, { title: "Privacy", purpose: "privacy" }))
  await db.update(pages).set({ facts }).where(eq(pages.id, page.id))
  const note = desk.getByRole("region", { name: /was last checked \(11 March 2026\)/ })
  await desk.goto("/desk")
  await expect(note).toContainText("was 9 days, is now 2 days")
  await axe(desk)
  await desk.goto(`/desk/pages/${page.id}`)
  await expect(note).toContainText("was 9 days, is now 2 days")
  await expect(note.getByRole("link", { name: "privacy page" })).toHaveAttribute(
    "href",
    `/desk/pages/${page.id}`,
  )
  await body(desk).waitFor()
  await axe(desk)
  await note.getByRole("button", { name: "Mark as up to date" }).click()
  await expect(desk.getByText("Marked as up to date.")).toBeVisible()
  await desk.goto("/desk/pages")
  await expect(desk.getByText("9 days")).toHaveCount(0)
})
