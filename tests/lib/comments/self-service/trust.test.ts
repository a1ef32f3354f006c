import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { rateLimits } from "@/db/schema/settings"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import type { CommentSubmission } from "@/lib/comments/writing/gather"
import { submitComment } from "@/lib/comments/writing/submission"
import { hashEmail } from "@/lib/email"
import type { CommentMode } from "@/lib/settings/comment-modes"
import { withFreshDatabase } from "../../../support/fresh-database.ts"

withFreshDatabase()

let people = 0

async function say(commentMode: CommentMode, fields: Partial<CommentSubmission>) {
  people++
  // Nobody here is too fast.
  await database().delete(rateLimits)
  const { slug } = await createPost(database(), { commentMode })
  if (fields.provedHash) {
    await database()
      .insert(commenters)
      .values({ emailHash: fields.provedHash, emailSealed: Buffer.alloc(32), provedAt: new Date() })
      .onConflictDoNothing()
  }
  const answer = await submitComment({
    comment: `Thought ${people}.`,
    name: "Lena",
    email: `reader-${people}@example.org`,
    website: "",
    story: slug,
    replyTo: null,
    leftEmpty: "",
    made: formStamp(),
    network: `2001:db8:${people}::`,
    ...fields,
  })
  if (!answer.ok) throw new Error(answer.reason)
  const [row] = await database().select().from(comments).where(eq(comments.id, answer.value.id))
  return row?.status
}

async function approvedBefore(email: string, { proved }: { proved: boolean }) {
  await decidedBefore(email, { proved, status: "approved" })
}

/** Something by this address about which a moderator, or nobody but a rule, decided. */
async function decidedBefore(
  email: string,
  { proved, status, byStaff = true }: { proved: boolean; status: "approved" | "spam"; byStaff?: boolean },
) {
  const { id: postId } = await createPost(database())
  const { id } = await createComment(database(), {
    postId,
    status,
    emailHash: hashEmail(email),
    provedAt: proved ? new Date() : null,
  })
  const staffId = byStaff ? (await createStaff(database(), { roles: ["moderator"] })).id : null
  await database()
    .insert(auditEvents)
    .values({ commentId: id, staffId, action: "approved", toStatus: status, version: 1 })
}

test("typing the address of somebody whose comments appear earns nothing", async () => {
  const email = "known@example.org"
  await approvedBefore(email, { proved: true })
  expect(await say("hold_first", { email })).toBe("pending")
  expect(await say("hold_unverified", { email })).toBe("pending")
  expect(await say("hold_first", { email, provedHash: hashEmail("else@example.org") })).toBe("pending")
})

test("whoever proved the address, and was approved before, need not wait", async () => {
  const email = "Proved@example.org"
  const provedHash = hashEmail("proved@example.org")
  expect(await say("hold_unverified", { email, provedHash })).toBe("approved")
  expect(
    await say("hold_first", { email: "new@example.org", provedHash: hashEmail("new@example.org") }),
  ).toBe("pending")
  expect(await say("hold_first", { email, provedHash })).toBe("pending")
  await approvedBefore("proved@example.org", { proved: true })
  expect(await say("hold_first", { email, provedHash })).toBe("approved")
  expect(await say("hold_all", { email, provedHash })).toBe("pending")
})

test("a past that somebody else typed the address for counts for nobody", async () => {
  const email = "typed@example.org"
  await approvedBefore(email, { proved: false })
  expect(await say("hold_first", { email, provedHash: hashEmail(email) })).toBe("pending")
})

test("what only a rule let appear makes nobody known", async () => {
  const email = "by-rule@example.org"
  await decidedBefore(email, { proved: true, status: "approved", byStaff: false })
  expect(await say("hold_first", { email, provedHash: hashEmail(email) })).toBe("pending")
})

test("nobody can lend a regular a bad name by typing their address into spam", async () => {
  const email = "regular@example.org"
  for (const byStaff of [false, false, true, true]) {
    await decidedBefore(email, { proved: false, status: "spam", byStaff })
  }
  expect(await say("open", { email, provedHash: hashEmail(email) })).toBe("approved")
  // Once that was said by its owner, it counts.
  for (const byStaff of [true, true]) await decidedBefore(email, { proved: true, status: "spam", byStaff })
  expect(await say("open", { email, provedHash: hashEmail(email) })).toBe("pending")
})

test("on an open story a flood from one network waits from the ninth comment on, and others do not", async () => {
  const network = "203.0.113.9"
  const { id: postId } = await createPost(database())
  expect(await say("open", { network })).toBe("approved")
  const [first] = await database()
    .select()
    .from(comments)
    .orderBy(comments.id)
    .where(eq(comments.body, `Thought ${people}.`))
  for (let more = 0; more < 7; more++) {
    await createComment(database(), { postId, networkHash: first?.networkHash })
  }
  expect(await say("open", { network: "203.0.113.10" })).toBe("approved")
  expect(await say("open", { network })).toBe("pending")
})

test("a story that is too old takes no more comments, whatever its mode", async () => {
  const { slug } = await createPost(database(), {
    commentMode: "open",
    publishedAt: new Date(Date.now() - 15 * 86_400_000),
  })
  const said = {
    comment: "Late.",
    name: "Lena",
    email: "late@example.org",
    website: "",
    story: slug,
    replyTo: null,
    leftEmpty: "",
    made: formStamp(),
    network: "2001:db8::",
  }
  await database().execute("insert into settings (key, value) values ('commentsCloseAfterDays', '14')")
  expect(await submitComment(said)).toEqual({ ok: false, reason: "closed" })
  await database().execute("update settings set value = '16' where key = 'commentsCloseAfterDays'")
  expect((await submitComment(said)).ok).toBe(true)
})
