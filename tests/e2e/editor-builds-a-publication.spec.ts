import { createHash } from "node:crypto"
import type { Browser, Page } from "@playwright/test"
import sharp from "sharp"
import { type EmptyPublication, startEmptyPublication } from "../support/empty-publication.ts"
import { exportDemo } from "../support/export-demo.ts"
import { expect, test } from "../support/fixtures.ts"
import { choose, goTo, press, reach, tick, write } from "../support/keyboard.ts"
import { demoPages, everyPart, exportSite, missingParts, type SitePages } from "../support/site-inventory.ts"
import { until } from "../support/until.ts"

const password = "a few unrelated words"

let app: EmptyPublication["app"]
let mail: EmptyPublication["mail"]
let end: EmptyPublication["end"] | undefined

test.beforeAll(async () => {
  ;({ app, mail, end } = await startEmptyPublication("own", { RATE_LIMITS: "off" }))
})

test.afterAll(() => end?.())

async function openBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.url,
    locale: "en-GB",
    timezoneId: "Europe/Dublin",
    reducedMotion: "reduce",
  })
  const page = await context.newPage()
  // From the first page on: Chromium would open a chooser of its own where nobody listened yet.
  page.on("filechooser", () => {})
  return page
}

/** Chooses a picture from the machine in the picker, and takes it. */
async function choosePicture(page: Page, button: string, name: string) {
  const dialog = page.getByRole("dialog")
  await expect(async () => {
    // Before its scripts run, a page does not hear the key.
    if (!(await dialog.isVisible())) await press(page.getByRole("button", { name: button }))
    await expect(dialog).toBeVisible()
  }).toPass()
  // Of two equal files the library keeps the first one, under its name.
  const background = `#${createHash("sha256").update(name).digest("hex").slice(0, 6)}`
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
    .composite([{ input: { create: { width: 500, height: 400, channels: 3, background: "#d9c27a" } } }])
    .jpeg()
    .toBuffer()
  await reach(dialog.getByLabel("Upload"))
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")])
  await chooser.setFiles({ name, mimeType: "image/jpeg", buffer })
  await press(dialog.getByRole("button", { name }))
  await expect(dialog).toHaveCount(0)
}

/** Reads an invitation, and joins by its link in a browser of their own. */
async function join(browser: Browser, email: string): Promise<Page> {
  await until(`an invitation to ${email}`, () => mail.received.some(({ to }) => to.includes(email)))
  const text = mail.received.find(({ to }) => to.includes(email))?.mail.text ?? ""
  const page = await openBrowser(browser)
  await page.goto(/\/setup\/[\w-]+/.exec(text)?.[0] ?? "")
  await write(page.getByLabel("Password", { exact: true }), password)
  await write(page.getByLabel("Password again"), password)
  await press(page.getByRole("button", { name: "Join the staff" }))
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()
  return page
}

async function invite(admin: Page, { name, email, role }: { name: string; email: string; role: string }) {
  const form = admin.getByRole("region", { name: "Invite somebody" })
  await write(form.getByLabel("Name"), name)
  await write(form.getByLabel("Email"), email)
  await tick(form.getByLabel(role))
  await press(form.getByRole("button", { name: "Send invitation" }))
  await expect(admin.getByText(`The invitation goes to ${email}.`)).toBeVisible()
}

async function saveProfile(page: Page, said: { title: string; bio: string }) {
  await goTo(page, "Account")
  const profile = page.getByRole("region", { name: /profile/i })
  await choosePicture(page, "Choose portrait", `${said.title}.jpg`)
  await write(profile.getByLabel("Title"), said.title)
  await write(profile.getByLabel("Bio"), said.bio)
  await write(profile.getByLabel("Links"), "https://social.example/@weir")
  await write(profile.getByLabel("Pronunciation"), "AY-da")
  await press(profile.getByRole("button", { name: "Save profile" }))
  await expect(profile.getByText("Saved.", { exact: true })).toBeVisible()
}

/** Begins with the suggested text of a page, and writes another one in its place where there is one. */
async function publishPage(page: Page, purpose: string, text?: (page: Page) => Promise<void>) {
  await goTo(page, "Pages")
  await press(page.getByRole("link", { name: purpose, exact: true }))
  const body = page.getByRole("textbox", { name: "Body" })
  await reach(body)
  await text?.(page)
  await write(page.getByLabel("Description"), `${purpose} of The Weir.`)
  await publish(page)
}

async function writeAbout({ keyboard }: Page) {
  await keyboard.press("Control+A")
  await keyboard.type("The Weir is made by four people at a kitchen table.")
  await keyboard.press("Enter")
  await keyboard.type("## Who pays")
  await keyboard.press("Enter")
  await keyboard.type("Its readers do.")
}

/** The one thing that the site cannot know stands at the end of its text. */
async function nameAuthority(page: Page) {
  const last = page.getByRole("textbox", { name: "Body" }).locator("p").last()
  await expect(last).toHaveText(/^\[Write here: the authority/)
  await page.keyboard.press("Control+End")
  for (const _ of (await last.textContent()) ?? "") await page.keyboard.press("Backspace")
  await page.keyboard.type("You can complain to the Data Protection Commission.")
}

async function publish(page: Page) {
  await press(page.getByRole("button", { name: "Publish", exact: true }))
  await expect(page.getByText("Published", { exact: true })).toBeVisible()
}

type Story = { title: string; tags: string; picture?: string; withBen?: true }

async function publishStory(page: Page, { title, tags, picture, withBen }: Story) {
  await goTo(page, "Stories")
  await press(page.getByRole("link", { name: "New story" }))
  const body = page.getByRole("textbox", { name: "Body" })
  await body.waitFor()
  await reach(page.getByLabel("Title", { exact: true }))
  await page.keyboard.type(title)
  await page.keyboard.press("Enter")
  await page.keyboard.type(`What happened, and who was there: ${title}.`)
  await page.keyboard.press("Enter")
  await page.keyboard.type("It rained, and everybody came.")
  if (withBen) {
    await write(page.getByLabel("Add an author"), "Ben Okoro")
    await page.keyboard.press("Enter")
    const rows = page.getByRole("group", { name: "Authors" }).getByRole("listitem")
    await expect(rows).toContainText(["Nell Ashdown", "Ben Okoro"])
  }
  await write(page.getByLabel("Tags"), tags)
  if (picture) {
    await choosePicture(page, "Choose lead picture", picture)
    await write(page.getByLabel("Alt text"), "A weir under a grey sky")
  }
  await publish(page)
}

test("from an empty database, by the keyboard alone, an admin and the colleagues whom she invites build what the demo shows", async ({
  browser,
  axe,
}) => {
  const ada = await openBrowser(browser)
  await test.step("the first admin", async () => {
    await ada.goto(/http:\S+\/setup\/\S+/.exec(app.output())?.[0] ?? "")
    await expect(ada.getByLabel("Time zone")).toHaveValue("Europe/Dublin")
    await expect(ada.getByLabel("Language")).toHaveValue("en-GB")
    await write(ada.getByLabel("Name"), "Ada Quill")
    await write(ada.getByLabel("Email"), "ada@example.org")
    await write(ada.getByLabel("Password", { exact: true }), password)
    await write(ada.getByLabel("Password again"), password)
    await press(ada.getByRole("button", { name: "Create account" }))
    await expect(ada.getByRole("region", { name: "First steps" })).toContainText("7 of 7 left")
  })

  await test.step("the name, the logo, the menu", async () => {
    await goTo(ada, "Settings")
    await write(ada.getByLabel("Name", { exact: true }), "The Weir")
    await write(ada.getByLabel("Tagline"), "News from both banks")
    await write(ada.getByLabel("Description"), "Written by those who live along the river.")
    await write(ada.getByLabel("Contact address"), "desk@weir.example.org")
    await write(ada.getByLabel("Imprint"), "The Weir, 3 Mill Lane")
    await press(ada.getByRole("button", { name: "Save settings" }))
    await expect(ada.getByText("Saved. Readers see it from now on.")).toBeVisible()
    await press(ada.getByRole("link", { name: "Menu, footer and logo" }))
    await choosePicture(ada, "Choose logo", "logo.jpg")
    await expect(ada.getByText("Saved. Readers get this logo from now on.")).toBeVisible()
  })

  await test.step("the pages", async () => {
    await publishPage(ada, "About", writeAbout)
    await publishPage(ada, "Privacy", nameAuthority)
    await publishPage(ada, "House rules")
  })

  await test.step("two colleagues", async () => {
    await goTo(ada, "Staff")
    await invite(ada, { name: "Nell Ashdown", email: "nell@example.org", role: "Editor" })
    await invite(ada, { name: "Ben Okoro", email: "ben@example.org", role: "Writer" })
  })
  const ben = await join(browser, "ben@example.org")
  await saveProfile(ben, { title: "Reporter", bio: "Ben counts the boats." })
  const nell = await join(browser, "nell@example.org")
  await saveProfile(nell, { title: "Editor", bio: "Nell keeps the minutes." })

  await test.step("the stories", async () => {
    for (const n of ["one", "two", "three", "four", "five", "six"]) {
      // The first story of the section: the lead and the three newest stand above it.
      const picture = n === "three" ? "three.jpg" : undefined
      await publishStory(nell, { title: `Along the river, part ${n}`, tags: "River", picture })
    }
    await publishStory(nell, {
      title: "The weir is open",
      tags: "Town, River",
      picture: "weir.jpg",
      withBen: true,
    })
    await axe(nell)
    await goTo(nell, "Media")
    await press(nell.getByRole("link", { name: "weir.jpg" }))
    await write(nell.getByLabel("Credit"), "Photograph: Ben Okoro")
    await press(nell.getByRole("button", { name: "Save", exact: true }))
    await expect(nell.getByText("Saved.")).toBeVisible()
  })

  await test.step("a section, the lead, and the tag", async () => {
    await goTo(nell, "Tags")
    await press(nell.getByRole("link", { name: "River" }))
    await write(nell.getByLabel("Description"), "The Lar from its spring to the sea.")
    await press(nell.getByRole("button", { name: "Save tag" }))
    await expect(nell.getByText("Saved. Readers see it from now on.")).toBeVisible()
    await goTo(nell, "Front page")
    await choose(nell.getByLabel("Lead story"), "The weir is open")
    await choose(nell.getByLabel("Section 1", { exact: true }), "River")
    await choose(nell.getByLabel("Stories of section 1"), "2")
    await press(nell.getByRole("button", { name: "Publish", exact: true }))
    await expect(nell.getByText("Published. Readers see this front page now.")).toBeVisible()
  })

  await test.step("the menu", async () => {
    await goTo(ada, "Settings")
    await press(ada.getByRole("link", { name: "Menu, footer and logo" }))
    const menu = ada.getByRole("region", { name: "Menu" })
    await press(menu.getByRole("button", { name: "Add a link" }))
    const last = menu.getByLabel(/^Link \d+ leads to$/).last()
    await expect(last).toBeFocused()
    await choose(last, "About")
    await press(menu.getByRole("button", { name: "Save menu" }))
    await expect(menu.getByText("Saved. Readers see this menu from now on.")).toBeVisible()
  })

  await test.step("what readers see", async () => {
    const own = {
      ...demoPages,
      story: { kind: "story", path: "/posts/the-weir-is-open" },
      author: { kind: "author", path: "/authors/nell-ashdown" },
      tag: { kind: "tag", path: "/tags/river" },
    } satisfies SitePages
    const model = await exportDemo()
    for (const [page, { kind }] of Object.entries(demoPages))
      expect(model[page], page).toEqual(expect.arrayContaining(everyPart(kind)))
    expect(missingParts(await exportSite(app.url, own), model)).toEqual([])
    const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false })
    const reader = await context.newPage()
    for (const { path } of Object.values(own)) {
      await reader.goto(path)
      await expect(reader.getByRole("banner").locator("img.logo")).toBeVisible()
      await axe(reader)
    }
    await reader.goto("/")
    const menu = reader.getByRole("navigation", { name: "Sections" })
    await expect(menu.getByRole("link", { name: "About" })).toBeVisible()
    await context.close()
  })
})
