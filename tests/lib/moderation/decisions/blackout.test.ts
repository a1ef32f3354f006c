import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { commentFeedHtml, commentParagraphs } from "@/components/comments/comment-html"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { blackouts } from "@/db/schema/moderation"
import type { Staff } from "@/lib/auth/staff"
import { editComment } from "@/lib/comments/self-service/edit"
import { deleteComment } from "@/lib/comments/self-service/mutations"
import { getOwnComment } from "@/lib/comments/self-service/own-comment"
import { blackOutWords, undoBlackout } from "@/lib/moderation/decisions/blackout"
import { approveComment } from "@/lib/moderation/decisions/mutations"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import type { DecisionOutcome } from "@/lib/moderation/types"
import { blackoutMark } from "@/lib/text/blackout"
import { cleanText } from "@/lib/text/typed-text"
import { commentTags } from "../../../support/comment-tags.ts"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

const said = "Ask Mira Quill at 14 Tanner Row.\n\nMira Quill knows the way."
const reason = "personal-details"
const masked = `Ask ${blackoutMark} at 14 Tanner Row.\n\n${blackoutMark} knows the way.`

let ana: Staff

beforeEach(async () => {
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"] }))
})

async function commentSaying(body = said, status: "pending" | "approved" = "pending") {
  const post = await createPost(database(), { commentMode: "open" })
  return { post, ...(await createComment(database(), { postId: post.id, status, body })) }
}

async function rowOf(id: number) {
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  if (!row) throw new Error("No comment.")
  return row
}

function eventId(outcome: DecisionOutcome): number {
  if (!outcome.ok || outcome.eventId === null) throw new Error(`No event: ${JSON.stringify(outcome)}`)
  return outcome.eventId
}

const keptOf = (id: number) => database().select().from(blackouts).where(eq(blackouts.commentId, id))

const lessons = () => database().execute(sql`select feature, spam, ham from filter_features order by feature`)

test("words that were blacked out are nowhere a reader or the log could find them", async () => {
  const { id, post } = await commentSaying(said, "approved")
  const changed: string[] = []
  const stop = onTagChanged((tag) => changed.push(tag))
  const outcome = await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason })
  stop()
  expect(outcome).toMatchObject({ ok: true, status: "approved" })
  expect(await rowOf(id)).toMatchObject({ body: masked, version: 2, status: "approved" })
  const asEdited = commentTags(post.slug, id).filter((tag) => !tag.startsWith("card:"))
  expect(changed.toSorted()).toEqual(asEdited.toSorted())

  const events = await database().select().from(auditEvents).where(eq(auditEvents.commentId, id))
  expect(events).toMatchObject([{ action: "blacked_out", staffId: ana.id, reason, version: 2 }])
  expect(JSON.stringify(events)).not.toContain("Mira")
  const found = await database().execute(
    sql`select id from comments where to_tsvector('simple', name || ' ' || body) @@ to_tsquery('simple', 'quill')`,
  )
  expect(found).toHaveLength(0)
})

test("a page says in words what a mark shows, and a feed shows the mark alone", () => {
  const page = commentParagraphs(masked).join("")
  expect(page).toContain(`<span aria-hidden="true">${blackoutMark}</span>`)
  expect(page).toContain("[removed by a moderator]")
  expect(commentFeedHtml(masked)).toContain(`Ask ${blackoutMark} at`)
  expect(commentFeedHtml(masked)).not.toContain("removed by")
  expect(commentParagraphs(`https://example.org/${blackoutMark}`).join("")).not.toContain("<a ")
})

test("a mark is as long whatever was there, and nobody can type one", async () => {
  const { id } = await commentSaying("a bb ccc")
  await blackOutWords(ana, { id, version: 1, words: "bb ccc", reason })
  expect((await rowOf(id)).body).toBe(`a ${blackoutMark}`)
  expect(cleanText(`I said ${blackoutMark} nothing`)).toBe("I said  nothing")
})

test("a blackout taken back brings the very words back, and what the filter had learnt", async () => {
  const { id } = await commentSaying()
  const standing = eventId(await approveComment(ana, { id, version: 1 }))
  const learnt = await lessons()
  const blackout = eventId(
    await blackOutWords(ana, { id, version: 1, standing, words: "Mira Quill", reason }),
  )
  expect(JSON.stringify(await lessons())).not.toContain("quill")
  expect(await getQueueItem(ana, id)).toMatchObject({ blackout: { id: blackout, by: "Ana", reason } })

  const undone = await undoBlackout(ana, { id, version: 2, standing, eventId: blackout })
  expect(undone).toMatchObject({ ok: true, status: "approved" })
  expect(await rowOf(id)).toMatchObject({ body: said, version: 3 })
  expect(await lessons()).toEqual(learnt)
  expect(await keptOf(id)).toEqual([])
  expect(await getQueueItem(ana, id)).toMatchObject({ blackout: null })
})

test("two blackouts are taken back one after the other, the newest first", async () => {
  const { id } = await commentSaying()
  const first = eventId(await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason }))
  const second = eventId(await blackOutWords(ana, { id, version: 2, words: "14 Tanner Row", reason }))
  expect(await undoBlackout(ana, { id, version: 3, eventId: first })).toMatchObject({ reason: "edited" })
  await undoBlackout(ana, { id, version: 3, eventId: second })
  await undoBlackout(ana, { id, version: 4, eventId: first })
  expect((await rowOf(id)).body).toBe(said)
})

test("nothing is blacked out in a text that the moderator has not seen, or of words that are not there", async () => {
  const { id } = await commentSaying()
  await editComment(id, `${said} Truly.`)
  const seen = { id, version: 1, words: "Mira Quill", reason }
  expect(await blackOutWords(ana, seen)).toMatchObject({ ok: false, reason: "edited" })
  const absent = { ...seen, version: 2, words: "mira quill" }
  expect(await blackOutWords(ana, absent)).toMatchObject({ ok: false, reason: "no-such-words" })
  expect((await rowOf(id)).version).toBe(2)
})

test("an author reads why words were removed, and what they change afterwards waits", async () => {
  const { id } = await commentSaying(said, "approved")
  const blackout = eventId(await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason }))
  expect(await getOwnComment(id)).toMatchObject({ status: "approved", blackedOutFor: reason })

  // The form sends the words without the marks.
  await editComment(id, cleanText(masked))
  expect(await rowOf(id)).toMatchObject({ body: masked, status: "approved" })
  await editComment(id, said)
  expect(await rowOf(id)).toMatchObject({ status: "pending" })
  expect(await getOwnComment(id)).toMatchObject({ blackedOutFor: null })
  const undo = await undoBlackout(ana, { id, version: 3, eventId: blackout })
  expect(undo).toMatchObject({ ok: false, reason: "edited" })
})

test("whoever deletes their comment has the removed words deleted too", async () => {
  const { id } = await commentSaying()
  await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason })
  await deleteComment(id)
  expect(await keptOf(id)).toEqual([])
})
