import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { database, type Transaction } from "@/db/client"
import { createPost } from "@/db/factories"
import { lockComments } from "@/lib/comments/locks"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

test("who decides about fifty comments does not wait for all others to be read", async () => {
  const post = await createPost(database())
  const waiting = await database().execute<{ id: string }>(sql`
    insert into comments (id, post_id, path, name, body, email_sealed, email_hash, fingerprint)
    select id, ${post.id}, array[id], 'Reader', 'Thought ' || id || repeat(', and then', 50), '', sha256(id::text::bytea), sha256(id::text::bytea)
    from generate_series(1, 20000) as id
    returning id`)
  await database().execute(sql`analyze comments`)
  const chosen = waiting.filter((_, at) => at % 400 === 0).map(({ id }) => Number(id))

  const read = await database().transaction(async (tx) => {
    const before = await rowsRead(tx)
    await lockComments(tx, chosen)
    const after = await rowsRead(tx)
    return { inWhole: after.inWhole - before.inWhole, byIndex: after.byIndex - before.byIndex }
  })

  expect(chosen).toHaveLength(50)
  expect(read.inWhole).toBe(0)
  expect(read.byIndex).toBeGreaterThanOrEqual(50)
  expect(read.byIndex).toBeLessThan(200)
})

/** Rows of comments that this connection has read: by walking all of the table, and by an index. */
async function rowsRead(tx: Transaction) {
  const [row] = await tx.execute<{ inWhole: number; byIndex: number }>(sql`
    select seq_tup_read::int as "inWhole", idx_tup_fetch::int as "byIndex"
    from pg_stat_xact_user_tables where relname = 'comments'`)
  return row ?? { inWhole: 0, byIndex: 0 }
}
