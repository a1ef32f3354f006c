import { randomUUID } from "node:crypto"
import type { Browser, Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { createComment, createPost } from "../../db/factories.ts"
import { auditEvents } from "../../db/schema/audit.ts"
import { sessions } from "../../db/schema/staff.ts"
import { startApp } from "../support/app.ts"
import { expect, signIn, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"
import { until } from "../support/until.ts"

type Desk = { browser: Browser; db: Database; baseURL: string | undefined; network: Record<string, string> }

/** A moderator at a desk of their own. */
async function sitDown({ browser, db, baseURL, network }: Desk) {
  const context = await browser.newContext({ baseURL, extraHTTPHeaders: network })
  const person = await signIn(db, context, ["moderator"])
  return { person, page: await context.newPage(), leave: () => context.close() }
}

/** Three comments under a story of their own, and the queue narrowed to them. */
async function threeComments(db: Database) {
  const post = await createPost(db, { slug: `two-${randomUUID()}`, title: "Two desks" })
  const ids: number[] = []
  for (const name of ["First", "Second", "Third"]) {
    ids.push((await createComment(db, { postId: post.id, status: "pending", name })).id)
  }
  return { post, ids, address: `/desk/comments?status=waiting&story=${post.slug}` }
}

function card(page: Page, name: string) {
  return page.getByRole("article", { name: `${name} on Two desks` })
}

/** Where each card stands, to the pixel. */
function places(page: Page): Promise<number[]> {
  return page.getByRole("article").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
}

/** The same place to the eye: fonts give a line of one script a quarter of a pixel more than of another. */
const whole = (top: number) => expect.closeTo(top, 0)

type Shift = PerformanceEntry & {
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
}

/** Keeps what has moved up or down though nobody moved it. */
function watchShifts(): string[] {
  const shifts: string[] = []
  new PerformanceObserver((list) => {
    const sources = (list.getEntries() as Shift[]).flatMap((entry) => entry.sources)
    for (const { node, previousRect, currentRect } of sources) {
      const by = Math.round(currentRect.top - previousRect.top)
      if (by !== 0) shifts.push(`${node?.nodeName} "${node?.textContent}" by ${by}`)
    }
  }).observe({ type: "layout-shift" })
  return shifts
}

/** Opens the page and waits until its line stands. */
async function open(page: Page, address: string) {
  const listening = page.waitForResponse((response) => response.url().includes("/desk/comments/live?"))
  await page.goto(address)
  await listening
}

test("a colleague's card is marked, their decision arrives, and the list does not move", async ({
  browser,
  reader,
  db,
  baseURL,
  extraHTTPHeaders,
}) => {
  const { post, ids, address } = await threeComments(db)
  const at = { browser, db, baseURL, network: extraHTTPHeaders ?? {} }
  const [ana, ben] = [await sitDown(at), await sitDown(at)]
  for (const { page } of [ana, ben]) await open(page, address)
  const before = await places(ben.page)

  await card(ana.page, "First").focus()
  await expect(card(ben.page, "First")).toContainText(`${ana.person.name} has this open`)
  expect(await places(ben.page)).toEqual(before.map(whole))
  await expect(card(ana.page, "First")).not.toContainText("has this open")

  // Who does not wait is told by name, and nothing is decided.
  await card(ben.page, "First").getByRole("button", { name: "Approve" }).click()
  await expect(card(ben.page, "First").getByRole("alert")).toContainText(`${ana.person.name} has this open`)
  expect(
    await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.commentId, ids[0] ?? 0)),
  ).toEqual([])

  await card(ana.page, "Second").focus()
  await expect(card(ben.page, "First")).not.toContainText("has this open")
  const now = await places(ben.page)
  await ana.page.keyboard.press("s")
  await expect(card(ben.page, "Second")).toContainText(`Spam by ${ana.person.name}`)
  await expect(card(ben.page, "Second").getByRole("button", { name: "Approve" })).toHaveCount(0)
  await expect(card(ben.page, "Second").getByRole("button", { name: "Undo" })).toBeVisible()
  expect(await places(ben.page)).toEqual(now.map(whole))

  // A colleague's decision can be taken back like one's own.
  await card(ben.page, "Second").getByRole("button", { name: "Undo" }).click()
  await expect(card(ana.page, "Second")).toContainText("Approve")
  await expect(card(ana.page, "Second")).not.toContainText("Spam by")

  // What comes in is announced and not pushed in.
  const shown = await places(ben.page)
  await reader.goto(`/posts/${post.slug}`)
  await reader.getByLabel("Comment *").fill("Better late.")
  await reader.getByLabel("Name *").fill("Late")
  await reader.getByLabel("Email *").fill(`${randomUUID()}@example.org`)
  await reader.getByRole("button", { name: "Post comment" }).click()
  await expect(ben.page.getByRole("link", { name: /^New comments/ })).toBeVisible()
  expect(await places(ben.page)).toEqual(shown.map(whole))
  await ben.page.getByRole("link", { name: /^New comments/ }).click()
  await expect(card(ben.page, "Late")).toBeVisible()
  for (const desk of [ana, ben]) await desk.leave()
})

test("a decision that is taken back, and the mark of who has it open again, move nothing", async ({
  browser,
  db,
  baseURL,
  extraHTTPHeaders,
}) => {
  const { address } = await threeComments(db)
  const at = { browser, db, baseURL, network: extraHTTPHeaders ?? {} }
  const [ana, ben] = [await sitDown(at), await sitDown(at)]
  for (const { page } of [ana, ben]) await open(page, address)
  await card(ana.page, "Second").focus()
  await card(ana.page, "Second").getByRole("button", { name: "Spam" }).click()
  await expect(card(ben.page, "Second")).toContainText(`Spam by ${ana.person.name}`)
  const before = await places(ben.page)
  const shifts = await ben.page.evaluateHandle(watchShifts)

  // The answer to Ben is held up until Ana has it open again.
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await ben.page.route("**/desk/comments*", async (route) => {
    if (route.request().method() !== "POST") return route.continue()
    const response = await route.fetch()
    await held
    await route.fulfill({ response })
  })
  await card(ben.page, "Second").getByRole("button", { name: "Undo" }).click()
  await expect(card(ana.page, "Second")).toContainText(`Undone by ${ben.person.name}`)
  await expect(card(ana.page, "Second")).toBeFocused()
  await expect(card(ben.page, "Second")).toContainText(`${ana.person.name} has this open`)
  expect(await places(ben.page)).toEqual(before.map(whole))
  answer()
  await expect(card(ben.page, "Second")).toContainText(`Undone by ${ben.person.name}`)
  expect(await places(ben.page)).toEqual(before.map(whole))
  expect(await shifts.evaluate((all) => all)).toEqual([])
  for (const desk of [ana, ben]) await desk.leave()
})

test("a comment can be taken over, and then the first has to wait", async ({
  browser,
  db,
  baseURL,
  extraHTTPHeaders,
}) => {
  const { address } = await threeComments(db)
  const at = { browser, db, baseURL, network: extraHTTPHeaders ?? {} }
  const [ana, ben] = [await sitDown(at), await sitDown(at)]
  for (const { page } of [ana, ben]) await open(page, address)
  await card(ana.page, "First").focus()
  await card(ben.page, "First").getByRole("button", { name: "Take over" }).click()
  await expect(card(ana.page, "First")).toContainText(`${ben.person.name} has this open`)
  await card(ana.page, "First").getByRole("button", { name: "Approve" }).click()
  await expect(card(ana.page, "First").getByRole("alert")).toContainText(ben.person.name)
  await card(ben.page, "First").getByRole("button", { name: "Approve" }).click()
  await expect(card(ana.page, "First")).toContainText(`Approved by ${ben.person.name}`)
  for (const desk of [ana, ben]) await desk.leave()
})

test("without scripts a comment that a colleague has open is taken over by a button", async ({
  browser,
  db,
  baseURL,
  extraHTTPHeaders,
}) => {
  const { address } = await threeComments(db)
  const ana = await sitDown({ browser, db, baseURL, network: extraHTTPHeaders ?? {} })
  await open(ana.page, address)
  await card(ana.page, "First").focus()
  const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: false })
  await signIn(db, context, ["moderator"])
  const page = await context.newPage()
  await until("the comment to be open at a colleague's", async () => {
    await page.goto(address)
    return (await card(page, "First").textContent())?.includes(`${ana.person.name} has this open`)
  })
  await card(page, "First").getByRole("button", { name: "Approve" }).click()
  await expect(card(page, "First").getByRole("alert")).toContainText(`${ana.person.name} has this open`)
  await card(page, "First").getByRole("button", { name: "Take over" }).click()
  await card(page, "First").getByRole("button", { name: "Approve" }).click()
  await expect(card(page, "First")).toContainText("Approved by")
  await context.close()
  await ana.leave()
})

test("a decision at one instance arrives at a desk of another, and an open desk keeps none from stopping", async ({
  browser,
  db,
  baseURL,
  extraHTTPHeaders,
}) => {
  const { address } = await threeComments(db)
  const env = { DATABASE_URL: ownerUrl(), DATA_DIR: process.env.DATA_DIR ?? "" }
  const other = await startApp(env)
  let stopped = false
  try {
    const ana = await sitDown({ browser, db, baseURL, network: extraHTTPHeaders ?? {} })
    const ben = await sitDown({ browser, db, baseURL, network: extraHTTPHeaders ?? {} })
    await open(ana.page, address)
    await open(ben.page, `${other.url}${address}`)
    await card(ana.page, "First").getByRole("button", { name: "Approve" }).click()
    await expect(card(ben.page, "First")).toContainText(`Approved by ${ana.person.name}`)
    expect(await other.stop()).toBe(0)
    stopped = true
    for (const desk of [ana, ben]) await desk.leave()
  } finally {
    if (!stopped) await other.stop()
  }
})

test("the line tells nothing to a stranger, and says at once what is new to a moderator", async ({
  browser,
  db,
  baseURL,
  extraHTTPHeaders,
}) => {
  const stranger = await fetch(`${baseURL}/desk/comments/live`, {
    headers: { accept: "text/event-stream" },
    redirect: "manual",
  })
  expect(stranger.status).toBe(307)

  const ana = await sitDown({ browser, db, baseURL, network: extraHTTPHeaders ?? {} })
  const { ids, address } = await threeComments(db)
  await ana.page.goto(address)
  const cookie = (await ana.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ")
  const leaving = new AbortController()
  const line = await fetch(`${baseURL}/desk/comments/live`, {
    headers: { accept: "text/event-stream", cookie, "accept-encoding": "gzip, br" },
    signal: leaving.signal,
  })
  expect(line.status).toBe(200)
  expect(line.headers.get("content-type")).toContain("text/event-stream")
  expect(line.headers.get("content-encoding")).toBeNull()
  expect(line.headers.get("x-accel-buffering")).toBe("no")
  const reader = line.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ""
  while (!heard.includes('"counts"')) heard += (await reader?.read())?.value ?? ""
  await db.execute(`select pg_notify('moderation', '${ids[0]}')`)
  while (!heard.includes(`"id":${ids[0]}`)) heard += (await reader?.read())?.value ?? ""
  expect(heard).not.toContain("Comment ")
  expect(heard).not.toContain("@")
  leaving.abort()
  await db.update(sessions).set({ endedAt: new Date() }).where(eq(sessions.staffId, ana.person.id))
  const after = await fetch(`${baseURL}/desk/comments/live`, {
    headers: { accept: "text/event-stream", cookie },
    redirect: "manual",
  })
  expect(after.status).toBe(307)
  await ana.leave()
})
