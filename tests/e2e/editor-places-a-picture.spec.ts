import { randomUUID } from "node:crypto"
import type { Locator } from "@playwright/test"
import { createMedium, createPost, paragraphs } from "../../db/factories.ts"
import { mediaUses } from "../../db/schema/media-uses.ts"
import { expect, test } from "../support/fixtures.ts"
import { photograph } from "../support/photographs.ts"
import { until } from "../support/until.ts"

test("an editor drops a photograph into the library, says what it shows, and readers get it in their size", async ({
  desk,
  signInAs,
  reader,
  axe,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/media")
  const name = `${randomUUID()}.jpg`
  const field = desk.getByLabel("Upload")
  await expect(field).toHaveJSProperty("multiple", true)
  // A phone hands over its photographs as JPEG where a page does not ask for its own format.
  await expect(field).toHaveAttribute("accept", /^image\/jpeg,(?!.*hei[cf])/)
  await field.setInputFiles([
    { name, mimeType: "image/jpeg", buffer: await photograph(1200, 800) },
    { name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<script>alert(1)</script>") },
  ])
  const uploads = desk.getByRole("list", { name: "Uploads" })
  await expect(uploads).toContainText("In the library")
  await expect(uploads).toContainText("“notes.jpg” is not a picture we can read.")
  await axe(desk)
  await desk.getByRole("link", { name }).click()
  await desk.getByLabel("Alt text").fill("A field under a blue sky")
  await desk.getByLabel("Credit").fill("Photograph: Ada Obi")
  await desk.getByRole("button", { name: "Save" }).click()
  await expect(desk.getByText("Saved.")).toBeVisible()
  await desk.getByLabel("Caption").fill("Last summer")
  await desk.getByRole("button", { name: "Save" }).click()
  await until("the second change to be saved", async () => {
    await desk.reload()
    return (await desk.getByLabel("Caption").inputValue()) === "Last summer"
  })
  await axe(desk)

  const title = `The field ${randomUUID()}`
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(title)
  await desk.getByLabel("Body").fill("It rained.")
  await desk.getByRole("button", { name: "Choose lead picture" }).click()
  await desk.getByLabel("Search the library").fill(name)
  await desk.getByRole("dialog").getByRole("button", { name }).click()
  const alt = desk.getByLabel("Alt text")
  await expect(alt).toHaveValue("A field under a blue sky")
  await desk.getByRole("button", { name: "Change lead picture" }).click()
  const dialog = desk.getByRole("dialog")
  const other = `${randomUUID()}.jpg`
  await dialog
    .getByLabel("Upload")
    .setInputFiles({ name: other, mimeType: "image/jpeg", buffer: await photograph(420, 300) })
  // Here too what was uploaded is chosen already.
  await expect(dialog.getByRole("button", { name: other })).toHaveAttribute("aria-pressed", "true")
  await dialog.getByRole("button", { name: "Use this picture" }).click()
  await expect(alt).toHaveValue("")
  await desk.getByRole("button", { name: "Remove lead picture" }).click()
  await desk.getByRole("button", { name: "Choose lead picture" }).click()
  await dialog.getByLabel("Search the library").fill(name)
  await dialog.getByRole("button", { name }).click()
  await expect(alt).toHaveValue("A field under a blue sky")
  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByRole("button", { name: "Update" })).toBeVisible()

  await reader.goto("/")
  await reader.getByRole("link", { name: title }).click()
  const picture = reader.getByRole("img", { name: "A field under a blue sky" })
  await expect(picture).toBeVisible()
  await expect(reader.getByRole("figure")).toContainText("Photograph: Ada Obi")
  // All sizes are made in the background.
  await until("the sizes to be there", async () => {
    await reader.reload()
    return (await reader.locator("picture source").count()) > 0
  })
  const sourceOf = (image: Locator) => image.evaluate((element: HTMLImageElement) => element.currentSrc)
  const shown = await sourceOf(picture)
  expect(shown).toMatch(/\/media\/[a-z2-7]{26}\/\d+-[0-9a-f]{8}\.avif$/)
  const file = await reader.request.get(shown)
  expect(file.headers()).toMatchObject({
    "content-type": "image/avif",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  })
  const part = await reader.request.get(shown, { headers: { range: "bytes=0-9" } })
  expect([part.status(), (await part.body()).length]).toEqual([206, 10])
  const same = await reader.request.get(shown, { headers: { "if-none-match": file.headers().etag ?? "" } })
  expect(same.status()).toBe(304)

  const list = await reader.locator(".byline").getByRole("link").first().getAttribute("href")
  // By another browser: one that has a larger file at hand shows that.
  await desk.setViewportSize({ width: 420, height: 800 })
  await desk.goto(String(list))
  const thumbnail = desk.getByRole("article").locator("img")
  await expect(thumbnail).toHaveJSProperty("complete", true)
  expect(await sourceOf(thumbnail)).toMatch(/\/160-[0-9a-f]{8}\.avif$/)
})

test("an editor puts pictures into the text, is asked what they show before publishing, and moves one by keys", async ({
  desk,
  signInAs,
  reader,
  axe,
}) => {
  await signInAs("editor")
  const names = [1, 2, 3].map(() => `${randomUUID()}.jpg`)
  const title = `Three pictures ${randomUUID()}`
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(title)
  const body = desk.getByLabel("Body")
  await body.fill("It rained.")
  await desk.getByRole("button", { name: "Add picture" }).click()
  const dialog = desk.getByRole("dialog", { name: "Choose pictures" })
  const files = await Promise.all(
    names.map(async (name, at) => ({
      name,
      mimeType: "image/jpeg",
      buffer: await photograph(900 + at, 600),
    })),
  )
  await dialog.getByLabel("Upload").setInputFiles(files)
  await dialog.getByRole("button", { name: "Add 3 pictures" }).click()
  const figures = body.locator("figure")
  await expect(figures).toHaveCount(3)
  await axe(desk)
  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByText("Describe each picture in the text", { exact: false })).toBeVisible()
  await expect(figures.nth(0).getByLabel("Alt text")).toBeFocused()
  await axe(desk)

  for (const [at, words] of ["A first", "A second", "A third"].entries()) {
    const alt = figures.nth(at).getByLabel("Alt text")
    await expect(alt).toHaveAttribute("aria-invalid", "true")
    await expect(alt).toHaveAccessibleDescription("Describe this picture, or mark it as decorative.")
    await alt.fill(words)
    await expect(alt).not.toHaveAttribute("aria-invalid")
  }
  await expect(desk.getByText("Describe each picture in the text", { exact: false })).toHaveCount(0)
  await figures.nth(0).getByLabel("Caption").fill("The first of three")
  await figures.nth(1).getByLabel("Size").selectOption("Wide")
  await figures.nth(2).getByRole("button", { name: "Move up" }).press("Enter")
  await expect(figures.nth(1).getByLabel("Alt text")).toHaveValue("A third")
  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByRole("button", { name: "Update" })).toBeVisible()

  await desk.reload()
  await expect(figures.nth(2).getByLabel("Alt text")).toHaveValue("A second")
  await reader.goto("/")
  await reader.getByRole("link", { name: title }).click()
  const shown = reader.locator(".story-body").getByRole("img")
  await expect(shown).toHaveCount(3)
  expect(await shown.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).alt))).toEqual(
    ["A first", "A third", "A second"],
  )
  await expect(reader.getByText("The first of three")).toBeVisible()
  await expect(reader.locator(".figure-wide").getByRole("img", { name: "A second" })).toBeVisible()
})

test("pictures that are pasted into the text come in the order of the files while somebody writes on, and are removed one by one", async ({
  desk,
  signInAs,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(`Pasted ${randomUUID()}`)
  const body = desk.getByLabel("Body")
  await body.fill("Before")
  // The first is the slowest to be prepared.
  const files = await Promise.all([900, 420, 400].map(async (width) => [...(await photograph(width, 300))]))
  await body.evaluate((element, files) => {
    const clipboardData = new DataTransfer()
    for (const [at, bytes] of files.entries())
      clipboardData.items.add(new File([new Uint8Array(bytes)], `${at}.jpg`, { type: "image/jpeg" }))
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, files)
  await desk.keyboard.type(" the rain")
  const figures = body.locator("figure")
  await expect(figures.getByRole("img")).toHaveCount(3)
  await desk.keyboard.type(", yes")
  await expect(body.locator("p", { hasText: "Before the rain, yes" })).toBeVisible()
  const widths = () =>
    figures.locator("img").evaluateAll((images) => images.map((image) => image.getAttribute("width")))
  expect(await widths()).toEqual(["900", "420", "400"])
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText(/^Saved/)).toBeVisible()
  await desk.reload()
  await expect(figures.getByRole("img")).toHaveCount(3)
  await figures.nth(0).getByRole("button", { name: "Remove" }).click()
  await figures.nth(0).getByRole("button", { name: "Remove" }).click()
  await expect(figures).toHaveCount(1)
  expect(await widths()).toEqual(["400"])
  await expect(body).toContainText("Before the rain, yes")
})

test("a story is not published without the picture that is still on its way into it", async ({
  desk,
  signInAs,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(`On its way ${randomUUID()}`)
  const body = desk.getByLabel("Body")
  await body.fill("Before")
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await desk.route("**/desk/media/upload", async (route) => {
    await held
    await route.continue()
  })
  const bytes = [...(await photograph(440, 300))]
  await body.evaluate((element, bytes) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([new Uint8Array(bytes)], "late.jpg", { type: "image/jpeg" }))
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, bytes)
  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByRole("alert").filter({ hasText: "A picture is still uploading." })).toBeVisible()
  letGo()
  await expect(body.locator("figure").getByRole("img")).toBeVisible()
  await body.locator("figure").getByLabel("Alt text").fill("Rain")
  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByRole("button", { name: "Update" })).toBeVisible()
})

test("pictures of another page are left out of what is pasted until the editor wants them, and what cannot be had is named", async ({
  desk,
  signInAs,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(`From elsewhere ${randomUUID()}`)
  const body = desk.getByLabel("Body")
  const asked: string[] = []
  desk.on("request", (request) => asked.push(new URL(request.url()).pathname))
  const inside = `data:image/jpeg;base64,${(await photograph(450, 300)).toString("base64")}`
  await body.evaluate((element, inside) => {
    const clipboardData = new DataTransfer()
    const html = `<p>First</p><p><img src="${inside}" alt="A sky"></p><p>Second <img src="http://127.0.0.1/b.jpg"></p>`
    clipboardData.setData("text/html", html)
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, inside)
  await expect(body).toContainText("Second")
  await expect(desk.getByText("2 pictures were left out.", { exact: false })).toBeVisible()
  expect(asked).not.toContain("/desk/media/fetch")
  await desk.getByRole("button", { name: "Bring them in" }).click()
  await expect(body.locator("figure").getByRole("img", { name: "A sky" })).toBeVisible()
  await expect(body.locator("> *").nth(1).getByLabel("Alt text")).toHaveValue("A sky")
  const uploads = desk.getByRole("list", { name: "Uploads" })
  await expect(uploads).toContainText("“b.jpg” is at an address that only its own network can reach.")
  expect(asked).toContain("/desk/media/fetch")
})

test("a gallery is moved, left by one of its pictures and removed with buttons alone", async ({
  desk,
  signInAs,
  axe,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  const body = desk.getByLabel("Body")
  await body.fill("It rained.")
  await desk.getByRole("button", { name: "Add picture" }).click()
  const dialog = desk.getByRole("dialog", { name: "Choose pictures" })
  await dialog.getByLabel("Upload").setInputFiles(
    await Promise.all(
      [410, 430].map(async (width) => ({
        name: `${randomUUID()}.jpg`,
        mimeType: "image/jpeg",
        buffer: await photograph(width, 300),
      })),
    ),
  )
  await expect(dialog.getByRole("button", { name: "Add 2 pictures" })).toBeVisible()
  await dialog.getByRole("button", { name: "Add as a gallery" }).click()
  const gallery = body.getByRole("group", { name: "Gallery" })
  await expect(gallery.locator("figure")).toHaveCount(2)
  await expect(body).toBeFocused()
  await axe(desk)
  await gallery.getByRole("button", { name: "Move gallery up" }).click()
  await expect(body.locator("> *").first()).toContainText("Move gallery up")
  await gallery.locator("figure").first().getByRole("button", { name: "Move up" }).click()
  await expect(gallery.locator("figure")).toHaveCount(1)
  await expect(body.locator("figure")).toHaveCount(2)
  await gallery.getByRole("button", { name: "Remove gallery" }).click()
  await expect(body.locator("figure")).toHaveCount(1)
  await expect(body).toContainText("It rained.")
})

test("a picture is chosen, moved, given a caption and removed with the keyboard alone", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("editor")
  const { filename } = await createMedium(db, { filename: `${randomUUID()}.jpg`, alt: "A sky" })
  await desk.goto("/desk/posts/new")
  const { keyboard } = desk
  const body = desk.getByRole("textbox", { name: "Body" })
  await body.waitFor()
  const tabTo = async (target: Locator) => {
    for (let presses = 0; presses < 40; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await keyboard.press("Tab")
    }
    throw new Error(`Tab does not lead to ${target}.`)
  }
  await tabTo(desk.getByLabel("Title"))
  await keyboard.type("By keys")
  await keyboard.press("Enter")
  await keyboard.press("Enter")
  await keyboard.type("First.")
  await keyboard.press("Enter")
  await keyboard.type("Second.")

  await keyboard.press("Alt+F10")
  await keyboard.press("End")
  for (const name of ["Add block", "Remark", "Find and replace", "Footnote", "Embed"]) {
    await expect(desk.getByRole("button", { name })).toBeFocused()
    await keyboard.press("ArrowLeft")
  }
  await expect(desk.getByRole("button", { name: "Add picture" })).toBeFocused()
  await keyboard.press("Enter")
  const dialog = desk.getByRole("dialog", { name: "Choose pictures" })
  await tabTo(dialog.getByLabel("Search the library"))
  await keyboard.type(filename)
  const found = dialog.getByRole("button", { name: filename })
  await expect(found).toBeVisible()
  await expect(dialog.locator("li")).toHaveCount(1)
  await tabTo(found)
  await keyboard.press("Space")
  await tabTo(dialog.getByRole("button", { name: "Add picture" }))
  await keyboard.press("Enter")

  const figure = body.locator("figure")
  await expect(figure).toBeVisible()
  await expect(body).toBeFocused()
  await keyboard.type("Third.")
  await expect(body.locator("> *")).toHaveText(["First.", "Second.", /Caption/, "Third."])
  await keyboard.press("Home")
  await keyboard.press("ArrowUp")
  await expect(figure).toHaveClass(/writing-picture-selected/)
  await keyboard.press("Alt+ArrowUp")
  await expect(body.locator("> *")).toHaveText(["First.", /Caption/, "Second.", "Third."])

  await tabTo(figure.getByLabel("Caption"))
  await keyboard.type("Above the town")
  await tabTo(figure.getByLabel("Size"))
  await keyboard.press("ArrowDown")
  await tabTo(figure.getByRole("button", { name: "Move down" }))
  await keyboard.press("Enter")
  await expect(body.locator("> *")).toHaveText(["First.", "Second.", /Caption/, "Third."])
  await expect(figure.getByLabel("Caption")).toHaveValue("Above the town")
  await expect(figure.getByLabel("Size")).toHaveValue("wide")
  await keyboard.press("Control+s")
  await expect(desk.getByText(/^Saved/)).toBeVisible()

  await tabTo(figure.getByRole("button", { name: "Remove" }))
  await keyboard.press("Enter")
  await expect(figure).toHaveCount(0)
  await expect(body).toBeFocused()
})

test("an editor who moves a picture by keys is told where it went, and sees its frame at every place", async ({
  desk,
  signInAs,
  db,
}) => {
  const { id } = await signInAs("editor")
  const body = paragraphs(...Array.from({ length: 6 }, (_, n) => `Part ${n}. `.repeat(120)))
  const post = await createPost(db, { createdBy: id, status: "draft", publishedAt: null, body })
  await desk.setViewportSize({ width: 1440, height: 900 })
  await desk.goto(`/desk/posts/${post.id}`)
  await desk.getByLabel("Body").getByText("Part 0.").click()
  await desk.getByRole("button", { name: "Add picture" }).click()
  const file = { name: `${randomUUID()}.jpg`, mimeType: "image/jpeg", buffer: await photograph(1200, 1201) }
  const dialog = desk.getByRole("dialog")
  await dialog.getByLabel("Upload").setInputFiles(file)
  await dialog.getByRole("button", { name: "Add picture" }).click()
  const framed = desk.locator(".writing-picture-shown")
  await framed.click()
  for (const at of [3, 4, 5]) {
    await desk.keyboard.press("Alt+ArrowDown")
    await expect(desk.getByText(`Picture moved down, ${at} of 7.`)).toBeAttached()
    await expect(framed).toBeInViewport({ ratio: 1 })
  }
  await desk.keyboard.press("Alt+ArrowUp")
  await expect(desk.getByText("Picture moved up, 4 of 7.")).toBeAttached()
  await expect(framed).toBeInViewport({ ratio: 1 })
  const [top, head] = await Promise.all(
    [framed, desk.locator(".writing-head")].map((one) => one.evaluate((e) => e.getBoundingClientRect())),
  )
  expect(top?.top).toBeGreaterThanOrEqual(head?.bottom ?? 0)
})

test("a writer whose picture readers see is told that an editor has to change it, and finds no form that would be refused", async ({
  desk,
  signInAs,
  db,
  axe,
}) => {
  const wes = await signInAs("writer")
  const { id } = await createMedium(db, { uploadedBy: wes.id, caption: "As readers see it" })
  await desk.goto(`/desk/media/${id}`)
  await expect(desk.getByRole("button", { name: "Save" })).toBeVisible()
  await expect(desk.getByRole("button", { name: "Replace" })).toBeVisible()

  const post = await createPost(db, { leadMediaId: id })
  await db.insert(mediaUses).values({ mediaId: id, postId: post.id, place: "lead" })
  await desk.reload()
  await expect(desk.getByText("so only an editor can change it now", { exact: false })).toBeVisible()
  await expect(desk.getByLabel("Caption")).toBeDisabled()
  for (const name of ["Save", "Replace", "Delete now"])
    await expect(desk.getByRole("button", { name })).toHaveCount(0)
  await axe(desk)

  const another = await createMedium(db)
  await db.insert(mediaUses).values({ mediaId: another.id, postId: post.id, place: "body" })
  await desk.goto(`/desk/media/${another.id}`)
  await expect(desk.getByText("Only editors and the person who uploaded it")).toBeVisible()
  await expect(desk.getByText("Take down")).toHaveCount(0)
})
