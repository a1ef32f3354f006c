import { eq, inArray } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { deleteCommentsOfDeletedStories } from "@/lib/comments/self-service/deleted-stories"
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
