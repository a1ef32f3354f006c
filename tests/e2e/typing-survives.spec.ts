import type { BrowserContext, Page } from "@playwright/test"
import { eq, like, sql } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { posts } from "../../db/schema/posts.ts"
import { sessions } from "../../db/schema/staff.ts"
import { encodeSession, sessionCookieName } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import { plainText } from "../../lib/documents/rich-text.ts"
import { type App, freePort, startApp } from "../support/app.ts"
import { expect, test } from "../support/fixtures.ts"
import { chances } from "../support/long-thread.ts"
import { ownerUrl } from "../support/owner.ts"

/** `TYPING_RUNS=100` runs as often; `TYPING_SEED` repeats what went wrong. */
const runs = Number(process.env.TYPING_RUNS ?? 3)
const seed = Number(process.env.TYPING_SEED ?? 14)

/** In one text. */
const words = 16

const blows = ["a killed server", "a cut network", "an ended session"] as const

type Run = {
  blow: (typeof blows)[number]
  words: string[]
  /** Before which word it strikes, and before which it is over; a save by hand before some others. */
  struckAt: number
  overAt: number
  savedAt: Set<number>
  /** Whether the tab is closed before it is over. */
  closes: boolean
}

const random = chances(seed)
for (let n = 0; n < runs; n++) {
  const run = makeRun(n, random)
  const { blow, struckAt, overAt, closes } = run
  const then = closes ? "with a tab that is closed meanwhile" : `until word ${overAt}`
  test(`not one word is lost to ${blow} in the middle of typing: ${n}, from word ${struckAt}, ${then}`, async ({
    desk,
    db,
    signInAs,
  }) => {
    const person = await signInAs("editor")
    if (blow !== "a killed server") return survive(run, { desk, db, staffId: person.id, place: null })
    const env = {
      DATABASE_URL: ownerUrl(),
      DATA_DIR: process.env.DATA_DIR ?? "",
      PORT: String(await freePort()),
    }
    const place = { app: await startApp(env), start: () => startApp(env) }
    try {
      await survive(run, { desk, db, staffId: person.id, place })
    } finally {
      await place.app.stop()
    }
  })
}

function makeRun(n: number, random: () => number): Run {
  const below = (most: number) => Math.floor(random() * most)
  const struckAt = below(words - 4)
  return {
    blow: blows[n % blows.length] ?? "a cut network",
    words: Array.from({ length: words }, (_, at) => `r${n}s${seed}w${at}`),
    struckAt,
    overAt: struckAt + 1 + below(words - 1 - struckAt),
    savedAt: new Set(Array.from({ length: 3 }, () => below(words))),
    closes: random() < 0.25,
  }
}

/** A server of its own, where one is killed. */
type Place = { app: App; start: () => Promise<App> } | null
type Around = { desk: Page; db: Database; staffId: number; place: Place }

const siteOf = (place: Place) => place?.app.url ?? process.env.TEST_URL ?? ""

async function survive(run: Run, around: Around): Promise<void> {
  const page = await around.desk.context().newPage()
  await page.goto(`${siteOf(around.place)}/desk/posts/new`)
  await body(page).click()
  let struck: Promise<unknown> = Promise.resolve()
  let over: Promise<unknown> = Promise.resolve()
  for (const [at, word] of run.words.entries()) {
    // Neither is waited for: it strikes among the keys, and is over among later ones.
    if (at === run.struckAt) struck = strike(run, page, around)
    if (at === run.overAt && !run.closes) over = struck.then(() => mend(run, page.context(), around))
    if (run.savedAt.has(at)) await page.keyboard.press("ControlOrMeta+s")
    await page.keyboard.type(`${word} `)
  }
  await struck
  if (run.closes) await closeAndRestore(run, page, around)
  else {
    await over
    await saveAll(page)
    await page.close()
  }
  const rows = await around.db
    .select()
    .from(posts)
    .where(like(sql`${posts.body}::text`, `%${run.words[0]}%`))
  expect(rows.map((row) => plainText(row.body))).toEqual([run.words.join(" ")])
}

async function strike({ blow }: Run, page: Page, { db, staffId, place }: Around): Promise<void> {
  if (blow === "a killed server") await place?.app.kill()
  else if (blow === "a cut network") await page.context().setOffline(true)
  else await db.delete(sessions).where(eq(sessions.staffId, staffId))
}

async function mend({ blow }: Run, context: BrowserContext, { staffId, place }: Around): Promise<void> {
  if (place) place.app = await place.start()
  else if (blow === "a cut network") await context.setOffline(false)
  else {
    const value = await encodeSession(await startSession(staffId))
    await context.addCookies([{ name: sessionCookieName(), value, url: siteOf(place), httpOnly: true }])
  }
}

/** The text waits in the browser, for whoever opens the editor again. */
async function closeAndRestore(run: Run, page: Page, around: Around): Promise<void> {
  const context = page.context()
  await page.keyboard.press("ControlOrMeta+s")
  await expect(page.getByText(/You have been signed out|The site did not answer/)).toBeVisible()
  const address = page.url()
  await page.close()
  await mend(run, context, around)
  const again = await context.newPage()
  await again.goto(address)
  await again.getByRole("button", { name: "Restore my text" }).click()
  await saveAll(again)
  await again.close()
}

async function saveAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save draft" }).click()
  await expect(page.getByRole("status").first()).toHaveText(/^Saved at/)
}

const body = (page: Page) => page.getByRole("textbox", { name: "Body" })
