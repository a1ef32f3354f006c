import { randomUUID } from "node:crypto"
import sharp from "sharp"
import { expect, test } from "../support/fixtures.ts"
import { until } from "../support/until.ts"

/** A photograph of a sky over a field, which no other test has. */
function photograph(width: number, height: number) {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 40 }
  return sharp({ create: { width, height, channels: 3, background: "#336699", noise } })
    .composite([
      {
        input: { create: { width, height: height >> 1, channels: 3, background: "#2a6" } },
        gravity: "south",
      },
    ])
    .jpeg()
    .toBuffer()
}

test("an editor drops a photograph into the library, says what it shows, and readers get it in their size", async ({
  desk,
  signInAs,
  reader,
  axe,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/media")
  const name = `${randomUUID()}.jpg`
  await desk.getByLabel("Upload").setInputFiles([
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
  await axe(desk)

  const title = `The field ${randomUUID()}`
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(title)
  await desk.getByLabel("Body").fill("It rained.")
  await desk.getByRole("button", { name: "Choose lead picture" }).click()
  await desk.getByLabel("Search the library").fill(name)
  await desk.getByRole("dialog").getByRole("button", { name }).click()
  await expect(desk.getByLabel("Alt text")).toHaveValue("A field under a blue sky")
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
  const shown = await picture.evaluate((image: HTMLImageElement) => image.currentSrc)
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

  for (const [at, words] of ["A first", "A second", "A third"].entries())
    await figures.nth(at).getByLabel("Alt text").fill(words)
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

test("a picture that is pasted into the text comes into the library and stands where it was pasted", async ({
  desk,
  signInAs,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(`Pasted ${randomUUID()}`)
  const body = desk.getByLabel("Body")
  await body.fill("Before")
  const bytes = [...(await photograph(700, 500))]
  await body.evaluate((element, bytes) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([new Uint8Array(bytes)], "pasted.jpg", { type: "image/jpeg" }))
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, bytes)
  await expect(body.locator("figure").getByRole("img")).toBeVisible()
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText(/^Saved/)).toBeVisible()
  await desk.reload()
  await expect(body.locator("figure").getByRole("img")).toBeVisible()
})

test("pictures of another page are left out of what is pasted, and the editor says so", async ({
  desk,
  signInAs,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/posts/new")
  const body = desk.getByLabel("Body")
  await body.evaluate((element) => {
    const clipboardData = new DataTransfer()
    const html =
      '<p>Words <img src="https://example.org/a.jpg"> and <img src="https://example.org/b.jpg"></p>'
    clipboardData.setData("text/html", html)
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(body).toContainText("Words")
  await expect(desk.getByText("2 pictures in what you pasted were left out", { exact: false })).toBeVisible()
})
