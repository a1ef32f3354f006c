import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { submitAppeal } from "@/lib/comments/self-service/appeal"
import { rejectComment } from "@/lib/moderation/decisions/mutations"
import { addNote } from "@/lib/moderation/decisions/notes"
import { mostCards, readCards } from "@/lib/moderation/queue/cards"
import { cardIds } from "@/lib/moderation/queue/input"
import { listQueueItems } from "@/lib/moderation/queue/queries"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asModerator } from "../../../support/moderator.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

test("a card that fetches itself again reads the comment as the page was given it", async () => {
  const ana = await asModerator(database())
  const post = await createPost(database())
  const [first, second, third] = [
    await createComment(database(), { postId: post.id, editedAt: new Date() }),
    await createComment(database(), { postId: post.id, status: "pending" }),
    await createComment(database(), { postId: post.id }),
  ]
  await rejectComment(ana, { id: second.id, version: 1, reason: "abusive" })
  await submitAppeal(second.id, "1970-01-01")
  await addNote(ana, { commentId: second.id, body: "2026-11-27T00:00:00.000Z" })
  const items = await listQueueItems(ana, [third.id, first.id, second.id, 999_999])
  expect(items.map(({ id }) => id)).toEqual([first.id, second.id, third.id])
  expect(readCards(JSON.stringify(items))).toEqual(items)
})

test("nobody but moderators is given a card", async () => {
  const writer = asStaff(await createStaff(database(), { roles: ["writer", "editor"] }))
  await expect(listQueueItems(writer, [1])).rejects.toThrow()
})

test("cards are asked for by numbers, and no more at once than a page has", () => {
  const many = Array.from({ length: mostCards }, (_, at) => 999_999_999_999_900 + at)
  expect(cardIds.parse(String(many))).toEqual(many)
  expect(cardIds.parse("")).toEqual([])
  for (const text of [`${many},1`, "1,", "1,x", "-1", "0", "1e3", "1 or 1=1", "9".repeat(100_000)])
    expect(cardIds.safeParse(text).success, text.slice(0, 20)).toBe(false)
})
