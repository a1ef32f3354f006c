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
    { name, mimeType: "image/jpeg", buffer: await photograph(2400, 1600) },
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
  await desk.getByRole("button", { name: "Add picture" }).click()
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
