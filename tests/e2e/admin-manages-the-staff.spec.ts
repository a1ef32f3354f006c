import { randomUUID } from "node:crypto"
import type { Locator } from "@playwright/test"
import { eq, sql } from "drizzle-orm"
import { createComment, createPost, createStaff } from "../../db/factories.ts"
import { sessions } from "../../db/schema/staff.ts"
import { hashPassword } from "../../lib/auth/password.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import { memberDone, roleWords } from "../../lib/staff/messages.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

const password = "a few unrelated words"

function linkIn(text: string | undefined): string {
  const [address = ""] = /\/setup\/[\w-]+/.exec(text ?? "") ?? []
  return address
}

/** Expects that each box says to screen readers what its role allows. */
async function expectRolesExplained(form: Locator) {
  for (const { label, does } of Object.values(roleWords))
    await expect(form.getByRole("checkbox", { name: label })).toHaveAccessibleDescription(does)
}

for (const scripts of [true, false]) {
  test(`with scripts ${scripts ? "on" : "off"}, an admin invites somebody by mail, who joins, gets other roles, is suspended and comes back`, async ({
    browser,
    baseURL,
    extraHTTPHeaders,
    db,
    mail,
    axe,
  }) => {
    const options = { baseURL, extraHTTPHeaders, javaScriptEnabled: scripts }
    const [office, home] = [await browser.newContext(options), await browser.newContext(options)]
    await signIn(db, office, ["admin"])
    const admin = await office.newPage()
    const email = `${randomUUID()}@example.org`

    await admin.goto("/desk")
    await admin.getByRole("link", { name: "Staff", exact: true }).click()
    const invite = admin.getByRole("region", { name: "Invite somebody" })
    await admin.getByRole("link", { name: "Invite somebody" }).click()
    await expect(invite.getByLabel("Name")).toBeInViewport()
    await admin.keyboard.press("Tab")
    await expect(invite.getByLabel("Name")).toBeFocused()
    await expectRolesExplained(invite)
    await invite.getByLabel("Name").fill("Nell Ashdown")
    await invite.getByLabel("Email").fill(email)
    await invite.getByRole("button", { name: "Send invitation" }).click()
    await expect(invite.getByText("Choose one role or more.")).toBeVisible()
    if (scripts) await expect(invite.getByText("Choose one role or more.")).toBeFocused()
    await expect(invite.getByLabel("Email")).toHaveValue(email)
    await invite.getByLabel("Moderator").check()
    await invite.getByRole("button", { name: "Send invitation" }).click()
    await expect(admin.getByText(`The invitation goes to ${email}.`)).toBeVisible()
    if (scripts) {
      await invite.getByLabel("Name").fill("Nell Ashdown")
      await invite.getByLabel("Email").fill(email)
      await invite.getByLabel("Moderator").check()
      await invite.getByRole("button", { name: "Send invitation" }).click()
      // What cannot be done is read at once, wherever in the form it is said.
      await expect(invite.locator(":focus")).toContainText(/on the staff|invited/)
    }
    const row = admin.getByRole("listitem").filter({ hasText: email })
    await expect(row).toContainText("Invited")
    await axe(admin)

    const { text, subject } = await mail.newest(email)
    expect(subject).toMatch(/^You are invited to join the staff of /)
    const page = await home.newPage()
    const rooms = page.getByRole("navigation", { name: "Desk" })
    await page.goto(linkIn(text))
    await expect(page.getByLabel("Name")).toHaveValue("Nell Ashdown")
    await page.getByLabel("Name").fill("Nell Ashdown-Reed")
    await page.getByLabel("Password", { exact: true }).fill(password)
    await page.getByLabel("Password again").fill("a few other words")
    await page.getByRole("button", { name: "Join the staff" }).click()
    await expect(page.getByText("Write the same password again.")).toBeVisible()
    await expect(page.getByLabel("Name")).toHaveValue("Nell Ashdown-Reed")
    expect(await page.content()).not.toContain("a few other words")
    await axe(page)
    await page.getByLabel("Password", { exact: true }).fill(password)
    await page.getByLabel("Password again").fill(password)
    await page.getByRole("button", { name: "Join the staff" }).click()
    await expect(page).toHaveURL(/\/desk$/)
    await expect(rooms.getByRole("link", { name: "Comments" })).toBeVisible()
    await expect(rooms.getByRole("link", { name: "Staff" })).toHaveCount(0)

    await admin.goto("/desk/staff")
    await expect(row).toContainText("Last seen")
    await row.getByRole("link", { name: "Nell Ashdown-Reed" }).click()
    await expectRolesExplained(admin.getByRole("region", { name: "What they may do" }))
    await admin.getByLabel("Moderator").uncheck()
    await admin.getByLabel("Writer").check()
    await admin.getByRole("button", { name: "Save roles" }).click()
    await expect(admin.getByText("Saved. The roles hold from now on.")).toBeVisible()
    await axe(admin)
    await page.goto("/desk")
    await expect(rooms.getByRole("link", { name: "Stories" })).toBeVisible()
    await expect(rooms.getByRole("link", { name: "Comments" })).toHaveCount(0)

    await admin.goto("/desk/staff")
    await row.getByRole("button", { name: "Suspend" }).click()
    await expect(row).toContainText("Suspended")
    await page.goto("/desk")
    await expect(page).toHaveURL(/\/sign-in/)
    await page.getByLabel("Email").fill(email)
    await page.getByLabel("Password").fill(password)
    await page.getByRole("button", { name: "Sign in" }).click()
    await expect(page.getByText("do not belong together")).toBeVisible()
    await row.getByRole("button", { name: "Reactivate" }).click()
    await expect(row.getByRole("button", { name: "Suspend" })).toBeVisible()
    await page.getByLabel("Password").fill(password)
    await page.getByRole("button", { name: "Sign in" }).click()
    await expect(page).toHaveURL(/\/desk$/)

    await admin.goto("/desk/log?subject=staff")
    const log = admin.getByRole("main").getByRole("listitem").filter({ hasText: "Nell Ashdown-Reed" })
    for (const what of ["invited", "set a password", "changed the roles of", "suspended", "reactivated"])
      await expect(log.filter({ hasText: what }).first()).toBeVisible()
    await expect(admin.getByRole("main")).not.toContainText("@")
    await Promise.all([office.close(), home.close()])
  })
}

test("the password is asked again at a desk that was left open, and what was chosen is kept", async ({
  desk,
  db,
  signInAs,
}) => {
  const admin = await signInAs("admin")
  const member = await createStaff(db, { roles: ["writer"] })
  await db.execute(
    sql`update staff set password_hash = ${await hashPassword(password)} where id = ${admin.id}`,
  )
  await db
    .update(sessions)
    .set({ confirmedAt: sql`now() - interval '1 hour'` })
    .where(eq(sessions.staffId, admin.id))
  await desk.goto(`/desk/staff/${member.id}`)
  const roles = desk.getByRole("region", { name: "What they may do" })
  await desk.getByLabel("Editor").check()
  await desk.getByRole("button", { name: "Save roles" }).click()
  await expect(desk.getByText(/^Write your password, so that nobody else/)).toBeVisible()
  await expect(desk.getByLabel("Editor")).toBeChecked()
  await roles.getByLabel("Your password").fill("not the password")
  await desk.getByRole("button", { name: "Save roles" }).click()
  await expect(desk.getByText("This is not your password.")).toBeVisible()
  await roles.getByLabel("Your password").fill(password)
  await desk.getByRole("button", { name: "Save roles" }).click()
  await expect(desk.getByText("Saved. The roles hold from now on.")).toBeVisible()
  await expect(desk.getByLabel("Your password")).toHaveCount(0)
})

for (const scripts of [true, false]) {
  test.describe(`with scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts })

    test("an admin sends an invitation again, withdraws it, ends somebody's sessions, and proves who they are to give access back", async ({
      page,
      db,
      mail,
    }) => {
      const { id } = await signIn(db, page.context(), ["admin"])
      await db.execute(sql`update staff set password_hash = ${await hashPassword(password)} where id = ${id}`)
      const email = `${randomUUID()}@example.org`
      const invited = await createStaff(db, { email, joinedAt: null, passwordHash: null })
      await page.goto(`/desk/staff/${invited.id}`)
      await page.getByRole("button", { name: "Resend invitation" }).click()
      await expect(page.getByText("Another invitation is on its way.")).toBeVisible()
      const link = linkIn((await mail.newest(email)).text)
      await page.getByRole("button", { name: "Withdraw invitation" }).click()
      await expect(page).toHaveURL(/\/desk\/staff\?withdrawn=1$/)
      await expect(page.getByRole("status")).toHaveText(
        "The invitation is withdrawn. Its link no longer works.",
      )
      await expect(page.getByText(email)).toHaveCount(0)
      await page.goto(link)
      await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible()

      const member = await createStaff(db)
      const session = await startSession(member.id)
      await page.goto(`/desk/staff/${member.id}`)
      await page.getByRole("button", { name: "End all sessions" }).click()
      await expect(page.getByText("They are signed out everywhere.")).toBeVisible()
      const [row] = await db.select().from(sessions).where(eq(sessions.id, session))
      expect(row?.endedAt).not.toBeNull()

      const access = page.getByRole("region", { name: "Access" })
      for (const [button, done] of [
        ["Suspend", memberDone.suspend],
        ["Reactivate", memberDone.reactivate],
      ] as const) {
        await db
          .update(sessions)
          .set({ confirmedAt: sql`now() - interval '1 hour'` })
          .where(eq(sessions.staffId, id))
        await access.getByRole("button", { name: button }).click()
        await expect(access.getByText(/^Write your password, so that nobody else/)).toBeVisible()
        await access.getByLabel("Your password").fill(password)
        await access.getByRole("button", { name: button }).click()
        await expect(access.getByText(done)).toBeVisible()
      }
    })
  })
}

test("a moderator who is suspended hears nothing more on the queue they have open, within seconds", async ({
  desk,
  db,
  browser,
  baseURL,
  extraHTTPHeaders,
  signInAs,
}) => {
  const post = await createPost(db)
  await createComment(db, { postId: post.id, status: "pending" })
  const moderator = await signInAs("moderator")
  const opened = desk.waitForResponse((answer) => answer.url().includes("/desk/comments/live"))
  await desk.goto("/desk/comments")
  await opened
  const office = await browser.newContext({ baseURL, extraHTTPHeaders })
  await signIn(db, office, ["admin"])
  const admin = await office.newPage()
  await admin.goto(`/desk/staff/${moderator.id}`)
  await admin.getByRole("button", { name: "Suspend" }).click()
  await expect(admin.getByText("Suspended", { exact: true })).toBeVisible()
  await expect(desk.getByText("You are signed out. Reload the page to go on.")).toBeVisible()
  await office.close()
})
