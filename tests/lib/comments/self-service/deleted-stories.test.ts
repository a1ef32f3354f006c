import { eq, inArray, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { batch, deleteCommentsOfDeletedStories } from "@/lib/comments/self-service/deleted-stories"
import { deletePost, trashPost } from "@/lib/posts/trash/mutations"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../as-staff.ts"

withFreshDatabase()

test("with a story that an editor deletes for good go its readers' words, and the log still says that there were some", async () => {
  const eva = asStaff(await createStaff(database(), { roles: ["editor"] }))
  const [gone, kept] = [
    await createPost(database(), { status: "withdrawn" }),
    await createPost(database(), { status: "withdrawn" }),
  ]
  const said = { name: "Ria", body: "I was there.", emailHash: Buffer.alloc(32, 7) }
  const first = await createComment(database(), { postId: gone.id, ...said })
  const answer = await createComment(database(), {
    postId: gone.id,
    ...said,
    parent: first,
    status: "pending",
  })
  const elsewhere = await createComment(database(), { postId: kept.id, ...said })
  for (const { id } of [gone, kept]) await trashPost(eva, id)
  await deletePost(eva, gone.id)

  await deleteCommentsOfDeletedStories()
  await deleteCommentsOfDeletedStories()
  expect(await stillToDo()).toEqual([])

  const ids = [first.id, answer.id]
  for (const row of await database().select().from(comments).where(inArray(comments.id, ids))) {
    expect(row).toMatchObject({ status: "deleted", name: "Deleted", body: "Deleted" })
    expect(row.emailHash).not.toEqual(said.emailHash)
  }
  const events = await database().select().from(auditEvents).where(inArray(auditEvents.commentId, ids))
  // Not by their authors.
  expect(events.map(({ action, fromStatus, staffId }) => [action, fromStatus, staffId])).toEqual([
    ["deleted", "approved", eva.id],
    ["deleted", "pending", eva.id],
  ])
  // A story in the trash may come back, with all that was said under it.
  const [row] = await database().select().from(comments).where(eq(comments.id, elsewhere.id))
  expect(row).toMatchObject({ status: "approved", body: "I was there." })
})

test("a long thread goes with its story in several transactions, and one that was cut off goes on where it stopped", async () => {
  const eva = asStaff(await createStaff(database(), { roles: ["editor"] }))
  const { id } = await createPost(database(), { status: "withdrawn" })
  for (let n = 0; n < batch + 3; n++) await createComment(database(), { postId: id })
  await trashPost(eva, id)
  await deletePost(eva, id)
  const transactions = async () => {
    const rows = await database().execute<{ count: number }>(sql`
      select count(*)::int as count from comments where post_id = ${id} and status = 'deleted' group by xmin`)
    return rows.map(({ count }) => count).toSorted((a, b) => a - b)
  }
  let asked = 0
  // Stopped after the first transaction, as when the instance ends.
  const signal = Object.assign(new AbortController().signal, {
    throwIfAborted() {
      if (++asked === 2) throw new Error("stopped")
    },
  })
  await expect(deleteCommentsOfDeletedStories(signal)).rejects.toThrow("stopped")
  expect(await transactions()).toEqual([batch])
  expect(await stillToDo()).toEqual([id])
  await deleteCommentsOfDeletedStories()
  expect(await transactions()).toEqual([3, batch])
  expect(await stillToDo()).toEqual([])
})

test("the look for such stories each hour reads none of the others", async () => {
  const plan = await database().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    return tx.execute<{ "QUERY PLAN": string }>(sql`
      explain select id from posts where deleted_at is not null and comments_deleted_at is null order by id`)
  })
  expect(plan.map((row) => row["QUERY PLAN"]).join()).toMatch(/posts_deleted_idx/)
})

async function stillToDo(): Promise<number[]> {
  const rows = await database().execute<{ id: string }>(sql`
    select id from posts where deleted_at is not null and comments_deleted_at is null`)
  return rows.map(({ id }) => Number(id))
}
