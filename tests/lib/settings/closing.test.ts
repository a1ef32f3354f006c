import { sql } from "drizzle-orm"
import { afterEach, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createPost } from "@/db/factories"
import { settings } from "@/db/schema/settings"
import { runLanes } from "@/lib/jobs/run-lanes"
import { findClosings, listTurned } from "@/lib/settings/closing"
import type { SiteRules } from "@/lib/settings/comment-modes"
import { closingLane } from "@/lib/settings/jobs"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

const day = 86_400_000

async function closeAfter(days: number): Promise<void> {
  await database()
    .insert(settings)
    .values({ key: "commentsCloseAfterDays", value: days })
    .onConflictDoUpdate({ target: settings.key, set: { value: days } })
}

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

test("a story closes by its age, once, and only while the publication has such a rule", async () => {
  const now = new Date("2026-06-30T12:00:00Z")
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const old = await createPost(database(), { publishedAt: ago(30 * day) })
  await createPost(database(), { publishedAt: ago(30 * day), status: "withdrawn" })
  await createPost(database(), { publishedAt: ago(31 * day) })
  const next = await createPost(database(), { publishedAt: ago(29 * day) })
  await closeAfter(0)
  expect(await findClosings(ago(day), now)).toEqual({ closed: [], next: null })
  await closeAfter(30)
  const found = await findClosings(ago(1000), now)
  expect(found.closed).toEqual([old.slug])
  expect(found.next).toEqual(new Date((next.publishedAt?.getTime() ?? 0) + 30 * day))
  expect((await findClosings(now, new Date(now.getTime() + 1000))).closed).toEqual([])
})

test("a change of the rules changes the pages of those stories that it opens or closes, and no others", async () => {
  const story = (days: number, commentMode: "open" | "closed" | null = null) =>
    createPost(database(), { publishedAt: new Date(Date.now() - days * day), commentMode })
  const [old, fresh, closed, open] = [
    await story(40),
    await story(20),
    await story(40, "closed"),
    await story(20, "open"),
  ]
  const ours = new Set([old, fresh, closed, open].map(({ slug }) => slug))
  const turned = async (before: SiteRules, after: SiteRules) =>
    (await listTurned(database(), before, after)).filter((slug) => ours.has(slug)).sort()
  const [always, month] = [0, 30].map((commentsCloseAfterDays) => ({
    commentMode: "hold_all" as const,
    commentsCloseAfterDays,
  })) as [SiteRules, SiteRules]
  const shut = { ...always, commentMode: "closed" as const }
  expect(await turned(always, month)).toEqual([old.slug])
  expect(await turned(month, always)).toEqual([old.slug])
  expect(await turned(always, shut)).toEqual([old.slug, fresh.slug].sort())
  expect(await turned(always, { ...always, commentMode: "open" })).toEqual([])
})

test("what has closed a moment ago is dropped when the rules change, since no other rule will say so", async () => {
  const justClosed = await createPost(database(), { publishedAt: new Date(Date.now() - 30 * day - 1000) })
  const rules = (commentsCloseAfterDays: number) => ({ commentMode: "open" as const, commentsCloseAfterDays })
  expect(await listTurned(database(), rules(30), rules(20))).toContain(justClosed.slug)
})

test("pages of a story are dropped when its time comes, also when the rule came in meanwhile", async () => {
  await closeAfter(0)
  const heard: string[] = []
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  let slug = ""
  stops.push(
    onTagChanged((tag) => {
      heard.push(tag)
      if (tag === `form:${slug}`) tell()
    }),
  )
  stops.push((await runLanes(closingLane())).stop)
  const closing = await createPost(database(), { publishedAt: new Date(Date.now() - 7 * day + 1500) })
  slug = closing.slug
  await closeAfter(7)
  // As a change of settings is told to every instance.
  await database().execute(sql`select pg_notify('cache_tags', 'everything')`)
  await told
  expect(Date.now()).toBeGreaterThanOrEqual((closing.publishedAt?.getTime() ?? 0) + 7 * day)
  expect(heard).toEqual([`form:${closing.slug}`])
})
