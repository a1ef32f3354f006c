import { randomInt } from "node:crypto"
import { AxeBuilder } from "@axe-core/playwright"
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test"
import { sql } from "drizzle-orm"
import type { ParsedMail } from "mailparser"
import { type Database, database } from "../../db/client.ts"
import { createAuthor, createStaff } from "../../db/factories.ts"
import { encodeSession, sessionCookieName } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import type { Role } from "../../lib/auth/staff.ts"
import type { Browser } from "./browser.ts"
import { newestMail } from "./mail.ts"
import { watchReaderPage } from "./reader-page.ts"

export { expect }

type StaffRow = Awaited<ReturnType<typeof createStaff>>

type Fixtures = {
  /** A reader's page: scripts off, and held to what a reader's page may do. */
  reader: Page
  /** A page at the desk, scripts on. */
  desk: Page
  /** Makes a member of staff with these roles and signs `desk` in as them. */
  signInAs: (...roles: Role[]) => Promise<StaffRow>
  db: Database
  /** Makes rows that were written straight into the database visible on pages that are stored. */
  refresh: () => Promise<void>
  mail: { newest: (to: string) => Promise<ParsedMail> }
  /** Expects that axe finds nothing on the page as it stands. */
  axe: (page: Page) => Promise<void>
  /** Closes what a test opens of its own. */
  closing: undefined
}

export const test = base.extend<Fixtures, { baseAddress: string }>({
  baseAddress: [process.env.TEST_URL ?? "", { scope: "worker", option: true }],
  baseURL: ({ baseAddress }, use) => use(baseAddress),
  launchOptions: [
    ({}, use) => use(JSON.parse(process.env.TEST_BROWSER ?? "{}") as Browser),
    { scope: "worker" },
  ],
  // Each test comes from a network of its own, so that limits never make one test wait for another.
  extraHTTPHeaders: ({}, use) => use({ "x-forwarded-for": aNetwork() }),

  // A page that stays open goes on listening to the server and asking it, beside all tests that follow.
  closing: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts())
      await use(undefined)
      const opened = browser.contexts().filter((context) => !before.has(context))
      await Promise.all(opened.map((context) => context.close()))
    },
    { auto: true },
  ],

  reader: async ({ browser, baseURL, extraHTTPHeaders }, use) => {
    const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: false })
    const page = await context.newPage()
    const watched = watchReaderPage(page)
    await use(page)
    await context.close()
    expect(watched(), "what a reader's page did that it may not").toEqual([])
  },

  desk: async ({ browser, baseURL, extraHTTPHeaders }, use) => {
    const context = await browser.newContext({ baseURL, extraHTTPHeaders })
    await use(await context.newPage())
    await context.close()
  },

  signInAs: ({ desk, db }, use) => use((...roles) => signIn(db, desk.context(), roles)),

  db: async ({}, use) => use(database()),

  refresh: ({ db }, use) =>
    use(async () => {
      await db.execute(sql`select pg_notify('cache_tags', 'everything')`)
    }),

  mail: ({}, use) => use({ newest: newestMail }),

  axe: ({ browser }, use) =>
    use(async (page) => {
      // Axe waits by timers, which do not run where scripts are off: the page is judged as it stands, in a
      // window of its own with scripts on.
      const html = await page.content()
      const context = await browser.newContext({ viewport: page.viewportSize(), javaScriptEnabled: true })
      const copy = await context.newPage()
      await copy.route(page.url(), (route) =>
        route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
      )
      await copy.goto(page.url())
      const { violations } = await new AxeBuilder({ page: copy }).analyze()
      await context.close()
      expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target) }))).toEqual([])
    }),
})

/** Makes a member of staff with a byline and puts a session's cookie into a browser. */
export async function signIn(db: Database, context: BrowserContext, roles: Role[]): Promise<StaffRow> {
  const author = await createAuthor(db)
  const row = await createStaff(db, { roles, authorId: author.id })
  const value = await encodeSession(await startSession(row.id))
  const url = process.env.TEST_URL ?? ""
  await context.addCookies([{ name: sessionCookieName(), value, url, httpOnly: true, sameSite: "Lax" }])
  return row
}

/** An address of the range kept for documentation and tests (RFC 2544). */
function aNetwork(): string {
  return `198.${18 + randomInt(2)}.${randomInt(256)}.${1 + randomInt(254)}`
}
