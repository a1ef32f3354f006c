import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { beforeEach, expect, test } from "vitest"
import { BlackoutNote } from "@/components/comments/blackout-note"
import { commentFeedHtml, commentParagraphs } from "@/components/comments/comment-html"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { blackouts } from "@/db/schema/moderation"
import type { Staff } from "@/lib/auth/staff"
import { exportOwnComments } from "@/lib/commenters/own-export"
import { replyTemplate } from "@/lib/commenters/reply-template"
import { editComment } from "@/lib/comments/self-service/edit"
import { deleteComment } from "@/lib/comments/self-service/mutations"
import { getOwnComment } from "@/lib/comments/self-service/own-comment"
import { protectEmail } from "@/lib/email"
import { blackOutWords, undoBlackout } from "@/lib/moderation/decisions/blackout"
import { blackoutLane } from "@/lib/moderation/decisions/jobs"
import { approveComment } from "@/lib/moderation/decisions/mutations"
import type { DecisionOutcome } from "@/lib/moderation/decisions/types"
import { otherSpellings } from "@/lib/moderation/queue/other-spellings"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { blackoutMark, blackoutWords, spellOutBlackouts } from "@/lib/text/blackout"
import { excerpt } from "@/lib/text/excerpt"
import { cleanText } from "@/lib/text/typed-text"
import { backdate } from "../../../support/backdate.ts"
import { commentTags } from "../../../support/comment-tags.ts"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

const said = "Ask Mira Quill at 14 Tanner Row.\n\nMira Quill knows the way."
const reason = "words-private"
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

async function provedCommenter() {
  const [row] = await database()
    .insert(commenters)
    .values({ ...protectEmail(`${randomUUID()}@example.org`), provedAt: new Date() })
    .returning()
  if (!row) throw new Error("No commenter.")
  return row
}

function eventId(outcome: DecisionOutcome): number {
  if (!outcome.ok || outcome.eventId === null) throw new Error(`No event: ${JSON.stringify(outcome)}`)
  return outcome.eventId
}

/** A lane that nobody stops. */
const never = new AbortController().signal

const answerSaying = (body: string) => ({
  answer: { id: 2, name: "Olga", body, slug: "story", title: "Story", answeredId: 1 },
  commenterId: 1,
  publicationName: "Paper",
})

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

test("a page shows a box that says in words what it is, and feeds and mails say the words", () => {
  const page = commentParagraphs(masked).join("")
  expect(page).toContain(`Ask <span class="blackout">${blackoutWords}</span> at`)
  expect(commentFeedHtml(masked)).toContain(`Ask ${blackoutWords} at`)
  expect(excerpt(masked)).toContain(`Ask ${blackoutWords} at`)
  expect(replyTemplate(answerSaying(masked)).quote).toContain(`Ask ${blackoutWords} at`)
  expect(commentParagraphs(`https://example.org/${blackoutMark}`).join("")).not.toContain("<a ")
})

test("a mark is as long whatever was there, and what readers type in its likeness is plain text", async () => {
  const { id } = await commentSaying("a bb ccc")
  await blackOutWords(ana, { id, version: 1, words: "bb ccc", reason })
  expect((await rowOf(id)).body).toBe(`a ${blackoutMark}`)
  expect(cleanText(`I said ${blackoutMark} nothing`)).toBe("I said  nothing")
  for (const typed of [
    "I said \u25AE\u25AE\u25AE\u25AE.",
    "I said \u2588\u2588\u2588.",
    `I said ${blackoutWords}.`,
  ]) {
    expect(cleanText(typed)).toBe(typed)
    expect(commentParagraphs(typed).join("")).toBe(`<p dir="auto">${typed}</p>`)
    const { id } = await commentSaying(typed)
    expect(await getOwnComment(id)).toMatchObject({ blackouts: [] })
    expect(await getQueueItem(ana, id)).toMatchObject({ blackout: null })
  }
})

test("words around an earlier mark are blacked out as the card shows them", async () => {
  const { id } = await commentSaying()
  await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason })
  const words = `Ask ${blackoutWords} at 14 Tanner Row`
  expect(await blackOutWords(ana, { id, version: 2, words, reason })).toMatchObject({ ok: true })
  expect((await rowOf(id)).body).toBe(`${blackoutMark}.\n\n${blackoutMark} knows the way.`)
  const again = await blackOutWords(ana, { id, version: 3, words: blackoutWords, reason })
  expect(again).toMatchObject({ ok: false, reason: "blacked-out-already" })
})

test("an hour later the words are kept nowhere, and the card says that they cannot be brought back", async () => {
  const { id } = await commentSaying()
  const blackout = eventId(await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason }))
  await blackoutLane.runDue(never)
  expect(await keptOf(id)).toMatchObject([{ original: said, words: "Mira Quill" }])
  expect(await getQueueItem(ana, id)).toMatchObject({ blackout: { undoable: true } })

  await backdate(blackout, 61)
  const late = { id, version: 2, eventId: blackout }
  expect(await undoBlackout(ana, late)).toMatchObject({ ok: false, reason: "words-gone" })
  await blackoutLane.runDue(never)
  expect(await keptOf(id)).toEqual([
    { eventId: blackout, commentId: id, original: null, masked: null, words: null },
  ])
  expect(await getQueueItem(ana, id)).toMatchObject({ blackout: { id: blackout, undoable: false } })
  expect(await undoBlackout(ana, late)).toMatchObject({ ok: false, reason: "words-gone" })
  expect((await rowOf(id)).body).toBe(masked)
})

test("what the checks and the filter had quoted of the comment is forgotten with its words, not that they held it", async () => {
  const { id } = await commentSaying()
  const finding = { check: "words", verdict: "hold", reason: "word-held" } as const
  await database()
    .update(comments)
    .set({
      findings: [{ ...finding, evidence: "Mira Quill" }],
      contributions: [{ label: "quill", weight: 1.5 }],
    })
    .where(eq(comments.id, id))
  const blackout = eventId(await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason }))
  await backdate(blackout, 61)
  await blackoutLane.runDue(never)
  expect(await rowOf(id)).toMatchObject({ findings: [{ ...finding, evidence: "" }], contributions: [] })
})

test("once the hour is over nobody is shown the words, also while nothing has come round to forget them", async () => {
  const { provedAt, ...commenter } = await provedCommenter()
  const { id } = await commentSaying()
  await database()
    .update(comments)
    .set({ emailHash: commenter.emailHash, provedAt })
    .where(eq(comments.id, id))
  const blackout = eventId(await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason }))
  const shown = async () => [
    (await getOwnComment(id))?.blackouts,
    (await exportOwnComments(commenter))?.comments.map(({ blackouts }) => blackouts),
  ]
  expect(await shown()).toMatchObject([
    [{ words: "Mira Quill" }],
    [[{ words: "Mira Quill", textBefore: said }]],
  ])
  await backdate(blackout, 61)
  expect(await keptOf(id)).toMatchObject([{ words: "Mira Quill" }])
  expect(await shown()).toMatchObject([[{ words: null }], [[{ words: null, textBefore: null }]]])
})

test("words are forgotten on time: the next look is when the oldest hour is over", async () => {
  await database().delete(blackouts)
  expect(await blackoutLane.runDue(never)).toBe(null)
  const { id } = await commentSaying()
  const blackout = eventId(await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason }))
  await backdate(blackout, 45)
  const wait = (await blackoutLane.runDue(never)) ?? 0
  expect(wait).toBeGreaterThan(14 * 60_000)
  expect(wait).toBeLessThanOrEqual(15 * 60_000)
})

test("a card lists where the words can still be read, in other spellings, beside the text and in answers", async () => {
  const body = `${said} Mira’s sister is MIRA-QUILL, not Míra  Quill or Мira Qui1l, nor Miraculous Quill.`
  const { post, ...comment } = await commentSaying(body)
  const { id } = comment
  await database()
    .update(comments)
    .set({ name: "mira quill", website: "https://miraquill.example" })
    .where(eq(comments.id, id))
  const answer = (words: string) =>
    createComment(database(), { postId: post.id, parent: comment, body: words, name: "Olga" })
  const quoting = await answer("You said “Ask Mira Quill”. Why?")
  await answer("I would rather ask somebody else.")

  await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason })
  const remains = async () => (await getQueueItem(ana, id))?.blackout?.remains
  expect(await remains()).toEqual({
    spellings: ["MIRA-QUILL", "Míra  Quill", "Мira Qui1l"],
    inName: true,
    inWebsite: true,
    answers: [{ id: quoting.id, name: "Olga" }],
  })
  // Nothing is taken without a press; each spelling is one.
  for (const [at, words] of ["MIRA-QUILL", "Míra  Quill", "Мira Qui1l"].entries()) {
    expect(await blackOutWords(ana, { id, version: 2 + at, words, reason })).toMatchObject({ ok: true })
  }
  await blackOutWords(ana, { id: quoting.id, version: 1, words: "Mira Quill", reason })
  expect(await remains()).toMatchObject({ spellings: [], answers: [] })
  expect(JSON.stringify(await getQueueItem(ana, id))).not.toContain("You said")
})

test("a short word is looked for as a whole, and what stands on two sides of a mark is no word", () => {
  expect(otherSpellings("ANN went to Annual fair, an ann.", ["Ann"])).toEqual(["ANN", "ann"])
  expect(otherSpellings(`Mira ${blackoutMark} Quill`, ["Mira Quill"])).toEqual([])
  expect(otherSpellings("Call 0170-12 34 56 today", ["0170 123456"])).toEqual(["0170-12 34 56"])
  expect(otherSpellings("what of it", ["?!"])).toEqual([])
})

test("no more than twenty spellings are listed", () => {
  const body = Array.from({ length: 30 }, (_, at) => `Mira${".".repeat(at + 1)}Quill`).join(" ")
  const found = otherSpellings(body, ["Mira Quill"])
  expect(found).toHaveLength(20)
  expect(found[0]).toBe("Mira.Quill")
})

test("no words are blacked out without a reason, or for one of a rejection", async () => {
  const { id } = await commentSaying()
  for (const reason of ["", "abusive", "other"]) {
    const outcome = await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason })
    expect(outcome).toMatchObject({ ok: false, reason: "no-blackout-reason" })
  }
  expect((await rowOf(id)).body).toBe(said)
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
  const own = [{ id: blackout, reason, words: "Mira Quill" }]
  expect(await getOwnComment(id)).toMatchObject({ status: "approved", blackouts: own })
  const note = (refused: boolean) =>
    renderToStaticMarkup(createElement(BlackoutNote, { blackouts: own, open: true, refused }))
  // The appeal stands below it then.
  expect(note(true)).toContain("Mira Quill")
  expect(note(true)).not.toContain("Appeals are only")
  expect(note(false)).toMatch(
    /A moderator has blacked out words.*<q[^>]*>Mira Quill<\/q>: They give away something private.*change the text below/,
  )

  // The form says in words where the marks are.
  await editComment(id, spellOutBlackouts(masked))
  expect(await rowOf(id)).toMatchObject({ body: masked, status: "approved" })
  await editComment(id, `${spellOutBlackouts(masked)} Truly, ${blackoutWords}.`)
  expect(await rowOf(id)).toMatchObject({ body: `${masked} Truly, ${blackoutWords}.`, status: "pending" })
  await editComment(id, said)
  expect(await getOwnComment(id)).toMatchObject({ blackouts: [] })
})

test("what an author changes can never be overwritten: the words that were blacked out are forgotten with it", async () => {
  const { id } = await commentSaying(said, "approved")
  const blackout = eventId(await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason }))
  await editComment(id, "Ask somebody.")
  expect(await keptOf(id)).toMatchObject([{ original: null, masked: null, words: null }])
  const undo = await undoBlackout(ana, { id, version: 3, eventId: blackout })
  expect(undo).toMatchObject({ ok: false, reason: "words-gone" })
  expect((await rowOf(id)).body).toBe("Ask somebody.")
})

test("whoever deletes their comment has the removed words deleted too", async () => {
  const { id } = await commentSaying()
  await blackOutWords(ana, { id, version: 1, words: "Mira Quill", reason })
  await deleteComment(id)
  expect(await keptOf(id)).toEqual([])
})
