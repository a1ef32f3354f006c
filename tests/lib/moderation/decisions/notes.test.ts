import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { commentNotes } from "@/db/schema/moderation"
import type { Staff } from "@/lib/auth/staff"
import { addNote, undoNote } from "@/lib/moderation/decisions/notes"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff
let ben: Staff
let commentId: number

beforeAll(async () => {
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"] }))
  ben = asStaff(await createStaff(database(), { name: "Ben", roles: ["moderator"] }))
  const post = await createPost(database())
  commentId = (await createComment(database(), { postId: post.id, status: "pending" })).id
})

async function note(body: string): Promise<number> {
  const answer = await addNote(ana, { commentId, body })
  return answer.ok ? answer.id : 0
}

test("a note is read by colleagues, oldest first, and can be taken back by who wrote it", async () => {
  const first = await note("I know <b>him</b>.")
  await addNote(ben, { commentId, body: "So do I." })
  expect((await getQueueItem(ben, commentId))?.notes).toMatchObject([
    { by: "Ana", body: "I know <b>him</b>.", undoable: false },
    { by: "Ben", body: "So do I.", undoable: true },
  ])
  expect((await getQueueItem(ana, commentId))?.notes[0]?.at).toBeInstanceOf(Date)
  expect(await undoNote(ben, first)).toBe(false)
  expect(await undoNote(ana, first)).toBe(true)
  expect((await getQueueItem(ana, commentId))?.notes.map(({ by }) => by)).toEqual(["Ben"])
})

test("a note is final after an hour", async () => {
  const id = await note("Later.")
  await database()
    .update(commentNotes)
    .set({ createdAt: sql`now() - interval '61 minutes'` })
    .where(eq(commentNotes.id, id))
  expect(await undoNote(ana, id)).toBe(false)
})

test("an empty note, a longer one than the desk shows, and one about nothing are refused", async () => {
  expect(await addNote(ana, { commentId, body: " \u200B\n" })).toMatchObject({ reason: "empty" })
  expect(await addNote(ana, { commentId, body: "🙂".repeat(2001) })).toMatchObject({ reason: "too-long" })
  expect(await addNote(ana, { commentId, body: "🙂".repeat(2000) })).toMatchObject({ ok: true })
  expect(await addNote(ana, { commentId: 987_654_321, body: "x" })).toMatchObject({ reason: "gone" })
})

test("a writer leaves no note and takes none back", async () => {
  const writer = asStaff(await createStaff(database(), { roles: ["writer", "editor"] }))
  expect(await addNote(writer, { commentId, body: "x" })).toMatchObject({ reason: "not-allowed" })
  expect(await undoNote(writer, await note("Mine."))).toBe(false)
})
