import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { mailDeliveries } from "@/db/schema/newsletter"
import { commentReports } from "@/db/schema/reports"
import { staff } from "@/db/schema/staff"
import { runLanes } from "@/lib/jobs/run-lanes"
import { renderText } from "@/lib/mail/content"
import { approveComment } from "@/lib/moderation/decisions/mutations"
import { digestTemplate } from "@/lib/moderation/digest/digest-template"
import { blackoutMark, blackoutWords } from "@/lib/text/blackout"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { hostileText } from "../../../support/hostile-text.ts"
import { until } from "../../../support/until.ts"
import { asStaff } from "../../comments/as-staff.ts"
import { type Received, startSink } from "../../mail/sink.ts"

withFreshDatabase()

/** `lib/env` reads once; each test says where its mail goes. */
const where: { SMTP_URL?: string; DATA_DIR: string } = vi.hoisted(() => ({ DATA_DIR: "" }))
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>()
  return { ...real, env: () => ({ ...real.env(), ...where }) }
})
const { mailLane } = await import("@/lib/mail/jobs")
const { renderDelivery } = await import("@/lib/ops/mail-templates")
const { digestLane, queueDigests } = await import("@/lib/moderation/digest/jobs")

const cleanups: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  await database().execute(sql`with a as (delete from mail_deliveries) delete from comment_reports`)
  await database().update(staff).set({ commentMail: "off" })
  await database().update(comments).set({ status: "rejected" }).where(eq(comments.status, "pending"))
  where.DATA_DIR = await mkdtemp(path.join(os.tmpdir(), "masthead-waiting-"))
  cleanups.push(() => rm(where.DATA_DIR, { recursive: true, force: true }))
})
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

const minute = 60_000
/** Clocks that are passed in begin here; comments are from just before. */
const noon = Date.now()
const at = (minutes: number) => new Date(noon + minutes * minute)

test("where words were blacked out, the message says so in words", () => {
  const saying = {
    id: 1,
    name: "Mira",
    title: "The ferry",
    words: `Ask ${blackoutMark} now.`,
    reported: false,
  }
  const news = { fresh: 1, reported: 0, sayings: [saying], waiting: 1, oldest: null, upTo: 1 }
  const text = renderText(digestTemplate({ news, publicationName: "Paper" }))
  expect(text).toContain(`Ask ${blackoutWords} now`)
  expect(text).not.toContain(blackoutMark)
})

test("somebody who wants it hourly is told of what waits, then an hour later of what is new, and of nothing else", async () => {
  await moderator("hourly")
  await waiting(3)
  expect(await queueDigests(at(0))).toBe(1)
  expect(await queueDigests(at(1))).toBe(0)
  await waiting(1, at(10))
  expect(await queueDigests(at(59))).toBe(0)
  expect(await queueDigests(at(60))).toBe(1)
  expect(await queueDigests(at(600))).toBe(0)
})

test("at once means within half a minute, and never twice in five minutes", async () => {
  await moderator("at_once")
  await waiting(1, at(-0.4))
  expect(await queueDigests(at(0))).toBe(1)
  await waiting(1, at(0.1))
  expect(await queueDigests(at(4.9))).toBe(0)
  expect(await queueDigests(at(5))).toBe(1)
})

test("once a day is once a day, and never is never", async () => {
  await moderator("daily")
  await moderator("off")
  await waiting(1)
  expect(await queueDigests(at(0))).toBe(1)
  await waiting(1, at(5))
  expect(await queueDigests(at(23 * 60))).toBe(0)
  expect(await queueDigests(at(24 * 60))).toBe(1)
})

test("nobody is mailed when nothing waits, when their roles do not include it, when they are disabled, or have not joined", async () => {
  await moderator("at_once")
  expect(await queueDigests(at(0))).toBe(0)
  await database().update(staff).set({ commentMail: "off" })
  await createStaff(database(), { roles: ["editor", "writer"], commentMail: "at_once" })
  await moderator("at_once", { disabledAt: new Date() })
  // Invited, and not on the staff yet.
  await moderator("at_once", { joinedAt: null, passwordHash: null })
  await waiting(2)
  expect(await queueDigests(at(0))).toBe(0)
})

test("while nothing happens nobody is looked up for again, and the next thing that does is told of", async () => {
  const ana = await moderator("at_once")
  await waiting(1)
  expect(await queueDigests(at(0))).toBe(1)
  const looked = vi.spyOn(database(), "transaction")
  // The first look finds that there is nothing, the others need not look.
  for (const minutes of [6, 7, 8, 9]) expect(await queueDigests(at(minutes))).toBe(0)
  expect(looked).toHaveBeenCalledTimes(1)
  looked.mockRestore()
  const [comment] = await waiting(1, at(9))
  expect(await queueDigests(at(10))).toBe(1)
  await approveComment(asStaff(ana), { id: comment?.id ?? 0, version: 1 })
  expect(await queueDigests(at(20))).toBe(0)
})

test("a comment that came back to the queue is told of again", async () => {
  const ana = await moderator("at_once")
  const [comment] = await waiting(1)
  const id = comment?.id ?? 0
  await queueDigests(at(0))
  await approveComment(asStaff(ana), { id, version: 1 })
  await database().update(comments).set({ status: "pending" }).where(eq(comments.id, id))
  await database()
    .insert(auditEvents)
    .values({
      commentId: id,
      action: "hidden",
      fromStatus: "approved",
      toStatus: "pending",
      createdAt: at(2),
    })
  expect(await queueDigests(at(6))).toBe(1)
  expect(await queueDigests(at(20))).toBe(0)
})

test("a shown comment is told of once three people have reported it", async () => {
  await moderator("at_once")
  const comment = await createComment(database(), { postId: (await createPost(database())).id })
  const report = (minutes: number) =>
    database()
      .insert(commentReports)
      .values({ commentId: comment.id, reason: "abusive", createdAt: at(minutes) })
  await report(-3)
  await report(-2)
  expect(await queueDigests(at(0))).toBe(0)
  await report(1)
  expect(await queueDigests(at(2))).toBe(1)
  await report(3)
  expect(await queueDigests(at(20))).toBe(0)
  const sink = await useSink()
  await useWorker()
  const letter = await first(sink.received)
  expect(letter.mail.subject).toBe("1 comment was reported by 3 readers or more")
  expect(letter.mail.text).toContain("Reported: ")
})

test("several instances queue one message a person", async () => {
  await moderator("hourly")
  await moderator("hourly")
  await waiting(2)
  const queued = await Promise.all(Array.from({ length: 8 }, () => queueDigests(at(0))))
  expect(queued.reduce((sum, one) => sum + one, 0)).toBe(2)
  expect(await database().select().from(mailDeliveries)).toHaveLength(2)
})

test("the message names what waits, how much more and since when, and leads to the desk", async () => {
  const sink = await useSink()
  const ana = await moderator("hourly")
  await waiting(1, at(-180), { name: "Ottoline", body: "May I say something?" })
  await waiting(13)
  await queueDigests(at(0))
  await useWorker()
  const { to, mail } = await first(sink.received)
  expect(to).toEqual([ana.email])
  expect(mail.subject).toBe("14 comments are waiting")
  expect(mail.text).toContain("The oldest has waited for 3 hours.")
  expect(mail.text).toContain("Ottoline")
  expect(mail.text).toContain("> \u2068May I say something?\u2069")
  expect(mail.text?.match(/^> /gm)).toHaveLength(10)
  expect(mail.text).toContain("Read these and 4 more at the desk:\nhttp://localhost:3000/desk/comments")
  expect(mail.text).toContain("http://localhost:3000/desk/settings")
  expect(linksOf(mail.html)).toEqual(deskLinks)
})

test("the message is written when it is sent: what was decided meanwhile is not told, and for nothing none goes", async () => {
  const ana = await moderator("hourly")
  const [one] = await waiting(2)
  await queueDigests(at(0))
  await approveComment(asStaff(ana), { id: one?.id ?? 0, version: 1 })
  const sink = await useSink()
  await useWorker()
  expect((await first(sink.received)).mail.subject).toBe("1 comment is waiting")

  const told = sink.received.length
  await queueDigests(at(61))
  expect(await database().select().from(mailDeliveries)).toHaveLength(1)
  await database().update(staff).set({ commentMail: "off" })
  await waiting(1)
  for (const lose of [
    { roles: ["writer" as const] },
    { disabledAt: new Date() },
    { commentMail: "off" as const },
  ]) {
    const ben = await moderator("at_once")
    await database()
      .insert(mailDeliveries)
      .values({
        kind: "moderation_digest",
        staffId: ben.id,
        recipientSealed: Buffer.alloc(1),
        dedupeKey: String(ben.id),
        dueAt: new Date(Date.now() + 3_600_000),
      })
    await database().update(staff).set(lose).where(eq(staff.id, ben.id))
    await database()
      .update(mailDeliveries)
      .set({ dueAt: new Date() })
      .where(eq(mailDeliveries.staffId, ben.id))
    await database().execute(sql`select pg_notify('mail', '')`)
    const row = async () =>
      (await database().select().from(mailDeliveries).where(eq(mailDeliveries.staffId, ben.id)))[0]
    await until("the message to be settled", async () => (await row())?.state === "failed")
    expect((await row())?.lastError).toBe("Not wanted any more when its turn came.")
  }
  expect(sink.received).toHaveLength(told)
})

test("hostile names and words are quoted, short, and become neither markup nor header nor link", async () => {
  const sink = await useSink()
  await moderator("at_once")
  const post = await createPost(database(), {
    title: 'Story </title><script>alert(1)</script> https://evil.example "',
  })
  const texts = [
    ...hostileText.filter((_, n) => n % 97 === 0),
    "Ann\r\nBcc: everybody@example.net\r\n\r\n<h1>Hi</h1>",
    "\u202eevil.example\u2066 turned",
    "click https://evil.example/now or mail me@evil.example",
    "x".repeat(4000),
  ].filter((text) => text.trim() !== "" && !text.includes("\0"))
  for (let n = 0; n < texts.length; n += 5) {
    await database().update(comments).set({ status: "rejected" }).where(eq(comments.status, "pending"))
    for (const text of texts.slice(n, n + 5)) {
      await createComment(database(), {
        postId: post.id,
        status: "pending",
        name: text.slice(0, 200),
        body: text,
        createdAt: at(-1),
      })
    }
    await queueDigests(at(n * 5))
  }
  // Each is written when its turn comes, so only the last holds something that waits.
  await useWorker()
  const { mail, raw } = await first(sink.received)
  expect(mail.bcc).toBeUndefined()
  expect([mail.to].flat()).toHaveLength(1)
  expect(linksOf(mail.html)).toEqual(deskLinks)
  expect(mail.html).not.toMatch(/<(script|img|h1>Hi)/)
  const typed = mail.text?.split("\n").filter((line) => line.startsWith("> ")) ?? []
  for (const line of typed) expect([...line].length).toBeLessThan(250)
  // What a mail program would make a link of, beside our own.
  const ours = (mail.text ?? "").replaceAll("http://localhost:3000/desk", "")
  expect(ours).not.toMatch(/https?:\/\/|[\w]\.[a-z]{2,}|\w@\w/i)
  expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/im)
})

test("the clock of the app itself tells, and stops when it is told to", async () => {
  const ana = await moderator("at_once")
  await waiting(1)
  const clock = await runLanes(digestLane)
  cleanups.push(() => clock.stop())
  const rows = () => database().select().from(mailDeliveries)
  await until("a message to be queued", async () => (await rows()).length > 0)
  expect((await rows()).map(({ staffId }) => staffId)).toEqual([ana.id])
  await clock.stop()
})

function moderator(commentMail: "at_once" | "hourly" | "daily" | "off", fields = {}) {
  return createStaff(database(), { roles: ["moderator"], commentMail, ...fields })
}

async function waiting(count: number, createdAt = at(-1), fields: { name?: string; body?: string } = {}) {
  const post = await createPost(database())
  const made = []
  for (let n = 0; n < count; n++) {
    made.push(await createComment(database(), { postId: post.id, status: "pending", createdAt, ...fields }))
  }
  return made
}

async function useSink() {
  const sink = await startSink()
  cleanups.push(sink.close)
  where.SMTP_URL = sink.url
  return sink
}

async function useWorker() {
  const worker = await runLanes(mailLane(renderDelivery))
  cleanups.push(() => worker.stop())
}

async function first(received: Received[]): Promise<Received> {
  await until("a message", () => received.length > 0)
  const [message] = received
  if (!message) throw new Error("No message came.")
  return message
}

const deskLinks = [
  "http://localhost:3000/desk/comments",
  "http://localhost:3000/desk/comments",
  "http://localhost:3000/desk/settings",
]

function linksOf(html: string | false | undefined): string[] {
  return [...String(html).matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href)
}
