import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Browser, Locator, Page } from "@playwright/test"
import sharp from "sharp"
import { accentShades } from "../../lib/settings/accent.ts"
import { type App, demoPassword, startApp } from "../support/app.ts"
import { copyDemo } from "../support/demo.ts"
import { expect, test } from "../support/fixtures.ts"
import { expectAsked, expectLeft } from "../support/leaving.ts"

// An app of its own: what is chosen here would change every other test's pages.
let app: App
let dataDir: string

test.describe.configure({ mode: "serial" })

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-frame-"))
  copyDemo(dataDir)
  app = await startApp({ DATA_DIR: dataDir, DATABASE_URL: "", RATE_LIMITS: "off" })
})

test.afterAll(async () => {
  await app?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

async function open(browser: Browser, { as, scripts = true }: { as?: string; scripts?: boolean } = {}) {
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: scripts })
  const page = await context.newPage()
  if (!as) return page
  await page.goto("/sign-in")
  await page.getByLabel("Email").fill(`${as}@example.org`)
  await page.getByLabel("Password").fill(demoPassword)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()
  return page
}

const menuOf = (page: Page) =>
  page.getByRole("navigation", { name: "Sections" }).getByRole("link").allInnerTexts()

test("an admin chooses the menu without scripts; publishing never rearranges it, until it is automatic again", async ({
  browser,
  axe,
}) => {
  const reader = await open(browser, { scripts: false })
  await reader.goto("/")
  const automatic = await menuOf(reader)
  const desk = await open(browser, { as: "admin", scripts: false })
  await desk.goto("/desk/settings/frame")
  const menu = desk.getByRole("region", { name: "Menu" })
  // It begins with the links that readers get now.
  expect(await menu.locator("select option:checked").allInnerTexts()).toEqual(automatic)
  await menu.getByRole("button", { name: "Move down: link 1" }).click()
  await expect(menu.getByRole("status")).toHaveText("Link 1 is now number 2. Not saved yet.")
  await menu.getByRole("button", { name: "Remove: link 3" }).click()
  await menu.getByRole("button", { name: "Add a link" }).click()
  const last = automatic.length
  await menu.getByLabel(`Link ${last} leads to`).selectOption({ label: "Another address…" })
  const [label, address] = ["Label", "Address"].map((name) =>
    menu.getByLabel(`${name} of link ${last}`, { exact: true }),
  ) as [Locator, Locator]
  await label.fill("Our choir")
  await address.fill("javascript:alert(1)")
  await menu.getByRole("button", { name: "Save menu" }).click()
  await expect(menu.getByText("Write an address such as", { exact: false })).toBeVisible()
  await expect(label).toHaveValue("Our choir")
  await axe(desk)
  await reader.goto("/")
  expect(await menuOf(reader)).toEqual(automatic)
  await address.fill("https://choir.example.org/")
  await menu.getByRole("button", { name: "Save menu" }).click()
  await expect(menu.getByText("Saved. Readers see this menu from now on.")).toBeVisible()
  const [one = "", two = "", , ...rest] = automatic
  const chosen = [two, one, ...rest, "Our choir"]
  await reader.goto("/posts/forty-minutes-without-cars")
  expect(await menuOf(reader)).toEqual(chosen)
  await axe(reader)

  const editor = await open(browser, { as: "editor" })
  await editor.goto("/desk/posts")
  await editor.getByRole("link", { name: "Bellfield baths will open at six" }).click()
  await editor.getByLabel("Tags").fill("Swimming, School")
  await editor.getByRole("button", { name: "Update" }).click()
  await expect(editor.getByRole("status").filter({ hasText: "Updated" })).toBeVisible()
  await reader.goto("/tags/swimming")
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Swimming")
  expect(await menuOf(reader)).toEqual(chosen)

  await menu.getByRole("button", { name: "Use automatic menu" }).click()
  await expect(menu.getByText("The menu is automatic again.")).toBeVisible()
  await reader.goto("/")
  expect(await menuOf(reader)).not.toContain("Our choir")
})

test("an admin who leaves a menu or a footer that is not saved is asked first, and not once it is saved", async ({
  browser,
}) => {
  const desk = await open(browser, { as: "admin" })
  await desk.goto("/desk/settings/frame")
  for (const name of ["Menu", "Footer"])
    await desk
      .getByRole("region", { name })
      .getByLabel("Label of link 1", { exact: true })
      .fill(`First of the ${name}`)
  await expectAsked(desk, "Tags")
  const footer = desk.getByRole("region", { name: "Footer" })
  await footer.getByRole("button", { name: "Save footer" }).click()
  await expect(footer.getByText("Saved. Readers see this footer from now on.")).toBeVisible()
  await expectAsked(desk, "Tags")
  await desk.getByRole("region", { name: "Menu" }).getByLabel("Label of link 1", { exact: true }).fill("")
  await expectLeft(desk, "Tags")
  await desk.goto("/desk/settings/frame")
  await footer.getByRole("button", { name: "Use automatic footer" }).click()
  await expect(footer.getByText("The footer is automatic again.")).toBeVisible()
})

test("of two admins who choose the footer at once, the second is told and overwrites nothing", async ({
  browser,
}) => {
  const [first, second] = [
    await open(browser, { as: "admin", scripts: false }),
    await open(browser, { as: "admin", scripts: false }),
  ]
  for (const desk of [first, second]) await desk.goto("/desk/settings/frame")
  await first.getByRole("button", { name: "Save footer" }).click()
  await expect(first.getByText("Saved. Readers see this footer from now on.")).toBeVisible()
  await second.getByRole("button", { name: "Save footer" }).click()
  await expect(
    second.getByText("Somebody else changed these links meanwhile.", { exact: false }),
  ).toBeVisible()
})

test("an accent colour that nobody could read is shown in shades that everybody can, in both schemes", async ({
  browser,
  axe,
}) => {
  const desk = await open(browser, { as: "admin" })
  await desk.goto("/desk/settings")
  await desk.getByLabel("Accent colour").fill("#ffe600")
  const shades = accentShades("#ffe600")
  await expect(desk.getByText(shades.light)).toBeVisible()
  await desk.getByLabel("Contact address").fill("desk@example.org")
  await desk.getByLabel("Imprint").fill("Half Past Three CIC\n3 Mill Lane, Wenlow")
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(desk.getByText("Saved. Readers see it from now on.")).toBeVisible()
  for (const scheme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      baseURL: app.url,
      javaScriptEnabled: false,
      colorScheme: scheme,
    })
    const reader = await context.newPage()
    await reader.goto("/")
    const color = await reader
      .locator(".kicker")
      .first()
      .evaluate((kicker) => getComputedStyle(kicker).color)
    expect(color).toBe(rgb(shades[scheme]))
    await expect(
      reader.getByRole("contentinfo").getByRole("link", { name: "desk@example.org" }),
    ).toBeVisible()
    await expect(reader.getByRole("contentinfo").getByText("3 Mill Lane, Wenlow")).toBeVisible()
    await axe(reader)
    await context.close()
  }
  const icon = await desk.request.get("/icon.svg")
  expect(await icon.text()).toContain(shades.light)
  const contact = await desk.request.get("/.well-known/security.txt")
  expect(await contact.text()).toContain("Contact: mailto:desk@example.org")
})

test("a language is chosen by its own name, and the pages run its way", async ({ browser }) => {
  const desk = await open(browser, { as: "admin" })
  await desk.goto("/desk/settings")
  await desk.getByLabel("Language").selectOption({ label: "العربية – Arabic" })
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(desk.getByText("Saved. Readers see it from now on.")).toBeVisible()
  const reader = await open(browser, { scripts: false })
  await reader.goto("/")
  await expect(reader.locator("html")).toHaveAttribute("dir", "rtl")
  await expect(reader.locator("html")).toHaveAttribute("lang", "ar")
  // The site's own sentences end at their end, and stand on the page's side.
  await reader.goto("/newsletter")
  const sentence = reader.getByText("We send you one message with a link.")
  const { stop, letter, align } = await sentence.evaluate((item) => {
    const text = item.lastChild?.textContent ?? ""
    const at = (index: number) => {
      const range = document.createRange()
      range.setStart(item.lastChild as Node, index)
      range.setEnd(item.lastChild as Node, index + 1)
      return range.getBoundingClientRect().left
    }
    const stop = text.lastIndexOf(".")
    return { stop: at(stop), letter: at(stop - 1), align: getComputedStyle(item).textAlign }
  })
  expect(stop).toBeGreaterThan(letter)
  expect(align).toBe("right")
  await desk.setViewportSize({ width: 360, height: 800 })
  for (const path of ["/desk", "/desk/posts", "/desk/settings"]) {
    await desk.goto(path)
    const room = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(room, path).toBeLessThanOrEqual(0)
  }
})

test("a logo stands at the head of every page and becomes the icon", async ({ browser, axe }) => {
  const desk = await open(browser, { as: "admin" })
  await desk.goto("/desk/settings/frame")
  await desk.getByRole("button", { name: "Choose logo" }).click()
  const buffer = await sharp({ create: { width: 400, height: 400, channels: 3, background: "#0055aa" } })
    .png()
    .toBuffer()
  await desk.locator('input[type="file"]').setInputFiles({ name: "logo.png", mimeType: "image/png", buffer })
  await desk.getByRole("dialog").getByRole("button", { name: /logo/ }).first().click()
  await expect(desk.getByText("Saved. Readers get this logo from now on.")).toBeVisible()
  const reader = await open(browser, { scripts: false })
  await expect(async () => {
    await reader.goto("/archive")
    expect(await reader.getByRole("banner").locator("img.logo").count()).toBe(1)
  }).toPass()
  await expect(reader.getByRole("banner").getByRole("link", { name: "Half Past Three" })).toBeVisible()
  await axe(reader)
  await expect(async () => {
    const icon = await (await desk.request.get("/apple-touch-icon.png")).body()
    const { dominant } = await sharp(icon).stats()
    expect(dominant.b).toBeGreaterThan(dominant.r + 60)
  }).toPass()
})

test("a wide logo is shown whole at the desk, and the tagline stands on one line with the name beside it", async ({
  browser,
}) => {
  const desk = await open(browser, { as: "admin" })
  await desk.setViewportSize({ width: 1440, height: 900 })
  // Short enough to stand beside them in whatever font this machine has.
  await desk.goto("/desk/settings")
  await desk.getByLabel("Tagline").fill("For families")
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(desk.getByText("Saved. Readers see it from now on.")).toBeVisible()
  await desk.goto("/desk/settings/frame")
  await desk.getByRole("button", { name: /^(Change|Choose) logo/ }).click()
  const buffer = await sharp({ create: { width: 600, height: 120, channels: 3, background: "#aa5500" } })
    .png()
    .toBuffer()
  const dialog = desk.getByRole("dialog")
  await dialog.getByLabel("Upload").setInputFiles({ name: "wide.png", mimeType: "image/png", buffer })
  await dialog.getByRole("button", { name: "Use this picture" }).click()
  await expect(desk.getByText("Saved. Readers get this logo from now on.")).toBeVisible()
  const shown = desk.getByRole("region", { name: "Logo" }).locator("img")
  const { ratio, fit } = await shown.evaluate((image: HTMLImageElement) => ({
    ratio: image.clientWidth / image.clientHeight,
    fit: getComputedStyle(image).objectFit,
  }))
  expect(fit).toBe("contain")
  expect(ratio).toBeGreaterThan(4)

  const reader = await open(browser)
  await reader.setViewportSize({ width: 1440, height: 900 })
  await expect(async () => {
    await reader.goto("/archive")
    const lines = await reader.locator(".nameplate-logo, .nameplate-logo + p").evaluateAll(baselines)
    expect(lines).toHaveLength(2)
    expect(Math.abs((lines[0] ?? 0) - (lines[1] ?? 0))).toBeLessThan(1)
  }).toPass()
})

test("an admin at a wide screen has the headings of account and settings beside their fields", async ({
  browser,
  axe,
}) => {
  const desk = await open(browser, { as: "admin" })
  for (const [width, beside] of [
    [1440, true],
    [360, false],
  ] as const) {
    await desk.setViewportSize({ width, height: 900 })
    for (const [path, heading, field] of [
      ["/desk/me", "Profile", "Bio"],
      ["/desk/settings", "The publication", "Tagline"],
      ["/desk/settings/frame", "Menu", "Link 1 leads to"],
    ] as const) {
      await desk.goto(path)
      const name = desk.locator("h2, legend").filter({ hasText: heading }).first()
      const [left, right] = await Promise.all(
        [name, desk.getByLabel(field, { exact: true }).first()].map((one) => one.boundingBox()),
      )
      const isBeside = (left?.x ?? 0) + 100 < (right?.x ?? 0)
      expect(isBeside, `${path} at ${width}`).toBe(beside)
      await axe(desk)
    }
  }
})

/** Where the lines of these elements stand: an empty box at their end stands on the baseline. */
function baselines(elements: Element[]): number[] {
  return elements.map((element) => {
    const mark = document.createElement("span")
    mark.style.display = "inline-block"
    element.append(mark)
    const { bottom } = mark.getBoundingClientRect()
    mark.remove()
    return bottom
  })
}

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`
}
