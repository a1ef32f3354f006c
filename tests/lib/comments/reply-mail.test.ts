import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { mailDeliveries } from "@/db/schema/newsletter"
import { posts } from "@/db/schema/posts"
import { stopMail } from "@/lib/commenters/mutations"
import { repliesPerDay } from "@/lib/comments/reply-mail"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { setNotifyReplies } from "@/lib/comments/self-service/mutations"
import { disownComment, verifyComment } from "@/lib/comments/self-service/verify"
import { submitComment } from "@/lib/comments/writing/submission"
import { decryptEmail, protectEmail } from "@/lib/email"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { approveComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { renderDelivery } from "@/lib/ops/mail-templates"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "./as-staff.ts"

withFreshDatabase()

beforeEach(() => database().execute(sql`delete from mail_deliveries`))

const addressOf = () => protectEmail(`${randomUUID()}@example.org`)

/** A comment whose author wants to hear of answers, and an answer that waits. */
async function answered({ proved = true, notify = true, answerBy = addressOf() } = {}) {
  const post = await createPost(database())
  const by = addressOf()
  const asked = await createComment(database(), { postId: post.id, ...by })
  if (proved) await verifyComment(asked.id)
  await setNotifyReplies(asked.id, notify)
  const { id } = await createComment(database(), {
    postId: post.id,
    parent: asked,
    status: "pending",
    name: "Jonas",
    body: "I remember it well.",
    ...answerBy,
  })
  return { post, asked, id, email: decryptEmail(by.emailSealed), emailHash: by.emailHash }
}

async function approve(id: number) {
  const moderator = asStaff(await createStaff(database(), { roles: ["moderator"] }))
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  const outcome = await approveComment(moderator, { id, version: row?.version ?? 1 })
  if (!outcome.ok) throw new Error(outcome.reason)
  return { moderator, eventId: outcome.eventId ?? 0 }
}

const queued = () => database().select().from(mailDeliveries)

/** What the one message says at the moment of sending. */
async function letter() {
  const [delivery] = await queued()
  if (!delivery) throw new Error("nothing was queued")
  return renderDelivery(delivery)
}

test("an approved answer is told to whom it answers, once", async () => {
  const { id, email } = await answered()
  expect(await queued()).toEqual([])
  const { moderator, eventId } = await approve(id)
  const [message, ...more] = await queued()
  expect(more).toEqual([])
  expect(message && decryptEmail(message.recipientSealed)).toBe(email)
  expect(message).toMatchObject({ kind: "comment_reply", content: { answer: String(id) } })
  expect(await letter()).toMatchObject({ quote: "I remember it well." })
  await undoDecision(moderator, eventId)
  await approve(id)
  expect(await queued()).toHaveLength(1)
})

test("nobody hears of their own answers, nor without having proved the address, nor without asking for it", async () => {
  const mine = addressOf()
  const post = await createPost(database())
  const own = await createComment(database(), { postId: post.id, ...mine })
  await verifyComment(own.id)
  await setNotifyReplies(own.id, true)
  const talk = await createComment(database(), {
    postId: post.id,
    parent: own,
    status: "pending",
    ...protectEmail(decryptEmail(mine.emailSealed).toUpperCase()),
  })
  await approve(talk.id)
  await approve((await answered({ proved: false })).id)
  await approve((await answered({ notify: false })).id)
  expect(await queued()).toEqual([])
})

test("one comment that is proved does not have another mailed about that somebody else typed", async () => {
  const { id, asked, emailHash } = await answered({ proved: false })
  const [typed] = await database().select().from(comments).where(eq(comments.id, asked.id))
  const post = await createPost(database())
  const other = await createComment(database(), {
    postId: post.id,
    emailHash,
    emailSealed: typed?.emailSealed,
  })
  await verifyComment(other.id)
  await approve(id)
  expect(await queued()).toEqual([])
})

test("what was taken down, stopped, turned off or withdrawn before its turn is not sent", async () => {
  const down = await answered()
  const { moderator, eventId } = await approve(down.id)
  await undoDecision(moderator, eventId)
  expect(await letter()).toBeNull()

  await database().execute(sql`delete from mail_deliveries`)
  const later = await answered()
  await approve(later.id)
  expect(await letter()).not.toBeNull()
  await setNotifyReplies(later.asked.id, false)
  expect(await letter()).toBeNull()
  await setNotifyReplies(later.asked.id, true)
  await database().update(posts).set({ status: "withdrawn" }).where(eq(posts.id, later.post.id))
  expect(await letter()).toBeNull()
  await database().update(posts).set({ status: "published" }).where(eq(posts.id, later.post.id))
  const [row] = await database().select().from(commenters).where(eq(commenters.emailHash, later.emailHash))
  await stopMail(row?.id ?? 0)
  expect(await letter()).toBeNull()
})

test("a comment that everybody answers fills nobody's mailbox: the tenth message says that it is the last today", async () => {
  const { asked, post } = await answered()
  const answers = await Promise.all(
    Array.from({ length: 14 }, () =>
      createComment(database(), { postId: post.id, parent: asked, status: "pending", ...addressOf() }),
    ),
  )
  await Promise.all(answers.map(({ id }) => approve(id)))
  const letters = await Promise.all((await queued()).map((delivery) => renderDelivery(delivery)))
  expect(letters).toHaveLength(repliesPerDay)
  const last = letters.filter((one) => one?.closing[0]?.startsWith("This is the last message"))
  expect(last).toHaveLength(1)

  await database().execute(sql`update mail_deliveries set created_at = now() - interval '25 hours'`)
  const late = await createComment(database(), {
    postId: post.id,
    parent: asked,
    status: "pending",
    ...addressOf(),
  })
  await approve(late.id)
  expect(await queued()).toHaveLength(repliesPerDay + 1)
})

test("an answer that the rules let appear by a proof is told as well", async () => {
  const answerBy = addressOf()
  const { id, post } = await answered({ answerBy })
  await database().update(posts).set({ commentMode: "hold_unverified" }).where(eq(posts.id, post.id))
  await verifyComment(id)
  expect(await queued()).toHaveLength(1)
})

test("an answer that appears at once, and one among many that are approved together, are told too", async () => {
  const { asked, post } = await answered()
  await database().update(posts).set({ commentMode: "open" }).where(eq(posts.id, post.id))
  await submitComment({
    comment: "At once.",
    name: "Mira",
    email: `${randomUUID()}@example.org`,
    website: "",
    story: post.slug,
    replyTo: asked.id,
    leftEmpty: "",
    made: formStamp(),
    network: randomUUID(),
  })
  expect(await queued()).toHaveLength(1)
  const many = [await answered(), await answered(), await answered({ notify: false })]
  const moderator = asStaff(await createStaff(database(), { roles: ["moderator"] }))
  const seen = many.map(({ id }) => ({ id, version: 1, standing: null }))
  await decideBulk(moderator, { verdict: "approved", seen, about: "" })
  expect(await queued()).toHaveLength(3)
})

test("who said that a comment is not theirs hears of no answer to it", async () => {
  const { id, asked } = await answered({ proved: false })
  await disownComment(asked.id)
  await approve(id)
  expect(await queued()).toEqual([])
})
