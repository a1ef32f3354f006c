import { sql } from "drizzle-orm"
import { afterEach, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createPost } from "@/db/factories"
import { settings } from "@/db/schema/settings"
import { findClosings, startClosings } from "@/lib/comments/screening/closing"
import { withFreshDatabase } from "../../../support/fresh-database.ts"

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

test("pages of a story are dropped when its time comes, also when the rule came in meanwhile", async () => {
  await closeAfter(0)
  const heard: string[] = []
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  const closing = await createPost(database(), { publishedAt: new Date(Date.now() - 7 * day + 1500) })
  stops.push(
    onTagChanged((tag) => {
      heard.push(tag)
      if (tag === `post:${closing.slug}`) tell()
    }),
  )
  stops.push((await startClosings()).stop)
  await closeAfter(7)
  // As a change of settings is told to every instance.
  await database().execute(sql`select pg_notify('cache_tags', 'everything')`)
  await told
  expect(Date.now()).toBeGreaterThanOrEqual((closing.publishedAt?.getTime() ?? 0) + 7 * day)
  expect(heard).toEqual([`post:${closing.slug}`])
})
