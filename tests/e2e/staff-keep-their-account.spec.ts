import { randomUUID } from "node:crypto"
import { inArray } from "drizzle-orm"
import { createStaff } from "../../db/factories.ts"
import { sessions } from "../../db/schema/staff.ts"
import { hashPassword } from "../../lib/auth/password.ts"
import { encodeSession, sessionCookieName } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import { expect, test } from "../support/fixtures.ts"
import { expectAsked, expectLeft } from "../support/leaving.ts"

const password = "a few unrelated words"

function linkIn(text: string | undefined): string {
  const [address = ""] = /\/setup\/[\w-]+/.exec(text ?? "") ?? []
  return address
}

for (const scripts of [true, false]) {
  test.describe(`with scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts })

    test("a writer changes name, address and password, and signs out another browser", async ({
      page,
      db,
      mail,
      axe,
    }) => {
      const [before, after] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`]
      const { id } = await createStaff(db, {
        email: before,
        name: "Wren",
        roles: ["writer"],
        passwordHash: await hashPassword(password),
      })
      const value = await encodeSession(await startSession(id, "Mozilla/5.0 Firefox/140.0"))
      await page.goto("/sign-in")
      await page.context().addCookies([{ name: sessionCookieName(), value, url: page.url() }])
      await startSession(id, "Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0 Safari/537.36")

      await page.goto("/desk")
      await page.getByRole("link", { name: "Account" }).click()
      await axe(page)
      await page.getByLabel("Name").fill("Wren Ödegård")
      await page.getByRole("button", { name: "Save profile" }).click()
      await expect(page.getByText("Saved.")).toBeVisible()
      await expect(page.getByLabel("Name")).toHaveValue("Wren Ödegård")

      const there = page.getByRole("listitem").filter({ hasText: "Chrome on Windows" })
      await there.getByRole("button", { name: "Sign out there" }).click()
      await expect(there).toHaveCount(0)
      await expect(page.getByText("Signed out there.")).toBeVisible()
      const others = [await startSession(id), await startSession(id)]
      await page.reload()
      await page.getByRole("button", { name: "Sign out everywhere else" }).click()
      await expect(page.getByText("Signed out everywhere else.")).toBeVisible()
      const rows = await db.select().from(sessions).where(inArray(sessions.id, others))
      expect(rows.map(({ endedAt }) => endedAt === null)).toEqual([false, false])

      const ownPassword = page
        .locator("form")
        .filter({ has: page.getByRole("button", { name: "Change password" }) })
      const address = page.locator("form").filter({ has: page.getByRole("button", { name: "Change email" }) })
      const asked = await page
        .getByLabel(/^Your password/)
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).labels?.[0]?.textContent))
      expect(asked.length).toBeGreaterThan(1)
      expect(new Set(asked).size, asked.join()).toBe(asked.length)
      await ownPassword.getByLabel("Your password").fill("not the password")
      await page.getByLabel("New password", { exact: true }).fill("some other unrelated words")
      await page.getByLabel("New password again").fill("some other unrelated words")
      await page.getByRole("button", { name: "Change password" }).click()
      await expect(page.getByText("This is not your password.")).toBeVisible()
      expect(await page.content()).not.toContain("some other unrelated words")
      await ownPassword.getByLabel("Your password").fill(password)
      await page.getByLabel("New password", { exact: true }).fill("some other unrelated words")
      await page.getByLabel("New password again").fill("some other unrelated words")
      await page.getByRole("button", { name: "Change password" }).click()
      await expect(page.getByText(/^Your password is changed/)).toBeVisible()
      expect((await mail.newest(before)).subject).toMatch(/^Your password at .* was changed$/)

      await page.getByLabel("New email").fill(after)
      await address.getByLabel("Your password").fill("some other unrelated words")
      await page.getByRole("button", { name: "Change email" }).click()
      await expect(page.getByText(`We are sending a link to ${after}.`)).toBeVisible()
      await page.goto(linkIn((await mail.newest(after)).text))
      await axe(page)
      await page.getByRole("button", { name: "Confirm this address" }).click()
      await expect(page).toHaveURL(/\/desk\/me$/)
      await expect(page.getByText(`You sign in as ${after}.`)).toBeVisible()
      await expect
        .poll(async () => (await mail.newest(before)).subject)
        .toMatch(/^Your email address at .* was changed$/)
    })

    test("whoever forgot the password sets a new one by mail, and whoever likes signs in by mail; a stranger gets the same answer", async ({
      page,
      db,
      mail,
      axe,
    }) => {
      const email = `${randomUUID()}@example.org`
      await createStaff(db, { email, passwordHash: await hashPassword(password) })
      const answers: (string | null)[] = []
      for (const typed of [`nobody-${randomUUID()}@example.org`, email]) {
        await page.goto("/sign-in")
        await page.getByRole("link", { name: "Forgot password?" }).click()
        await page.getByLabel("Email").fill(typed)
        await page.getByRole("button", { name: "Send link" }).click()
        answers.push(await page.getByRole("status").textContent())
      }
      expect(answers[0]).toBe(answers[1])
      await axe(page)
      await page.goto(linkIn((await mail.newest(email)).text))
      await page.getByLabel("Password", { exact: true }).fill("some other unrelated words")
      await page.getByLabel("Password again").fill("some other unrelated words")
      await page.getByRole("button", { name: "Set password" }).click()
      await expect(page).toHaveURL(/\/desk$/)
      await page.getByRole("button", { name: "Sign out" }).click()

      await page.getByRole("link", { name: "Email me a sign-in link" }).click()
      await page.getByLabel("Email").fill(email)
      await page.getByRole("button", { name: "Send link" }).click()
      await expect(page.getByRole("status")).toBeVisible()
      await expect.poll(async () => (await mail.newest(email)).subject).toMatch(/^Sign in to /)
      const link = linkIn((await mail.newest(email)).text)
      // Mail scanners open links: only the button uses it.
      for (let n = 0; n < 3; n++) await page.goto(link)
      await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page).toHaveURL(/\/desk$/)
      await page.goto(link)
      await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible()
    })
  })
}

test("a writer who leaves a bio that is not saved is asked first, and not once it is saved", async ({
  desk,
  signInAs,
}) => {
  await signInAs("admin")
  await desk.goto("/desk/me")
  // Without scripts a list stands in its place.
  await expect(desk.getByRole("button", { name: "Choose portrait" })).toBeVisible()
  const bio = desk.getByLabel("Bio")
  await bio.fill("Has covered the baths since they opened.")
  await expectAsked(desk, "Staff")
  await expect(bio).toHaveValue("Has covered the baths since they opened.")
  await desk.getByRole("button", { name: "Save profile" }).click()
  await expect(desk.getByText("Saved.")).toBeVisible()
  await expectLeft(desk, "Staff")
})
