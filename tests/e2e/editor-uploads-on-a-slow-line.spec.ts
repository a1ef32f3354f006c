import fs from "node:fs/promises"
import type { CDPSession, Page } from "@playwright/test"
import { asc, eq } from "drizzle-orm"
import { media } from "../../db/schema/media.ts"
import { expect, test } from "../support/fixtures.ts"
import { makePhotographs } from "../support/photographs.ts"

test("an editor drops a day's photographs on a slow line, loses the network, and publishes four of them", async ({
  desk,
  signInAs,
  reader,
  db,
}, info) => {
  const outputPath = (...parts: string[]) => info.outputPath("photographs", ...parts)
  const editor = await signInAs("editor")
  const names = Array.from({ length: 12 }, (_, at) => `quay-${at + 1}.jpg`)
  const photographs = await makePhotographs(outputPath(), names)
  const broken = outputPath("broken.jpg")
  await fs.writeFile(broken, (await fs.readFile(photographs[0] ?? "")).subarray(0, 500_000))
  const hostile = outputPath("hostile.jpg")
  await fs.writeFile(hostile, `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`)

  await desk.goto("/desk/media")
  const line = await desk.context().newCDPSession(desk)
  await setLine(line)
  await drop(desk, [broken, hostile, ...photographs])
  const list = desk.getByRole("list", { name: "Uploads" })
  const row = (name: string) =>
    list.getByRole("listitem").filter({ has: desk.getByText(name, { exact: true }) })
  await row("quay-12.jpg").getByRole("button", { name: "Cancel" }).click()
  await expect(row("quay-2.jpg").getByRole("progressbar")).toBeVisible()
  await setLine(line, { offline: true })
  await expect(list).toContainText("The connection was lost.")
  await setLine(line)
  for (const name of names.slice(0, 11)) await expect(row(name)).toContainText("In the library")
  await expect(row("quay-12.jpg")).toContainText("Cancelled")
  await expect(row("broken.jpg")).toContainText("“broken.jpg” is damaged or incomplete.")
  await expect(row("hostile.jpg")).toContainText("“hostile.jpg” is an SVG, which may contain scripts.")
  const taken = await db.select().from(media).where(eq(media.uploadedBy, editor.id)).orderBy(asc(media.id))
  expect(taken.map(({ filename }) => filename).sort()).toEqual(names.slice(0, 11).sort())

  await line.detach()
  for (const [at, { id }] of taken.slice(0, 4).entries()) {
    await desk.goto(`/desk/media/${id}`)
    await desk.getByLabel("Horizontal").fill(String(20 * (at + 1)))
    await desk.getByRole("button", { name: "Save" }).click()
    await expect(desk.getByText("Saved.")).toBeVisible()
  }
  const title = `Four from the quay ${editor.id}`
  const placed = taken.slice(0, 4).map(({ filename }) => filename)
  await writeStory(desk, title, placed)
  const rows = await db.select().from(media).where(eq(media.uploadedBy, editor.id))
  const focus = placed.map((name) => rows.find(({ filename }) => filename === name)?.focusX)
  expect(focus).toEqual([200, 400, 600, 800])

  await reader.goto("/")
  await reader.getByRole("link", { name: title }).click()
  for (const name of placed) {
    const picture = reader.getByRole("img", { name: `What ${name} shows` })
    await picture.scrollIntoViewIfNeeded()
    await expect(picture).toHaveJSProperty("complete", true)
    await expect(picture).not.toHaveJSProperty("naturalWidth", 0)
  }
})

/** A phone's connection, which sends two megabytes a second. */
async function setLine(line: CDPSession, { offline = false } = {}): Promise<void> {
  const bytesPerSecond = 2_000_000
  await line.send("Network.enable")
  await line.send("Network.emulateNetworkConditions", {
    offline,
    latency: 60,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
}

/** A browser makes files for a script only from a field. */
async function drop(desk: Page, files: readonly string[]): Promise<void> {
  const field = desk.getByLabel("Upload")
  await field.evaluate((input) => {
    const shelf = document.createElement("input")
    Object.assign(shelf, { type: "file", multiple: true, id: "shelf" })
    input.closest("main")?.append(shelf)
  })
  await desk.locator("#shelf").setInputFiles([...files])
  await field.evaluate((input) => {
    const shelf = document.querySelector<HTMLInputElement>("#shelf")
    const dataTransfer = new DataTransfer()
    for (const file of shelf?.files ?? []) dataTransfer.items.add(file)
    shelf?.remove()
    const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true })
    input.closest("form")?.dispatchEvent(event)
  })
}

/** The first picture leads, the others stand in the text. */
async function writeStory(
  desk: Page,
  title: string,
  [lead = "", ...inText]: readonly string[],
): Promise<void> {
  await desk.goto("/desk/posts/new")
  await desk.getByLabel("Title").fill(title)
  const body = desk.getByLabel("Body")
  await body.fill("The quay was full of people that day.")
  await desk.getByRole("button", { name: "Choose lead picture" }).click()
  const dialog = desk.getByRole("dialog")
  const choose = async (name: string) => {
    await dialog.getByLabel("Search the library").fill(name)
    await dialog.getByRole("button", { name, exact: true }).click()
  }
  await choose(lead)
  await desk.getByLabel("Alt text").first().fill(`What ${lead} shows`)
  await desk.getByRole("button", { name: "Add picture" }).click()
  for (const name of inText) await choose(name)
  await dialog.getByRole("button", { name: "Add 3 pictures" }).click()
  const figures = body.locator("figure")
  await expect(figures).toHaveCount(3)
  for (const [at, name] of inText.entries()) {
    await figures.nth(at).getByLabel("Alt text").fill(`What ${name} shows`)
  }
  await desk.getByRole("button", { name: "Publish" }).click()
  await expect(desk.getByRole("button", { name: "Update" })).toBeVisible()
}
