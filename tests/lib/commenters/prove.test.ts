import { randomUUID } from "node:crypto"
import { desc, eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { type CacheTag, onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import { mailDeliveries } from "@/db/schema/newsletter"
import { posts } from "@/db/schema/posts"
import { rateLimits } from "@/db/schema/settings"
import { signBrowser } from "@/lib/commenters/browser-cookie"
import { readVerificationToken } from "@/lib/commenters/links"
import {
  forgetBrowsers,
  forgetUnverified,
  requestVerification,
  resumeMail,
  stopMail,
} from "@/lib/commenters/mutations"
import { getCommentToVerify, listOthersToVerify } from "@/lib/commenters/queries"
import { findRemembered } from "@/lib/commenters/remembered"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { editComment } from "@/lib/comments/self-service/edit"
import { getOwnComment } from "@/lib/comments/self-service/own-comment"
import { disownComment, verifyComment } from "@/lib/comments/self-service/verify"
import { reportComment } from "@/lib/comments/writing/reports"
import { submitComment } from "@/lib/comments/writing/submission"
import { decryptEmail } from "@/lib/email"
import { approveComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { renderDelivery } from "@/lib/ops/mail-templates"
import type { CommentMode } from "@/lib/settings/comment-modes"
import { commentTags } from "../../support/comment-tags.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

beforeEach(() => database().execute(sql`with a as (delete from rate_limits) delete from mail_deliveries`))

const anAddress = () => `${randomUUID()}@example.org`

/** Somebody writes under a story of its own, from a browser that has proved nothing unless a cookie says so. */
async function say(
  mode: CommentMode,
  { email = anAddress(), text = `Thought ${randomUUID()}.`, cookie = undefined as string | undefined } = {},
) {
  await database().delete(rateLimits)
  const post = await createPost(database(), { commentMode: mode })
  const remembered = await findRemembered(cookie)
  const answer = await submitComment({
    comment: text,
    name: "Lena",
    email,
    website: "",
    story: post.slug,
    replyTo: null,
    leftEmpty: "",
    made: formStamp(),
    network: randomUUID(),
    provedHash: remembered?.emailHash,
  })
  if (!answer.ok) throw new Error(answer.reason)
  return { id: answer.value.id, post, email }
}

async function rowOf(id: number) {
  const [row] = await database().select().from(comments).where(eq(comments.id, id))
  if (!row) throw new Error("no such row")
  return row
}

async function eventsOf(id: number) {
  return database().select().from(auditEvents).where(eq(auditEvents.commentId, id)).orderBy(auditEvents.id)
}

async function tagsChangedBy(work: () => Promise<unknown>): Promise<CacheTag[]> {
  const heard: CacheTag[] = []
  const stop = onTagChanged((tag) => heard.push(tag))
  await work()
  stop()
  return heard
}

/** Proves a comment, and answers the cookie of a browser that is to be remembered. */
async function prove(id: number): Promise<string> {
  const proved = await verifyComment(id)
  if (!proved.ok) throw new Error("not proved")
  return signBrowser(proved.commenter)
}

async function approve(id: number) {
  const moderator = asStaff(await createStaff(database(), { roles: ["moderator"] }))
  const { version } = await rowOf(id)
  const outcome = await approveComment(moderator, { id, version })
  if (!outcome.ok) throw new Error(outcome.reason)
  return { moderator, outcome }
}

describe("where only proved addresses need not wait", () => {
  test("a comment appears the moment its author has proved the address, and the page is told", async () => {
    const { id, post } = await say("hold_unverified")
    expect((await rowOf(id)).status).toBe("pending")
    expect(await tagsChangedBy(() => prove(id))).toEqual(commentTags(post.slug, id))
    const row = await rowOf(id)
    expect(row.status).toBe("approved")
    expect(row.provedAt).not.toBeNull()
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      action: "proved",
      staffId: null,
      fromStatus: "pending",
      toStatus: "approved",
    })
  })

  test("saying yes ten times at once is saying it once", async () => {
    const { id } = await say("hold_unverified")
    await Promise.all(Array.from({ length: 10 }, () => verifyComment(id)))
    expect((await eventsOf(id)).filter(({ action }) => action === "proved")).toHaveLength(1)
    expect(await database().$count(commenters, eq(commenters.emailHash, (await rowOf(id)).emailHash))).toBe(1)
  })

  test("a comment that a check holds goes on waiting, for that reason", async () => {
    const { id } = await say("hold_unverified", { text: "https://a.example and https://b.example" })
    expect(await tagsChangedBy(() => prove(id))).toEqual([])
    expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "links" })
    expect((await rowOf(id)).provedAt).not.toBeNull()
  })
})

describe("trust that is borrowed", () => {
  test("whoever types the address of somebody who is known here waits like a stranger", async () => {
    const first = await say("hold_first")
    const cookie = await prove(first.id)
    await approve(first.id)
    const { email } = first
    const attacked = await say("hold_first", { email })
    expect((await rowOf(attacked.id)).status).toBe("pending")
    expect((await rowOf(attacked.id)).provedAt).toBeNull()
    // The person themselves does not, from the browser that remembers them.
    const own = await say("hold_first", { email, cookie })
    expect((await rowOf(own.id)).status).toBe("approved")
    // And nor does the very same borrowed comment, once the owner of the mailbox says that it is theirs.
    await prove(attacked.id)
    expect((await rowOf(attacked.id)).status).toBe("approved")
  })

  test("proving one comment proves no other under the same address", async () => {
    const { id, email } = await say("hold_unverified")
    const other = await say("hold_unverified", { email })
    await prove(id)
    expect(await rowOf(other.id)).toMatchObject({ status: "pending", provedAt: null })
  })

  test("a first comment that is proved still waits where first ones do, and says why", async () => {
    const { id } = await say("hold_first")
    await prove(id)
    expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "hold-first" })
  })

  test("a comment of the same address that nobody proved makes nobody known", async () => {
    const borrowed = await say("hold_first")
    await approve(borrowed.id)
    const { id } = await say("hold_first", { email: borrowed.email })
    await prove(id)
    expect((await rowOf(id)).status).toBe("pending")
  })

  test("words that were changed after the yes are not proved, but from the browser of who proved them", async () => {
    const [borrowed, own] = [await say("hold_unverified"), await say("hold_unverified")]
    await prove(borrowed.id)
    await editComment(borrowed.id, "Something quite different.")
    expect(await rowOf(borrowed.id)).toMatchObject({ status: "pending", provedAt: null })
    expect(await getOwnComment(borrowed.id)).toMatchObject({ reason: "edited" })
    const remembered = await findRemembered(await prove(own.id))
    await editComment(own.id, "Mended by myself.", { provedHash: remembered?.emailHash })
    expect(await rowOf(own.id)).toMatchObject({ status: "approved", provedAt: expect.any(Date) })
    // Whoever wrote them honestly says yes once more.
    await prove(borrowed.id)
    expect((await rowOf(borrowed.id)).status).toBe("approved")
  })

  test("words that were changed while the owner was reading are not proved by their yes", async () => {
    const { id } = await say("hold_unverified")
    await editComment(id, "Swapped.")
    expect(await verifyComment(id, { seen: 1 })).toEqual({ ok: false })
    expect(await verifyComment(id, { seen: Number.NaN })).toEqual({ ok: false })
    expect(await rowOf(id)).toMatchObject({ status: "pending", provedAt: null })
    expect(await database().$count(commenters, eq(commenters.emailHash, (await rowOf(id)).emailHash))).toBe(0)
    expect(await verifyComment(id, { seen: 2 })).toMatchObject({ ok: true })
  })

  test("a cookie that was ended, forged or is somebody else's is worth nothing", async () => {
    const { id, email } = await say("hold_unverified")
    const cookie = await prove(id)
    const commenter = (await findRemembered(cookie))?.id ?? 0
    expect(commenter).toBeGreaterThan(0)
    expect(await findRemembered(cookie.replace(/^\d+/, String(commenter + 1)))).toBeNull()
    expect(await findRemembered(undefined)).toBeNull()
    const elsewhere = await say("hold_unverified", { cookie })
    expect((await rowOf(elsewhere.id)).status).toBe("pending")
    await forgetBrowsers({ id: commenter, epoch: 1 })
    expect(await findRemembered(cookie)).toBeNull()
    expect((await rowOf((await say("hold_unverified", { email, cookie })).id)).status).toBe("pending")
  })
})

describe("when every browser is forgotten", () => {
  /** What the newest message leads to, as its reader brings it back. */
  async function mailedLink() {
    const [delivery] = await database()
      .select()
      .from(mailDeliveries)
      .orderBy(desc(mailDeliveries.id))
      .limit(1)
    const letter = delivery && (await renderDelivery(delivery))
    return readVerificationToken(letter?.button?.href.split("/").at(-1) ?? "")
  }

  test("links that ask for a proof are over too: none of them can make a browser remembered again", async () => {
    const { id, email } = await say("hold_unverified")
    const cookie = await prove(id)
    const commenter = await findRemembered(cookie)
    const other = await say("hold_unverified", { email })
    await requestVerification({ commentId: other.id, network: "192.0.2.1" })
    const link = await mailedLink()
    expect(await getCommentToVerify(link)).toMatchObject({ id: other.id, said: null })

    await forgetBrowsers({ id: commenter?.id ?? 0, epoch: 1 })
    expect(await getCommentToVerify(link)).toBeNull()
    expect(await verifyComment(other.id, link ?? {})).toEqual({ ok: false })
    expect(await disownComment(other.id, link?.epoch)).toEqual({ ok: false })
    expect(await verifyComment(id, { epoch: 1 })).toEqual({ ok: false })
    expect((await rowOf(other.id)).provedAt).toBeNull()

    await database().execute(sql`delete from mail_deliveries`)
    await requestVerification({ commentId: other.id, network: "192.0.2.1" })
    expect(await verifyComment(other.id, (await mailedLink()) ?? {})).toMatchObject({ ok: true })
  })

  test("a stranger who has used up an address's messages leaves its owner a link to every comment", async () => {
    const email = anAddress()
    const { id } = await say("hold_unverified", { email })
    await requestVerification({ commentId: id, network: "198.51.100.7" })
    const link = await mailedLink()
    const own = await say("hold_unverified", { email })
    const disowned = await say("hold_unverified", { email })
    await disownComment(disowned.id)
    await requestVerification({ commentId: own.id, network: "192.0.2.1" })
    expect(await database().$count(mailDeliveries)).toBe(1)

    // The last day on which the message still counts.
    const until = link?.until.getTime() ?? 0
    expect(until - Date.now()).toBeGreaterThan(29.9 * 86_400_000)
    expect((await listOthersToVerify(id)).map((other) => other.id)).toEqual([own.id])
    expect(await verifyComment(own.id, { seen: 1, epoch: link?.epoch ?? 0 })).toMatchObject({ ok: true })
    expect(await listOthersToVerify(id)).toEqual([])
  })
})

describe("the rules decide anew, and people's decisions stand", () => {
  test("a comment that a moderator refused stays refused", async () => {
    const { id } = await say("hold_unverified")
    await database().update(comments).set({ status: "rejected" }).where(eq(comments.id, id))
    const moderator = await createStaff(database(), { roles: ["moderator"] })
    await database().insert(auditEvents).values({
      commentId: id,
      staffId: moderator.id,
      action: "rejected",
      fromStatus: "pending",
      toStatus: "rejected",
      reason: "abusive",
      version: 1,
    })
    await prove(id)
    expect(await getOwnComment(id)).toMatchObject({ status: "rejected", reason: "abusive", byStaff: true })
  })

  test("one whose approval a moderator took back does not come back by a proof", async () => {
    const { id } = await say("hold_unverified")
    const { moderator, outcome } = await approve(id)
    await undoDecision(moderator, (outcome.ok && outcome.eventId) || 0)
    await prove(id)
    expect((await rowOf(id)).status).toBe("pending")
  })

  test("nor does one by somebody who was barred after they wrote it", async () => {
    const { id } = await say("hold_unverified")
    const moderator = await createStaff(database(), { roles: ["moderator"] })
    const { emailHash } = await rowOf(id)
    await database().insert(bans).values({ kind: "address", hash: emailHash, staffId: moderator.id })
    await prove(id)
    expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "banned" })
  })

  test("nor does one that readers have reported until it was hidden", async () => {
    await database().execute(sql`insert into settings (key, value)
      values ('commentsHideReported', 'true'), ('commentsReportsToHide', '2')`)
    const { id } = await say("open")
    for (const network of ["192.0.2.1", "198.51.100.1"]) {
      await reportComment({ commentId: id, reason: "abusive", note: "", network })
    }
    expect((await rowOf(id)).status).toBe("pending")
    await prove(id)
    expect(await getOwnComment(id)).toMatchObject({ status: "pending", reason: "reported" })
    await database().execute(sql`delete from settings`)
  })

  test("nor one that the filter or a list put among the spam", async () => {
    const { id } = await say("hold_unverified")
    await database().update(comments).set({ status: "spam" }).where(eq(comments.id, id))
    await prove(id)
    expect((await rowOf(id)).status).toBe("spam")
  })

  test("on a story that closed meanwhile it waits for a moderator", async () => {
    const { id, post } = await say("hold_unverified")
    await database().update(posts).set({ commentMode: "closed" }).where(eq(posts.id, post.id))
    await prove(id)
    expect((await rowOf(id)).status).toBe("pending")
  })

  test("a deleted comment can be proved by nobody", async () => {
    const { id } = await say("hold_unverified")
    await database().update(comments).set({ status: "deleted" }).where(eq(comments.id, id))
    expect(await verifyComment(id)).toEqual({ ok: false })
    expect(await disownComment(id)).toEqual({ ok: false })
  })
})

describe("whoever says that a comment is not theirs", () => {
  test("is believed: it can never be proved, and nothing more about it is mailed", async () => {
    const { id } = await say("hold_unverified")
    expect(await disownComment(id)).toEqual({ ok: true })
    expect(await disownComment(id)).toEqual({ ok: true })
    expect(await verifyComment(id)).toEqual({ ok: false })
    expect((await rowOf(id)).provedAt).toBeNull()
    await requestVerification({ commentId: id, network: "192.0.2.1" })
    expect(await database().$count(mailDeliveries)).toBe(0)
    const told = (await eventsOf(id)).filter(({ reason }) => reason === "not-theirs")
    expect(told).toHaveLength(1)
  })

  test("takes one off the page that only the rules had let there, and none that a moderator approved", async () => {
    const [loose, kept] = [await say("open"), await say("hold_all")]
    await approve(kept.id)
    expect(await tagsChangedBy(() => disownComment(loose.id))).toEqual(commentTags(loose.post.slug, loose.id))
    await disownComment(kept.id)
    expect((await rowOf(loose.id)).status).toBe("pending")
    expect((await rowOf(kept.id)).status).toBe("approved")
  })

  test("cannot take back a yes by it", async () => {
    const { id } = await say("hold_unverified")
    await prove(id)
    expect(await disownComment(id)).toEqual({ ok: false })
    expect((await rowOf(id)).status).toBe("approved")
  })
})

describe("asking for a proof", () => {
  const ask = (commentId: number, now?: Date, network: string = randomUUID()) =>
    requestVerification({ commentId, network }, now)
  const today = new Date("2026-05-10T12:00:00Z")
  const daysLater = (days: number) => new Date(today.getTime() + days * 86_400_000)
  const queued = () => database().select().from(mailDeliveries).orderBy(mailDeliveries.id)

  test("mails the address that was typed, and puts none of it or the words into the row", async () => {
    const { id, email } = await say("hold_unverified", { text: "Quite private words." })
    expect(await ask(id)).toEqual({ ok: true })
    const [sent, ...more] = await queued()
    expect(more).toEqual([])
    expect(sent?.kind).toBe("commenter_proof")
    expect(sent && decryptEmail(sent.recipientSealed)).toBe(email)
    expect(sent?.content).toEqual({ comment: String(id) })
    expect(sent?.commenterId).not.toBeNull()
  })

  test("answers alike for an address that is new, proved, stopped, asked today, or said no", async () => {
    const ids = []
    for (let n = 0; n < 5; n++) ids.push((await say("hold_unverified")).id)
    const [_, proved = 0, stopped = 0, asked = 0, disowned = 0] = ids
    await prove(proved)
    await ask(stopped)
    const { emailHash } = await rowOf(stopped)
    const [row] = await database().select().from(commenters).where(eq(commenters.emailHash, emailHash))
    await stopMail(row?.id ?? 0)
    await disownComment(disowned)
    await database().execute(sql`delete from mail_deliveries`)
    await ask(asked, today)
    const answers = []
    for (const id of ids) answers.push(await ask(id, today))
    expect(answers).toEqual(Array(5).fill({ ok: true }))
    // Only the first, which is new, and the one that was asked first.
    expect(await queued()).toHaveLength(2)
  })

  test("is one message a day and three a month to one mailbox, in whatever spelling, for however many comments", async () => {
    const mailbox = randomUUID().replaceAll("-", "")
    const ids = []
    for (let n = 0; n < 8; n++)
      ids.push((await say("hold_unverified", { email: `${mailbox}+${n}@gmail.com` })).id)
    await database().execute(sql`delete from rate_limits`)
    await Promise.all(ids.map((id) => ask(id, today)))
    expect(await queued()).toHaveLength(1)
    for (let day = 1; day < 30; day++) {
      await database().execute(sql`delete from rate_limits`)
      await ask(ids[day % ids.length] ?? 0, daysLater(day))
    }
    expect(await queued()).toHaveLength(3)
  })

  test("is for a person and not for a script: ten an hour from one network, and only so many in all", async () => {
    const { id } = await say("hold_unverified")
    const answers = []
    for (let n = 0; n < 11; n++) answers.push(await ask(id, today, "192.0.2.77"))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(10)
    expect(answers.at(-1)).toEqual({ ok: false, reason: "too-fast" })
    await database().execute(sql`update rate_limits set count = 300 where key like 'commenter-all:%'`)
    expect(await ask(id, today)).toEqual({ ok: false, reason: "too-many" })
  })

  test("a stopped address hears nothing, and hears again once its owner turns mail on", async () => {
    const { id } = await say("hold_unverified")
    await prove(id)
    const other = await say("hold_unverified", { email: await decryptEmail((await rowOf(id)).emailSealed) })
    const [row] = await database()
      .select()
      .from(commenters)
      .where(eq(commenters.emailHash, (await rowOf(id)).emailHash))
    await stopMail(row?.id ?? 0)
    await ask(other.id, today)
    expect(await queued()).toHaveLength(0)
    await resumeMail(row?.id ?? 0)
    await ask(other.id, today)
    expect(await queued()).toHaveLength(1)
  })

  test("leaves an address that never answered in no list for long, and a proved or stopped one where it is", async () => {
    const [silent, proved, stopped] = [
      await say("hold_unverified"),
      await say("hold_unverified"),
      await say("hold_unverified"),
    ]
    for (const { id } of [silent, proved, stopped]) await ask(id)
    await prove(proved.id)
    const hashOf = async (id: number) => (await rowOf(id)).emailHash
    await database()
      .update(commenters)
      .set({ mailStoppedAt: new Date() })
      .where(eq(commenters.emailHash, await hashOf(stopped.id)))
    const count = async (id: number) =>
      database().$count(commenters, eq(commenters.emailHash, await hashOf(id)))
    await forgetUnverified()
    expect(await count(silent.id)).toBe(1)
    await database().execute(sql`update commenters set created_at = now() - interval '36 days'`)
    await database().execute(sql`update mail_deliveries set created_at = now() - interval '36 days'`)
    await forgetUnverified()
    expect([await count(silent.id), await count(proved.id), await count(stopped.id)]).toEqual([0, 1, 1])
  })
})

test("a story's comment of the staff is nobody's to prove", async () => {
  const post = await createPost(database())
  const moderator = await createStaff(database(), { roles: ["moderator"] })
  const { id } = await createComment(database(), { postId: post.id, staffId: moderator.id })
  await requestVerification({ commentId: id, network: "192.0.2.1" })
  expect(await database().$count(mailDeliveries)).toBe(0)
})
