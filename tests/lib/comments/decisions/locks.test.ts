import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost } from "@/db/factories"
import { lockComments } from "@/lib/comments/decisions/locks"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { fillThread } from "../../../support/long-thread.ts"

withFreshDatabase()

test("who decides about fifty comments does not wait for all others to be read", async () => {
  const post = await createPost(database())
  const thread = await fillThread(database(), post.id, 20_000)
  await database().execute(sql`analyze comments`)
  const chosen = thread.filter((_, at) => at % 400 === 0).map(({ id }) => id)

  const read = await database().transaction(async (tx) => {
    await lockComments(tx, chosen)
    const [seen] = await tx.execute<{ whole: number; locked: number }>(sql`
      select seq_tup_read::int as whole, idx_tup_fetch::int as locked
      from pg_stat_xact_user_tables where relname = 'comments'`)
    return seen
  })

  expect(chosen).toHaveLength(50)
  expect(read?.whole).toBe(0)
  expect(read?.locked).toBeGreaterThanOrEqual(50)
  expect(read?.locked).toBeLessThan(300)
})
