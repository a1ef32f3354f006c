import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import { createMedium, createPost } from "../../db/factories.ts"
import { posts } from "../../db/schema/posts.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

const body = (page: Page) => page.getByRole("textbox", { name: "Body" })
const status = (page: Page) => page.getByRole("status").first()

const quotation =
  "“We counted the buckets twice,” she said, “and both times there was one more than we had brought, " +
  "which is how we knew that the neighbours had come after all.”"

test("an editor writes a story and publishes it, and every reader finds it at once", async ({
  desk,
  reader,
  signInAs,
  axe,
}) => {
  const title = `The night of the buckets ${Date.now()}`
  await signInAs("editor")
  await desk.goto("/desk/posts")
  await desk.getByRole("link", { name: "New story" }).click()
  await axe(desk)

  await body(desk).waitFor()
  await desk.getByLabel("Title", { exact: true }).fill(title)
  await desk.getByLabel("Standfirst").fill("How one street kept its cellar dry.")
  await body(desk).click()
  await desk.keyboard.type("The rain began at four.")
  await desk.keyboard.press("Enter")
  await desk.getByRole("button", { name: "Heading", exact: true }).click()
  await desk.keyboard.type("What the street did")
  await desk.keyboard.press("Enter")
  await desk.keyboard.type(quotation)
  await desk.getByRole("button", { name: "Block quote" }).click()
  await desk.keyboard.press("Enter")
  await desk.keyboard.press("Enter")
  await desk.getByRole("button", { name: "Bulleted list" }).click()
  await desk.keyboard.type("buckets")
  await desk.keyboard.press("Enter")
  await desk.keyboard.type("a lamp")
  await desk.keyboard.press("Enter")
  await desk.keyboard.press("Enter")
  await desk.keyboard.type("More at the ")
  await desk.keyboard.press("ControlOrMeta+k")
  await desk.getByLabel("Link to").fill("example.org/cellar")
  await desk.keyboard.press("Enter")
  await desk.getByLabel("Tags").fill("Neighbours, News")

  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(status(desk)).toHaveText(/^Saved at \d\d:\d\d$/)
  await expect(desk).toHaveURL(/\/desk\/posts\/\d+$/)
  await expect(desk.getByRole("heading", { level: 1, name: `Edit “${title}”` })).toBeAttached()
  await expect(desk).toHaveTitle(new RegExp(`^${title} – .* desk$`))
  await axe(desk)
  await reader.goto("/")
  await expect(reader.getByText(title)).toHaveCount(0)

  await desk.getByRole("button", { name: "Publish" }).click()
  const address = await desk.getByRole("link", { name: "View story" }).getAttribute("href")
  await reader.goto("/")
  await reader.getByRole("link", { name: title }).first().click()
  await expect(reader).toHaveURL(String(address))
  await expect(reader.getByRole("heading", { name: title })).toBeVisible()
  await expect(reader.getByText("How one street kept its cellar dry.")).toBeVisible()
  await expect(reader.locator("blockquote")).toContainText("We counted the buckets twice")
  await expect(reader.getByRole("heading", { name: "What the street did" })).toBeVisible()
  await expect(reader.locator("article li").filter({ hasText: "a lamp" })).toBeVisible()
  await expect(reader.getByRole("link", { name: "example.org/cellar" })).toHaveAttribute(
    "href",
    "https://example.org/cellar",
  )
  await expect(reader.getByRole("link", { name: "Neighbours" }).first()).toBeVisible()
})

test("a published story is changed with Update, moves with its readers, is taken back, and tells its history", async ({
  desk,
  reader,
  signInAs,
  db,
  refresh,
  axe,
}) => {
  const post = await createPost(db, { title: "Old headline" })
  const picture = await createMedium(db, { filename: `${randomUUID()}.jpg`, alt: "A pool" })
  await refresh()
  const editor = await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  await desk.getByRole("textbox", { name: "Body" }).waitFor()
  await desk.getByLabel("Title", { exact: true }).fill("New headline")
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByRole("heading", { name: "Old headline" })).toBeVisible()

  await desk.getByRole("button", { name: "Choose lead picture" }).click()
  await desk.getByLabel("Search the library").fill(picture.filename)
  await desk.getByRole("dialog").getByRole("button", { name: picture.filename }).click()
  await desk.getByLabel("Alt text").fill("")
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(desk.getByLabel("Alt text")).toHaveAccessibleDescription(/Describe the lead picture/)
  await expect(status(desk)).toHaveText("Not saved")
  await desk.getByLabel("Alt text").fill("A pool without water")
  await desk.getByLabel("Address").fill(`${post.slug}-moved`)
  await desk.keyboard.press("ControlOrMeta+s")
  await expect(status(desk)).toHaveText(/^Saved at/)
  await expect(desk.getByText("Readers do not see your changes yet.")).toBeVisible()
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(status(desk)).toHaveText(/^Updated at/)
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader).toHaveURL(`/posts/${post.slug}-moved`)
  await expect(reader.getByRole("heading", { name: "New headline" })).toBeVisible()
  await expect(reader.locator(".story-picture").getByRole("img")).toHaveAccessibleName("A pool without water")

  desk.once("dialog", (dialog) => dialog.accept())
  await desk.getByRole("button", { name: "Withdraw" }).click()
  await expect(status(desk)).toHaveText(/^Withdrawn at/)
  const gone = await reader.request.get(`/posts/${post.slug}-moved`)
  expect(gone.status()).toBe(404)

  await desk.reload()
  const history = desk.getByRole("region", { name: "History" }).getByRole("listitem")
  await expect(history).toContainText([`${editor.name} withdrew`, `${editor.name} updated`])
  await body(desk).waitFor()
  await axe(desk)
  await desk.getByRole("link", { name: "Log", exact: true }).click()
  const entry = desk.getByRole("listitem").filter({ hasText: `${editor.name} withdrew New headline` })
  await entry.getByRole("link", { name: "New headline" }).click()
  await expect(desk).toHaveURL(`/desk/posts/${post.id}`)
})

test("an editor writes with the keyboard alone", async ({ desk, signInAs }) => {
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await body(desk).waitFor()
  await desk.getByLabel("Title", { exact: true }).focus()
  await desk.keyboard.type("By hand")
  await desk.keyboard.press("Enter")
  await desk.keyboard.type("Without a mouse.")
  await desk.keyboard.press("Enter")
  await expect(body(desk)).toBeFocused()
  await desk.keyboard.press("ControlOrMeta+b")
  await desk.keyboard.type("Bold")
  await desk.keyboard.press("ControlOrMeta+b")
  await desk.keyboard.type(" and plain.")
  await desk.keyboard.press("Enter")
  await desk.keyboard.type("Quoted.")
  await desk.keyboard.press("Alt+F10")
  await expect(desk.getByRole("button", { name: "Heading", exact: true })).toBeFocused()
  for (let steps = 0; steps < 8; steps++) await desk.keyboard.press("ArrowRight")
  await expect(desk.getByRole("button", { name: "Block quote" })).toBeFocused()
  await desk.keyboard.press("Enter")
  await expect(body(desk).locator("blockquote")).toHaveText("Quoted.")
  await expect(body(desk).locator("strong")).toHaveText("Bold")
  await desk.keyboard.press("ControlOrMeta+s")
  await expect(status(desk)).toHaveText(/^Saved at/)
})

test("whoever opens “Add block” and chooses none leaves no slash in the story", async ({
  desk,
  signInAs,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await body(desk).click()
  await desk.keyboard.type("It rained.")
  await desk.getByRole("button", { name: "Add block" }).click()
  await expect(desk.getByRole("listbox", { name: "Blocks" })).toBeVisible()
  await desk.getByLabel("Standfirst").click()
  await expect(desk.getByRole("listbox", { name: "Blocks" })).toHaveCount(0)
  await expect(body(desk).locator("p")).toHaveText(["It rained."])
  await desk.getByRole("button", { name: "Add block" }).click()
  await desk.getByRole("option", { name: "Subheading" }).click()
  await expect(body(desk).locator("h3")).toHaveCount(1)
  await expect(body(desk)).not.toContainText("/")
})

test("on a phone the buttons and what is saved stay in sight while a long story is written", async ({
  desk,
  signInAs,
}) => {
  await signInAs("editor")
  await desk.setViewportSize({ width: 390, height: 800 })
  await desk.goto("/desk/posts/new")
  await body(desk).click()
  for (let lines = 0; lines < 40; lines++) await desk.keyboard.press("Enter")
  await desk.keyboard.type("The last line.")
  await expect(desk.getByText("The last line.")).toBeInViewport()
  for (const name of ["Save draft", "Submit for review", "Publish", "Undo"]) {
    await expect(desk.getByRole("button", { name })).toBeInViewport({ ratio: 1 })
  }
  await expect(status(desk)).toBeInViewport({ ratio: 1 })
  await desk.getByRole("button", { name: "Divider" }).focus()
  await expect(desk.getByRole("button", { name: "Divider" })).toBeInViewport({ ratio: 1 })
  await expect(desk.getByRole("link", { name: "View site" })).toHaveAttribute("href", "/")
})

test("whoever saves over a colleague's version is told, and loses nothing", async ({
  desk,
  browser,
  baseURL,
  signInAs,
  db,
  axe,
}) => {
  const post = await createPost(db, { status: "draft", publishedAt: null, title: "Shared" })
  await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  await body(desk).waitFor()

  const other = await browser.newContext({ baseURL })
  const colleague = await signIn(db, other, ["editor"])
  const theirs = await other.newPage()
  await theirs.goto(`/desk/posts/${post.id}`)
  await body(theirs).waitFor()
  await theirs.getByLabel("Title", { exact: true }).fill("Their title")
  await theirs.getByRole("button", { name: "Save draft" }).click()
  await expect(status(theirs)).toHaveText(/^Saved at/)
  await other.close()

  await body(desk).click()
  await desk.keyboard.type("My own words. ")
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText(`${colleague.name} saved this story at`)).toBeVisible()
  await expect(body(desk)).toContainText("My own words.")
  await axe(desk)
  await desk.getByRole("button", { name: "Save mine over it" }).click()
  await expect(status(desk)).toHaveText(/^Saved at/)

  const tab = await desk.context().newPage()
  await tab.goto(`/desk/posts/${post.id}`)
  await expect(body(tab)).toContainText("My own words.")
  await expect(tab.getByLabel("Title", { exact: true })).toHaveValue("Shared")
  await tab.getByLabel("Title", { exact: true }).fill("Shared with myself")
  await tab.keyboard.press("ControlOrMeta+s")
  await expect(status(tab)).toHaveText(/^Saved at/)
  await desk.getByLabel("Title", { exact: true }).fill("Shared by nobody")
  await desk.keyboard.press("ControlOrMeta+s")
  await expect(desk.getByText("You saved this story in another tab or on another device at")).toBeVisible()
})

test("nothing typed is lost when the session has ended and two windows close", async ({
  desk,
  signInAs,
  db,
}) => {
  const post = await createPost(db, { status: "draft", publishedAt: null })
  await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  await body(desk).waitFor()
  const cookies = await desk.context().cookies()
  await desk.context().clearCookies()
  await body(desk).click()
  await desk.keyboard.type("Typed after the end. ")
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText("You have been signed out")).toBeVisible()
  await expect(body(desk)).toContainText("Typed after the end.")

  await desk.context().addCookies(cookies)
  const second = await desk.context().newPage()
  await second.goto(`/desk/posts/${post.id}`)
  await body(second).click()
  await expect(second.getByRole("dialog")).toHaveCount(0)
  await desk.context().clearCookies()
  await second.keyboard.type("Typed in the second. ")
  await second.keyboard.press("ControlOrMeta+s")
  await expect(second.getByText("You have been signed out")).toBeVisible()

  const again = await desk.context().newPage()
  await desk.close()
  await second.close()
  await desk.context().addCookies(cookies)
  await again.goto(`/desk/posts/${post.id}`)
  await again.getByRole("button", { name: "Restore my text" }).click()
  await expect(body(again)).toContainText("Typed in the second.")
  await again.getByRole("button", { name: "Save draft" }).click()
  await expect(status(again)).toHaveText(/^Saved at/)
  await again.reload()
  await again.getByRole("button", { name: "Restore my text" }).click()
  await expect(body(again)).toContainText("Typed after the end.")
})

test("what a moderator has set about a story's comments meanwhile is shown once it is saved, and is kept", async ({
  desk,
  signInAs,
  db,
}) => {
  const post = await createPost(db, { commentMode: "open", title: "A loud thread" })
  await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  await body(desk).waitFor()
  const mode = desk.getByLabel("Comments", { exact: true })
  await expect(mode).toHaveValue("open")
  await db.update(posts).set({ commentMode: "closed" }).where(eq(posts.id, post.id))
  await desk.getByLabel("Title", { exact: true }).fill("A thread")
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(mode).toHaveValue("closed")

  await mode.selectOption("hold_all")
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(desk.getByRole("button", { name: "Update" })).not.toHaveAttribute("aria-disabled")
  await desk.reload()
  await expect(mode).toHaveValue("hold_all")
})

test("the way back leads to the story as it was saved", async ({ desk, signInAs }) => {
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await body(desk).waitFor()
  await desk.getByLabel("Title", { exact: true }).fill("There and back")
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(status(desk)).toHaveText(/^Saved at/)
  await desk.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Stories" }).click()
  await expect(desk.getByRole("heading", { name: "Stories" })).toBeVisible()
  await desk.goBack()
  await body(desk).waitFor()
  await expect(desk.getByLabel("Title", { exact: true })).toHaveValue("There and back")
})

test("pasted pages keep their meaning and lose their dress", async ({ desk, signInAs }) => {
  const complaints: string[] = []
  desk.on("console", (message) => message.type() === "error" && complaints.push(message.text()))
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await body(desk).waitFor()
  await paste(desk, {
    html: `<style>p{color:red}</style><script>alert(1)</script><h1 style="color:red">Main</h1>
      <p style="font-size:30px">One <span style="font-weight:700">bold</span> <a href="javascript:alert(1)">bad</a>
      <a href="https://example.org/a" onclick="alert(1)">good</a><img src="/nothing.png" onerror="alert(1)"></p>
      <blockquote><p>Quoted</p></blockquote><table><tr><td>left</td><td>right</td></tr></table>`,
  })
  await expect(body(desk).locator("h2")).toHaveText("Main")
  await expect(body(desk).locator("strong")).toHaveText("bold")
  await expect(body(desk).locator("a")).toHaveText("good")
  await expect(body(desk).locator("blockquote")).toHaveText("Quoted")
  await expect(body(desk).locator("p", { hasText: "left" })).toHaveText("left")
  await expect(body(desk).locator("img, script, style, [style], [onerror]")).toHaveCount(0)

  await body(desk).press("ControlOrMeta+a")
  await paste(desk, { text: "One paragraph.\n\nAnother, “smart” one…\n\n\nA third." })
  await expect(body(desk).locator("p")).toHaveText(["One paragraph.", "Another, “smart” one…", "A third."])
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(status(desk)).toHaveText(/^Saved at/)
  expect(complaints).toEqual([])
})

test("a writer hands a story in, and an editor publishes it", async ({
  desk,
  browser,
  baseURL,
  signInAs,
  db,
}) => {
  await signInAs("writer")
  await desk.goto("/desk/posts/new")
  await body(desk).waitFor()
  await expect(desk.getByRole("button", { name: "Publish" })).toHaveCount(0)
  await desk.getByLabel("Title", { exact: true }).fill("From a writer")
  await body(desk).click()
  await desk.keyboard.type("A first report.")
  await desk.getByRole("button", { name: "Submit for review" }).click()
  await expect(status(desk)).toHaveText(/^Submitted for review at/)

  const other = await browser.newContext({ baseURL })
  await signIn(db, other, ["editor"])
  const editor = await other.newPage()
  await editor.goto(desk.url())
  await editor.getByRole("button", { name: "Publish" }).click()
  await expect(editor.getByRole("link", { name: "View story" })).toBeVisible()
  await other.close()

  // Of their own published story a writer writes newer words, which an editor shows to readers.
  await desk.goto(desk.url())
  await body(desk).waitFor()
  await expect(desk.getByRole("button", { name: /Publish|Update|Withdraw/ })).toHaveCount(0)
})

async function paste(page: Page, { html = "", text = "" }: { html?: string; text?: string }): Promise<void> {
  await body(page).evaluate(
    (element, [html = "", text = ""]) => {
      element.focus()
      const data = new DataTransfer()
      if (html) data.setData("text/html", html)
      data.setData("text/plain", text)
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [html, text],
  )
}

test("a writer whose clock goes by another zone is told in History which one its times are of", async ({
  browser,
  baseURL,
  extraHTTPHeaders,
  db,
}) => {
  for (const [timezoneId, zone] of [
    ["Asia/Tokyo", " (Europe/London)"],
    ["Europe/London", ""],
  ] as const) {
    const context = await browser.newContext({ baseURL, extraHTTPHeaders, timezoneId })
    await signIn(db, context, ["writer"])
    const desk = await context.newPage()
    await desk.goto("/desk/posts/new")
    await desk.getByLabel("Title", { exact: true }).fill("Elsewhere")
    await desk.getByLabel("Standfirst").fill("Where the sun rises first.")
    await body(desk).fill("It was nine there, and midnight here.")
    await desk.getByRole("button", { name: "Submit for review" }).click()
    await expect(status(desk)).toHaveText(/^Submitted for review at/)
    await desk.reload()
    const entry = desk.getByRole("region", { name: "History" }).getByRole("listitem").first()
    const time = await entry.getByRole("time").textContent()
    await expect(entry.getByRole("paragraph")).toHaveText(`${time}${zone}`)
  }
})
