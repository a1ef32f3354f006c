import { sql } from "drizzle-orm"
import { DomUtils, parseDocument } from "htmlparser2"
import { routes } from "../../app/routes.ts"
import { createStaff } from "../../db/factories.ts"
import { passwordLength } from "../../lib/auth/password-rules.ts"
import { makeStaffLink } from "../../lib/auth/staff-links.ts"
import { addressOf, arriveAs, makeNews } from "../support/calls.ts"
import { expect, test } from "../support/fixtures.ts"

/** Addresses of the desk that answer no page, or one that readers will see as it stands. */
const withoutFrame = [
  "/desk/comments/cards",
  "/desk/comments/live",
  "/desk/embeds",
  "/desk/posts/[id]/presence",
  "/desk/media/fetch",
  "/desk/media/pick",
  "/desk/media/upload",
]

function inputsOf(html: string) {
  return DomUtils.getElementsByTagName("input", parseDocument(html)).map(({ attribs }) => attribs)
}

/** What people type into: not what a form carries along. */
function typedNames(html: string): string[] {
  const typed = inputsOf(html).filter(({ type }) => type !== "hidden")
  return typed.map(({ name = "" }) => name).filter((name) => name && !name.startsWith("$ACTION"))
}

test("ASVS 7.4.4: every page of the desk has a button to sign out", async ({ playwright, db, baseURL }) => {
  const made = await makeNews(db)
  const everybody = { roles: ["admin", "editor", "moderator", "writer"] as const }
  const visitor = await arriveAs(playwright, baseURL, await createStaff(db, { roles: [...everybody.roles] }))
  const pages = routes.filter(
    ({ pattern }) =>
      pattern.startsWith("/desk") &&
      !withoutFrame.includes(pattern) &&
      !/preview(\/document)?$/.test(pattern),
  )
  for (const { pattern } of pages) {
    const html = await (await visitor.get(addressOf(pattern, made))).text()
    const forms = DomUtils.getElementsByTagName("form", parseDocument(html))
    const out = forms.filter(
      ({ attribs }) => attribs.action === "/api/auth/leave" && attribs.method === "post",
    )
    expect.soft(out.map((form) => DomUtils.textContent(form)).join(), pattern).toContain("Sign out")
  }
  expect(pages.length).toBeGreaterThan(20)
  await visitor.dispose()
})

test("ASVS 6.2.6, 6.4.2: what is typed as a password is masked, and nobody is asked for a hint or a secret of their life", async ({
  playwright,
  db,
  baseURL,
}) => {
  const member = await createStaff(db)
  // A link ends the older ones of the same person.
  const forgetful = await createStaff(db)
  const invited = await createStaff(db, { joinedAt: null, passwordHash: null })
  const link = async (purpose: "reset" | "invite" | "sign_in", { id }: { id: number }) =>
    new URL(await makeStaffLink(db, { purpose, staffId: id })).pathname
  const visitor = await arriveAs(playwright, baseURL, member)
  const stranger = await playwright.request.newContext({ baseURL })
  // Each page through which somebody gets in, and all that it asks for.
  const asked: [string, string[]][] = [
    ["/sign-in", ["email", "password"]],
    ["/sign-in/link", ["email"]],
    [await link("invite", invited), ["name", "password", "again"]],
    [await link("reset", forgetful), ["password", "again"]],
    [await link("sign_in", member), []],
  ]
  const htmls: string[] = []
  for (const [path, names] of asked) {
    const html = await (await stranger.get(path)).text()
    expect.soft([...new Set(typedNames(html))], path).toEqual(names)
    htmls.push(html)
  }
  // The desk asks for the password again after half an hour.
  await db.execute(
    sql`update sessions set confirmed_at = now() - interval '1 hour' where staff_id = ${member.id}`,
  )
  htmls.push(await (await visitor.get("/desk/me")).text())
  const passwords = htmls.flatMap(inputsOf).filter(({ name = "" }) => /password|^again$/i.test(name))
  expect(passwords.length).toBeGreaterThan(7)
  for (const { name, type, autocomplete, maxlength, readonly } of passwords) {
    expect.soft(type, name).toBe("password")
    // For managers of passwords; no shorter than what may be kept.
    expect.soft(autocomplete, name).toMatch(/^(current|new)-password$/)
    expect.soft(Number(maxlength ?? passwordLength.max), name).toBe(passwordLength.max)
    expect.soft(readonly, name).toBeUndefined()
  }
  await Promise.all([visitor.dispose(), stranger.dispose()])
})

for (const scripts of [true, false]) {
  test.describe(`with scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts })

    test("ASVS 6.2.7: a password can be pasted", async ({ page }) => {
      await page.goto("/sign-in")
      const copied = "a few unrelated words and 1 sign!"
      await page.getByLabel("Email").fill(copied)
      await page.getByLabel("Email").press("Control+a")
      await page.getByLabel("Email").press("Control+c")
      await page.getByLabel("Password").press("Control+v")
      await expect(page.getByLabel("Password")).toHaveValue(copied)
    })
  })
}
