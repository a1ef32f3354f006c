import type { Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import { createPost } from "../../db/factories.ts"
import { sessions, staff } from "../../db/schema/staff.ts"
import { type App, startApp } from "../support/app.ts"
import { test as base, expect, signIn } from "../support/fixtures.ts"
import {
  anEditorWithAll,
  type Ending,
  giveCode,
  givePassword,
  leftOpen,
  strangersBrowser,
} from "../support/left-open.ts"
import { ownerUrl } from "../support/owner.ts"

// Another instance over the same database, at which the admin works.
const test = base.extend<{ admin: Page }, { office: App }>({
  office: [
    async ({}, use) => {
      const app = await startApp({ DATABASE_URL: ownerUrl(), DATA_DIR: process.env.DATA_DIR ?? "" })
      await use(app)
      await app.stop()
    },
    { scope: "worker" },
  ],
  admin: async ({ browser, db, office }, use) => {
    const context = await browser.newContext({ baseURL: office.url })
    await signIn(db, context, ["admin"])
    await use(await context.newPage())
    await context.close()
  },
})

/** What the admin presses. */
const endings: Record<Ending, (admin: Page) => Promise<void>> = {
  suspended: async (admin) => {
    await admin.getByRole("button", { name: "Suspend" }).click()
    await expect(admin.getByText("Suspended", { exact: true })).toBeVisible()
  },
  "signed out everywhere": async (admin) => {
    await admin.getByRole("button", { name: "End all sessions" }).click()
    await expect(admin.getByText("They are signed out everywhere.")).toBeVisible()
  },
  "made a writer": async (admin) => {
    await admin.getByLabel("Editor").uncheck()
    await admin.getByLabel("Moderator").uncheck()
    await admin.getByLabel("Writer").check()
    await admin.getByRole("button", { name: "Save roles" }).click()
    await expect(admin.getByText("Saved. The roles hold from now on.")).toBeVisible()
  },
}

test("the table below is of things that work: of an editor who is left alone all of them go on", async ({
  desk,
  db,
  playwright,
  baseURL: url,
  extraHTTPHeaders: network = {},
}) => {
  const person = await anEditorWithAll({ db, playwright, baseURL: url ?? "", network, page: desk })
  // That the queue was heard is seen when it begins, and a beat takes long to come.
  for (const [what, { begin }] of Object.entries(leftOpen).filter(([what]) => !/queue/.test(what)))
    expect.soft(await (await begin(person))(), what).toBe(true)
})

for (const [ending, press] of Object.entries(endings) as [Ending, (admin: Page) => Promise<void>][]) {
  test(`an editor who is ${ending} on another instance goes on with nothing that this takes away, and with all the rest`, async ({
    admin,
    office,
    desk,
    db,
    playwright,
    baseURL: url,
    extraHTTPHeaders: network = {},
  }) => {
    const baseURL = url ?? ""
    const person = await anEditorWithAll({ db, playwright, baseURL, network, page: desk })
    const { id, name, authorId } = person.owner
    const story = await createPost(db, { authorId: authorId ?? undefined, createdBy: id })
    const begun: [string, () => Promise<boolean>][] = []
    for (const [what, { begin }] of Object.entries(leftOpen)) begun.push([what, await begin(person)])

    await admin.goto(`/desk/staff/${id}`)
    await press(admin)

    for (const [what, goOn] of begun)
      expect.soft(await goOn(), what).toBe(leftOpen[what]?.lasts.includes(ending) ?? false)
    // Their name stays where it was.
    for (const site of [baseURL, office.url])
      expect(await (await fetch(`${site}/posts/${story.slug}`)).text()).toContain(name)
    if (ending !== "suspended") return

    const open = () => db.$count(sessions, eq(sessions.staffId, id))
    const before = await open()
    const browser = await strangersBrowser(person)
    expect(await (await givePassword(browser, person)).text()).toContain("do not belong together")
    await admin.getByRole("button", { name: "Reactivate" }).click()
    await expect(admin.getByRole("button", { name: "Suspend" })).toBeVisible()
    // What ended stays ended: the old cookie and the old link open nothing. A shared preview comes back with its maker.
    const stays = ([what]: [string, unknown]) =>
      /account|link|second step|page/.test(what) && !what.includes("given to somebody outside")
    for (const [what, goOn] of begun.filter(stays))
      expect.soft(await goOn(), `${what}, after the return`).toBe(false)
    expect(await open()).toBe(before)
    await givePassword(browser, person)
    expect(await giveCode(browser, person, 1)).toBe(true)
    const [row] = await db.select().from(staff).where(eq(staff.id, id))
    expect(row).toMatchObject({ disabledAt: null, roles: ["editor", "moderator"] })
  })
}
