import { chromium, type Page } from "@playwright/test"
import type { Browser } from "../support/browser.ts"
import { startElsewhere } from "../support/elsewhere.ts"
import { expect, test } from "../support/fixtures.ts"

const body = (page: Page) => page.getByRole("textbox", { name: "Body" })

/** What Ctrl+V brings, without the clipboard that all tests of this machine share. */
async function paste(page: Page, text: string) {
  await body(page).evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/plain", text)
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

test("a pasted address becomes a player that connects a reader to nobody until they open it", async ({
  desk,
  reader,
  signInAs,
  axe,
}) => {
  await signInAs("editor")
  const complaints: string[] = []
  desk.on("console", (message) => message.type() === "error" && complaints.push(message.text()))
  const titles = { "https://www.youtube.com/watch?v=dQw4w9WgXcQ": "The fair in 1987" }
  await desk.route("/desk/embeds", (route) => {
    const asked = Object.entries(titles).find(([url]) => route.request().postData()?.includes(url))
    return route.fulfill({ json: asked ? { ok: true, title: asked[1], author: "Ada" } : { ok: false } })
  })
  await desk.goto("/desk/posts/new")
  await body(desk).waitFor()
  await desk.getByLabel("Title", { exact: true }).fill(`The fair, then and now ${Date.now()}`)
  await body(desk).click()
  await desk.keyboard.type("It rained.")
  await desk.keyboard.press("Enter")
  await paste(desk, "https://youtu.be/dQw4w9WgXcQ?si=counted")
  const player = desk.getByRole("figure", { name: "Embed: The fair in 1987" })
  await expect(player.getByLabel("Title")).toHaveValue("The fair in 1987")
  await desk.keyboard.type("/emb")
  await desk.keyboard.press("Enter")
  const dialog = desk.getByRole("dialog", { name: "Embed" })
  await dialog.getByRole("textbox").fill("https://video.example/7")
  await desk.keyboard.press("Enter")
  await expect(dialog.getByRole("alert")).toContainText("Nothing can be embedded from this address.")
  await axe(desk)
  await dialog.getByRole("textbox").fill("https://soundcloud.com/forss/flickermood")
  await desk.keyboard.press("Enter")
  await desk.keyboard.type("It will again.")
  await expect(desk.getByRole("figure", { name: "Embed: SoundCloud" })).toBeVisible()
  await desk.getByRole("button", { name: "Publish" }).click()
  const address = (await desk.getByRole("link", { name: "View story" }).getAttribute("href")) ?? ""
  expect(complaints).toEqual([])

  await reader.setViewportSize({ width: 360, height: 740 })
  await reader.goto(address)
  await expect(reader.getByRole("link", { name: "The fair in 1987" })).toBeVisible()
  await expect(reader.getByText("It will again.")).toBeVisible()
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await axe(reader)
  await openElsewhere(new URL(address, reader.url()).href)
  const feed = await (await reader.request.get("/feed.xml")).text()
  expect(feed).toContain("The fair in 1987 (YouTube)")
  expect(feed).not.toContain("iframe")
})

/** In a browser of its own, for which all other sites are one server that counts. */
async function openElsewhere(story: string) {
  const elsewhere = await startElsewhere()
  const found = JSON.parse(process.env.TEST_BROWSER ?? "{}") as Browser
  const browser = await chromium.launch({ ...found, args: [...(found.args ?? []), ...elsewhere.args] })
  try {
    const page = await browser.newPage({ javaScriptEnabled: false })
    const violations: string[] = []
    page.on(
      "console",
      (message) => /Content Security Policy/.test(message.text()) && violations.push(message.text()),
    )
    await page.goto(story, { waitUntil: "networkidle" })
    const frames = page.locator("iframe")
    await expect(frames).toHaveCount(2)
    for (const frame of await frames.all()) await frame.scrollIntoViewIfNeeded()
    const video = page.frameLocator('iframe[title="Video: The fair in 1987"]')
    await expect(video.getByRole("link")).toContainText("Opens a player of youtube-nocookie.com")
    await page.waitForLoadState("networkidle")
    expect(elsewhere.asked).toEqual([])

    await video.getByRole("link", { name: "Play the video" }).click()
    await expect.poll(() => elsewhere.asked).toContain("www.youtube-nocookie.com")
    expect(new Set(elsewhere.asked)).toEqual(new Set(["www.youtube-nocookie.com"]))
    // The frame goes there, and the page stays.
    expect(page.url()).toBe(story)
    expect(violations).toEqual([])
  } finally {
    await browser.close()
    await elsewhere.stop()
  }
}
