import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { type App, startApp } from "../support/app.ts"
import { recreateDatabase } from "../support/database.ts"
import { expect, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"

for (const scripts of [true, false]) {
  const how = scripts ? "on" : "off"
  test(`with scripts ${how}, the first admin is at the desk once a password is chosen`, async ({
    browser,
    axe,
  }) => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "masthead-new-"))
    const env = {
      DATABASE_URL: await recreateDatabase(ownerUrl(), `new_${how}_${process.pid}`),
      DATA_DIR: dataDir,
      DEMO: "off",
      TZ: "Asia/Tokyo",
    }
    let app: App | undefined
    try {
      app = await startApp(env)
      const [link = ""] = /http:\S+\/setup\/\S+/.exec(app.output()) ?? []
      const context = await browser.newContext({
        javaScriptEnabled: scripts,
        timezoneId: "America/New_York",
        locale: "pt-BR",
      })
      const page = await context.newPage()
      await page.goto(link)
      const zone = page.getByLabel("Time zone")
      await expect(zone).toHaveValue(scripts ? "America/New_York" : "Asia/Tokyo")
      await expect(page.getByLabel("Language")).toHaveValue("pt-BR")
      await axe(page)

      await page.getByLabel("Name").fill("Ada Quill")
      await page.getByLabel("Email").fill("ada@example.org")
      await page.getByLabel("Password", { exact: true }).fill("a few unrelated words")
      await page.getByLabel("Password again").fill("a few other words")
      // With scripts the publication gets its name at once, without it is named later.
      const name = scripts ? "The Harbour Weekly" : "Masthead"
      if (scripts) await page.getByLabel("Publication").fill(name)
      await zone.selectOption("America/St_Johns")
      await page.getByRole("button", { name: "Create account" }).click()
      await expect(page.getByText("Write the same password again.")).toBeVisible()
      await expect(zone).toHaveValue("America/St_Johns")
      if (scripts) await expect(page.getByLabel("Publication")).toHaveValue(name)
      await page.getByLabel("Password", { exact: true }).fill("a few unrelated words")
      await page.getByLabel("Password again").fill("a few unrelated words")
      await page.getByRole("button", { name: "Create account" }).click()

      await expect(page).toHaveURL(`${app.url}/desk`)
      await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()
      // The desk tells what to do in an empty publication; readers are told that it is empty.
      const steps = page.getByRole("region", { name: "First steps" })
      await expect(steps.getByText(`${scripts ? 6 : 7} of 7 left`)).toBeVisible()
      await expect(steps.getByRole("link", { name: "Publish the first story" })).toBeVisible()
      await axe(page)
      await steps.getByRole("button", { name: "Send a test to ada@example.org" }).click()
      await expect(steps.getByRole("status")).toContainText("was written to a file")
      await steps.getByRole("button", { name: "Look at the site" }).click()
      await expect(page).toHaveURL(`${app.url}/`)
      await page.goto(`${app.url}/desk`)
      await expect(steps.getByText(`${scripts ? 5 : 6} of 7 left`)).toBeVisible()
      await expect(steps.getByRole("listitem").filter({ hasText: "Look at the site (done)" })).toBeVisible()
      await steps.getByRole("button", { name: "Hide this list" }).click()
      await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()
      await expect(steps).toHaveCount(0)
      await expect(page.getByText(/Mail is not sent: without SMTP_URL/)).toBeVisible()
      for (const address of ["/", "/archive"]) {
        await page.goto(`${app.url}${address}`)
        await expect(page.getByRole("banner").getByRole("link", { name })).toBeVisible()
        await expect(page.getByText("Nothing has been published yet.")).toBeVisible()
        // The first of "new stories by mail" is still to come.
        await expect(page.getByRole("link", { name: "Newsletter" })).toHaveCount(0)
        await axe(page)
      }
      if (scripts) {
        // In an empty library there is one thing to do, for a picture in the text as for the lead picture.
        await page.goto(`${app.url}/desk/posts/new`)
        const picker = page.getByRole("dialog")
        for (const name of ["Add picture", "Choose lead picture"]) {
          await page.getByRole("button", { name }).click()
          await expect(
            picker.getByText("There are no pictures yet. Upload the first one above."),
          ).toBeVisible()
          await expect(picker.getByLabel("Upload")).toBeFocused()
          await page.keyboard.press("Escape")
        }
      }
      await page.goto(`${app.url}/desk/settings`)
      await expect(page.getByLabel("Time zone")).toHaveValue("America/St_Johns")
      await expect(page.getByLabel("Language")).toHaveValue("pt-BR")
      await expect(page.getByText(/Last changed by Ada Quill/)).toBeVisible()
      await page.goto(link)
      await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible()
      await context.close()

      expect(await app.stop()).toBe(0)
      app = await startApp(env)
      expect(app.output()).toContain(`Sign in at ${app.url}/sign-in\n`)
      expect(app.output()).toContain("`npm run staff -- reset EMAIL`")
      expect(app.output()).not.toContain("/setup/")
    } finally {
      await app?.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    }
  })
}
