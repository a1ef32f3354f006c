import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { media } from "../../db/schema/media.ts"
import { bringFile } from "../support/bring-file.ts"
import { expect, test } from "../support/fixtures.ts"
import { photograph } from "../support/photographs.ts"

test("an editor pastes a photograph into the library and clicks what its crops have to keep", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("editor")
  await desk.goto("/desk/media")
  const name = `${randomUUID()}.jpg`
  await bringFile(desk.locator("main"), "paste", { name, bytes: await photograph(800, 600) })
  await expect(desk.getByRole("list", { name: "Uploads" })).toContainText("In the library")
  await desk.getByRole("link", { name }).click()

  const field = desk.getByRole("group", { name: "Focal point" })
  const picture = field.locator("img").first()
  await expect(picture).toHaveJSProperty("complete", true)
  const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 }
  await picture.click({ position: { x: width / 4, y: (height * 3) / 4 } })
  const sliders = async () => {
    await expect(field.getByLabel("Horizontal")).toHaveValue("25")
    await expect(field.getByLabel("Vertical")).toHaveValue("75")
    // In steps of a tenth.
    const crops = field.getByRole("list", { name: "Crops" }).locator("img")
    await expect(crops).toHaveCount(5)
    for (const crop of await crops.all()) await expect(crop).toHaveCSS("object-position", "30% 80%")
  }
  await sliders()
  await desk.getByRole("button", { name: "Save" }).click()
  await expect(desk.getByText("Saved.")).toBeVisible()
  await desk.reload()
  await sliders()
  const [row] = await db.select().from(media).where(eq(media.filename, name))
  expect(row).toMatchObject({ focusX: 250, focusY: 750 })
})

test("a photograph that is dropped onto the text stands in the story and in the library, and readers find it where it is dragged to", async ({
  desk,
  reader,
  signInAs,
  db,
}) => {
  const editor = await signInAs("editor")
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(`Dropped ${randomUUID()}`)
  const body = desk.getByLabel("Body")
  await body.fill("First.")
  await body.press("Enter")
  await desk.keyboard.type("Second.")
  const name = `${randomUUID()}.jpg`
  const bytes = await photograph(640, 480)
  await bringFile(body.locator("p", { hasText: "First." }), "drop", { name, bytes })
  const blocks = body.locator("> *")
  const inOrder = ["First.", /Caption/, "Second."]
  await expect(blocks).toHaveText(inOrder)
  await expect(body.locator("figure").getByRole("img")).toBeVisible()
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText(/^Saved/)).toBeVisible()
  await desk.reload()
  await expect(blocks).toHaveText(inOrder)
  const taken = await db.select().from(media).where(eq(media.uploadedBy, editor.id))
  expect(taken.map(({ filename }) => filename)).toEqual([name])

  await desk.setViewportSize({ width: 1280, height: 1400 })
  const picture = body.locator("figure").getByRole("img")
  await expect(picture.locator("img")).toHaveJSProperty("complete", true)
  await picture.hover()
  await desk.mouse.down()
  const target = await body.locator("p", { hasText: "Second." }).boundingBox()
  if (!target) throw new Error("The second paragraph is not laid out.")
  const { x, y, width, height } = target
  // In steps, since a drag begins with the first move.
  await desk.mouse.move(x + width / 2, y + height - 2, { steps: 5 })
  await desk.mouse.up()
  const moved = ["First.", "Second.", /Caption/]
  await expect(blocks).toHaveText(moved)
  await body.locator("figure").getByLabel("Alt text").fill("A field")
  await desk.getByRole("button", { name: "Publish", exact: true }).click()
  const address = await desk.getByRole("link", { name: "View story" }).getAttribute("href")
  await desk.reload()
  await expect(blocks).toHaveText(moved)
  await reader.goto(String(address))
  const served = reader.locator(".story-body > *")
  await expect(served).toHaveCount(3)
  await expect(served.nth(1)).toHaveText("Second.")
  await expect(served.nth(2).getByRole("img", { name: "A field" })).toBeVisible()
})
