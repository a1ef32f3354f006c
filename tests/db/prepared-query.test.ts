import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { closeDatabase, database } from "@/db/client"
import { createPost } from "@/db/factories"
import { getPost } from "@/lib/posts/queries"
import { getSections } from "@/lib/posts/section-queries"
import { getSettings } from "@/lib/settings/queries"
import { withFreshDatabase } from "../support/fresh-database.ts"

withFreshDatabase()

const readPage = async (slug: string) =>
  [await getPost(slug), await getSettings(), await getSections()] as const

test("the statements of a page are kept by their connection, as many for a thousand stories as for one", async () => {
  // One connection, so that it has seen all of them.
  const kept = async () => {
    const [row] = await database().execute<{ count: number }>(
      sql`select count(*)::int as count from pg_prepared_statements where not from_sql`,
    )
    return row?.count ?? 0
  }
  await readPage("no-such-story")
  const few = await kept()
  expect(few).toBeGreaterThanOrEqual(3)
  for (let n = 0; n < 50; n++) {
    const { slug } = await createPost(database())
    expect((await readPage(slug))[0]?.slug).toBe(slug)
  }
  expect(await kept()).toBe(few)
})

test("a statement is kept though nothing varies in it", async () => {
  await getSettings()
  const kept = await database().execute(
    sql`select from pg_prepared_statements where statement like '%from settings)%as stored%' and not from_sql`,
  )
  expect(kept).toHaveLength(1)
})

test("they go on when the pool was closed and opened again", async () => {
  const { slug, title } = await createPost(database())
  await readPage(slug)
  await closeDatabase()
  expect((await readPage(slug))[0]?.title).toBe(title)
})
