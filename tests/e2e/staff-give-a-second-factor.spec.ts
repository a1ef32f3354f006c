import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { eq, sql } from "drizzle-orm"
import { Secret, TOTP } from "otpauth"
import { createStaff } from "../../db/factories.ts"
import { recoveryCodes, totpSecrets } from "../../db/schema/credentials.ts"
import { settings } from "../../db/schema/settings.ts"
import { sessions } from "../../db/schema/staff.ts"
import { anotherPerson } from "../../lib/auth/messages.ts"
import { hashPassword } from "../../lib/auth/password.ts"
import { startApp } from "../support/app.ts"
import { expect, test } from "../support/fixtures.ts"
import { withOwnDatabase } from "../support/own-publication.ts"
import { plugInAuthenticator } from "../support/virtual-authenticator.ts"

const password = "a few unrelated words"

async function typePassword(page: Page, email: string) {
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
}

/** The code that an app shows which was given the key as it stands on the page. */
async function codeOf(page: Page) {
  const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? ""
  return codeAt(key.replaceAll(" ", ""), 0)
}

/** `later` in half minutes: 0 or 1, since a code that is a half minute old may be two of them when it arrives. */
function codeAt(key: string, later: 0 | 1) {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + later * 30_000 })
}

/** Answers what the page puts on the clipboard from now on; all tests of a machine share the real one. */
async function listenToCopying(page: Page) {
  await page.evaluate(() => {
    const copied: string[] = []
    Object.assign(window, { copied })
    navigator.clipboard.writeText = async (text) => void copied.push(text)
  })
  return () => page.evaluate(() => (window as unknown as { copied: string[] }).copied)
}

for (const scripts of [true, false]) {
  test.describe(`with scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts })

    test("a writer turns on an authenticator app, and from then on neither the password nor a mailed link is enough", async ({
      page,
      db,
      mail,
      axe,
    }) => {
      const email = `${randomUUID()}@example.org`
      const { id } = await createStaff(db, {
        email,
        name: "Wren",
        roles: ["writer"],
        passwordHash: await hashPassword(password),
      })
      await page.goto("/sign-in")
      await typePassword(page, email)
      await expect(page).toHaveURL(/\/desk$/)
      await page.goto("/desk/me")
      const panel = page.getByRole("region", { name: "Authenticator app" })
      await panel.getByRole("button", { name: "Set up an authenticator app" }).click()
      await expect(panel.getByRole("img", { name: "A QR code that holds the key" })).toBeVisible()
      await axe(page)
      const key = ((await panel.locator("code").first().textContent()) ?? "").replaceAll(" ", "")
      await panel.getByLabel("Code").fill("000000")
      await panel.getByRole("button", { name: "Turn on" }).click()
      await expect(panel.getByText(/^This code is not right/)).toBeVisible()
      await panel.getByLabel("Code").fill(await codeOf(page))
      await panel.getByRole("button", { name: "Turn on" }).click()
      await expect(panel.getByText(/^Your authenticator app is turned on/)).toBeVisible()
      const codes = await panel.getByRole("listitem").allTextContents()
      expect(codes).toHaveLength(10)
      const copy = panel.getByRole("button", { name: "Copy the codes" })
      if (scripts) {
        const copied = await listenToCopying(page)
        await copy.click()
        await expect(panel.getByText("Copied. Paste them where you keep them.")).toBeVisible()
        expect(await copied()).toEqual([codes.join("\n")])
      } else await expect(copy).toBeHidden()
      await axe(page)
      expect((await mail.newest(email)).subject).toMatch(/^An authenticator app was turned on at /)
      // They are shown once.
      await page.goto("/desk/me")
      expect(await page.content()).not.toContain(codes[0])
      expect(await page.content()).not.toContain(key)

      await page.getByRole("button", { name: "Sign out" }).click()
      await page.goto("/desk/posts")
      await typePassword(page, email)
      await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible()
      await axe(page)
      const open = () => db.$count(sessions, sql`staff_id = ${id} and ended_at is null`)
      expect(await open()).toBe(0)
      await page.goto("/desk")
      await expect(page).toHaveURL(/\/sign-in$/)
      await page.goto("/sign-in/second-factor?next=%2Fdesk%2Fposts")
      await page.getByLabel("Code").fill("000000")
      await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page.getByText(/^This code is not right/)).toBeVisible()
      await page.getByLabel("Code").fill(codeAt(key, 1))
      await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page).toHaveURL(/\/desk\/posts$/)
      expect(await open()).toBe(1)

      await page.getByRole("button", { name: "Sign out" }).click()
      await page.getByRole("link", { name: "Email me a sign-in link" }).click()
      await page.getByLabel("Email").fill(email)
      await page.getByRole("button", { name: "Send link" }).click()
      await expect.poll(async () => (await mail.newest(email)).subject).toMatch(/^Sign in to /)
      const [link = ""] = /\/setup\/[\w-]+/.exec((await mail.newest(email)).text ?? "") ?? []
      await page.goto(link)
      await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible()
      await page.getByLabel("Code").fill(codes[3] ?? "")
      await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page).toHaveURL(/\/desk$/)
      expect(await db.$count(recoveryCodes, sql`staff_id = ${id} and used_at is not null`)).toBe(1)
    })
  })
}

test("where a second factor is asked of everybody, who has none sets one up and reaches nothing else before", async ({
  browser,
  axe,
}) => {
  await withOwnDatabase("second", async (url) => {
    const app = await startApp({ DATABASE_URL: url, DATA_DIR: process.env.DATA_DIR ?? "", DEMO: "off" })
    const context = await browser.newContext({ baseURL: app.url })
    try {
      const { database } = await import("../../db/client.ts")
      const passwordHash = await hashPassword(password)
      const [ana, ben, cleo] = [
        await createStaff(database(), { email: "ana@example.org", roles: ["admin"], passwordHash }),
        await createStaff(database(), { email: "ben@example.org", roles: ["writer"], passwordHash }),
        await createStaff(database(), { email: "cleo@example.org", roles: ["admin"], passwordHash }),
      ]
      const page = await context.newPage()
      await page.goto("/sign-in")
      await typePassword(page, ana.email)
      await expect(page).toHaveURL(/\/desk$/)
      await page.goto("/desk/settings")
      const rule = page.getByLabel("Require a second factor for")
      await rule.selectOption("everybody")
      await page.getByRole("button", { name: "Save settings" }).click()
      // The admin who decides it has one first, and stays where they are.
      await expect(page.getByText("Set up your own second factor first, in Your account.")).toBeVisible()
      await expect(rule).toHaveValue("everybody")
      expect(await database().$count(settings, eq(settings.key, "secondFactorFor"))).toBe(0)
      await plugInAuthenticator(page)
      await page.goto("/desk/me")
      await page.getByRole("button", { name: "Add a passkey" }).click()
      await expect(page.getByText(/^The passkey is added/)).toBeVisible()
      const other = await (await browser.newContext({ baseURL: app.url })).newPage()
      await other.goto("/sign-in")
      await typePassword(other, cleo.email)
      await expect(other).toHaveURL(/\/desk$/)
      await other.goto("/desk/settings")
      await other.getByLabel("Tagline").fill("What Cleo was typing")

      await page.goto("/desk/settings")
      await rule.selectOption("everybody")
      await page.getByRole("button", { name: "Save settings" }).click()
      await expect(page.getByText("Saved.", { exact: true })).toBeVisible()

      // A form that is sent from a session that is held back is answered with a sentence, and keeps what was typed.
      await other.getByRole("button", { name: "Save settings" }).click()
      await expect(other.getByText(anotherPerson)).toBeVisible()
      await expect(other.getByLabel("Tagline")).toHaveValue("What Cleo was typing")
      expect(await database().$count(settings, sql`value::text like '%Cleo%'`)).toBe(0)
      await other.goto("/desk")
      const asked = other.getByRole("heading", { name: "Set up a second factor" })
      await expect(asked).toBeVisible()
      await other.goto("/desk/staff")
      await expect(asked).toBeVisible()
      await expect(other).toHaveURL(/next=%2Fdesk%2Fstaff$/)
      await axe(other)
      await plugInAuthenticator(other)
      await other.getByRole("button", { name: "Add a passkey" }).click()
      await other.getByRole("link", { name: "Go to the desk" }).click()
      await expect(other.getByRole("heading", { name: "Staff" })).toBeVisible()
      await other.context().close()

      const writer = await (
        await browser.newContext({ baseURL: app.url, javaScriptEnabled: false })
      ).newPage()
      await writer.goto("/sign-in")
      await typePassword(writer, ben.email)
      await expect(writer.getByRole("heading", { name: "Set up a second factor" })).toBeVisible()
      for (const path of ["/desk/posts", "/desk/media/pick", "/desk/me", "/sign-in", "/desk"]) {
        await writer.goto(path)
        await expect(writer.getByRole("heading", { name: "Set up a second factor" })).toBeVisible()
      }
      await writer.getByRole("button", { name: "Set up an authenticator app" }).click()
      await writer.getByLabel("Code").fill(await codeOf(writer))
      await writer.getByRole("button", { name: "Turn on" }).click()
      await expect(writer.getByRole("listitem")).toHaveCount(10)
      await writer.getByRole("link", { name: "Go to the desk" }).click()
      await expect(writer).toHaveURL(/\/desk$/)
      // Once there was time to read the codes, the page has nothing more to say.
      await database().update(totpSecrets).set({ confirmedAt: sql`now() - interval '1 hour'` })
      await writer.goto("/sign-in/second-factor")
      await expect(writer).toHaveURL(/\/desk$/)
      expect(await database().$count(totpSecrets, eq(totpSecrets.staffId, ben.id))).toBe(1)
      expect(await database().$count(settings, eq(settings.key, "secondFactorFor"))).toBe(1)
      await writer.context().close()
    } finally {
      await context.close()
      await app.stop()
    }
  })
})
