import { randomUUID } from "node:crypto"
import { inArray } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { createStaff } from "../../db/factories.ts"
import { sessions } from "../../db/schema/staff.ts"
import { hashPassword } from "../../lib/auth/password.ts"
import { decodeSession, encodeSession, sessionCookieName } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import { inviteStaff } from "../../lib/staff/invitations.ts"
import { expect, test } from "../support/fixtures.ts"

const password = "a few unrelated words"

async function anEditor(db: Database) {
  const email = `${randomUUID()}@example.org`
  return createStaff(db, { email, name: "Edda Marsh", passwordHash: await hashPassword(password) })
}

for (const scripts of [true, false]) {
  test.describe(`with scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts })

    test("an editor signs in to the page they asked for, and signs out", async ({ page, db, axe }) => {
      const { email } = await anEditor(db)
      await page.goto("/desk/posts")
      await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%2Fposts$/)
      await axe(page)
      await page.getByLabel("Email").fill(email.toUpperCase())
      await page.getByLabel("Password").fill(password)
      await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page).toHaveURL(/\/desk\/posts$/)
      await page.goto("/desk")
      await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()
      await expect(page.getByRole("link", { name: "Comments" })).toHaveCount(0)
      await axe(page)

      const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith("session"))
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" })

      await page.getByRole("button", { name: "Sign out" }).click()
      await expect(page.getByText("You have signed out.")).toBeVisible()
      await page.goto("/desk")
      await expect(page).toHaveURL(/\/sign-in$/)

      // What was copied before is worth nothing now.
      if (cookie) await page.context().addCookies([cookie])
      await page.goto("/desk")
      await expect(page).toHaveURL(/\/sign-in$/)
    })

    test("a wrong password keeps the email, and an unknown address gets the same answer", async ({
      page,
      db,
      axe,
    }) => {
      const { email } = await anEditor(db)
      const answer = page.getByText("This email and this password do not belong together.")
      for (const typed of [email, `nobody-${randomUUID()}@example.org`]) {
        await page.goto("/sign-in")
        await page.getByLabel("Email").fill(typed)
        await page.getByLabel("Password").fill("not the password")
        await page.getByRole("button", { name: "Sign in" }).click()
        await expect(answer).toBeVisible()
        await expect(page.getByLabel("Email")).toHaveValue(typed)
        await expect(page.getByLabel("Password")).toHaveValue("")
        expect(await page.content()).not.toContain("not the password")
      }
      await axe(page)
    })

    test("after five wrong guesses a guesser is told when to come back", async ({ page, db }) => {
      const { email } = await anEditor(db)
      for (let n = 0; n < 6; n++) {
        await page.goto("/sign-in")
        await page.getByLabel("Email").fill(email)
        await page.getByLabel("Password").fill(`guess number ${n}`)
        await page.getByRole("button", { name: "Sign in" }).click()
        await expect(page.getByText(/do not belong together|Too many tries/)).toBeVisible()
      }
      await expect(page.getByText(/^Too many tries\. Try again in 1\d minutes\.$/)).toBeVisible()
    })

    test("an invited writer chooses a password once, is at the desk, and signs in with it later", async ({
      page,
      db: _,
      axe,
    }) => {
      const email = `${randomUUID()}@example.org`
      const link = (await inviteStaff({ email, name: "Nell Ashdown", roles: ["writer"] })) ?? ""
      await page.goto(new URL(link).pathname)
      await expect(page.getByRole("heading", { name: "Join the staff" })).toBeVisible()
      await axe(page)

      await page.getByLabel("Password", { exact: true }).fill("nell ashdown")
      await page.getByLabel("Password again").fill("nell ashdown")
      await page.getByRole("button", { name: "Join the staff" }).click()
      await expect(page.getByText(/among the first that are guessed/)).toBeVisible()

      await page.getByLabel("Password", { exact: true }).fill(password)
      await page.getByLabel("Password again").fill(password)
      await page.getByRole("button", { name: "Join the staff" }).click()
      await expect(page).toHaveURL(/\/desk$/)
      await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()
      await page.getByRole("button", { name: "Sign out" }).click()
      await page.getByLabel("Email").fill(email)
      await page.getByLabel("Password").fill(password)
      await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()

      await page.goto(new URL(link).pathname)
      await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible()
      await axe(page)
    })
  })
}

for (const next of [
  "https://evil.example/",
  "//evil.example/desk",
  "/\\evil.example",
  "/posts",
  "javascript:alert(1)",
]) {
  test(`sign-in leads nowhere but to the desk: ${next}`, async ({ desk, db }) => {
    const { email } = await anEditor(db)
    await desk.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await desk.getByLabel("Email").fill(email)
    await desk.getByLabel("Password").fill(password)
    await desk.getByRole("button", { name: "Sign in" }).click()
    await expect(desk).toHaveURL(/localhost:\d+\/desk$/)
  })
}

test("a session that a browser already had ends when someone signs in on it", async ({ page, db }) => {
  const planted = await startSession((await createStaff(db)).id)
  const { id, email } = await anEditor(db)
  await page.goto("/sign-in")
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill(password)
  const name = sessionCookieName()
  const url = page.url()
  await page.context().addCookies([{ name, value: await encodeSession(planted), url }])
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible()

  const cookie = (await page.context().cookies()).find((one) => one.name === name)
  const session = await decodeSession(cookie?.value)
  const rows = await db
    .select()
    .from(sessions)
    .where(inArray(sessions.id, [planted, session ?? ""]))
  expect(rows.find((row) => row.id === planted)?.endedAt).toBeInstanceOf(Date)
  expect(rows.find((row) => row.id === session)).toMatchObject({ staffId: id, endedAt: null })
})
