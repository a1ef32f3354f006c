import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { commentReports } from "@/db/schema/reports"
import { settings } from "@/db/schema/settings"
import { reportComment } from "@/lib/comments/writing/reports"
import { approveComment } from "@/lib/moderation/decisions/mutations"
import { listQueue } from "@/lib/moderation/queue/queries"
import { hashIpPrefix, hashIpPrefixes } from "@/lib/visitors/ip-prefix-hash"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../as-staff.ts"

withFreshDatabase()

let places = 0

function report(commentId: number) {
  places++
  return reportComment({ commentId, reason: "abusive", note: "", network: `192.0.2.${places}` })
}

async function hideReported(on: boolean) {
  await database()
    .insert(settings)
    .values({ key: "commentsHideReported", value: on })
    .onConflictDoUpdate({ target: settings.key, set: { value: on } })
}

const statusOf = async (id: number) =>
  (await database().select({ status: comments.status }).from(comments).where(eq(comments.id, id)))[0]?.status

async function shown() {
  const post = await createPost(database())
  return (await createComment(database(), { postId: post.id })).id
}

const moderator = async () => asStaff(await createStaff(database(), { roles: ["moderator"] }))

test("reports of any number put a comment before a moderator and leave it where it is", async () => {
  await hideReported(false)
  const id = await shown()
  for (let people = 0; people < 5; people++) await report(id)
  expect(await statusOf(id)).toBe("approved")
  const { items } = await listQueue(await moderator(), { status: "reported" })
  expect(items.find((item) => item.id === id)?.reports.count).toBe(5)
})

test("where staff say so, the third person's report hides a comment, and the log says why", async () => {
  await hideReported(true)
  const id = await shown()
  await report(id)
  await report(id)
  expect(await statusOf(id)).toBe("approved")
  await report(id)
  expect(await statusOf(id)).toBe("pending")
  const events = await database().select().from(auditEvents).where(eq(auditEvents.commentId, id))
  expect(events).toMatchObject([
    { action: "hidden", fromStatus: "approved", toStatus: "pending", reason: "reported", staffId: null },
  ])
  const { items } = await listQueue(await moderator(), { status: "reported" })
  expect(items.some((item) => item.id === id)).toBe(true)
})

test("one person reporting three times hides nothing", async () => {
  await hideReported(true)
  const id = await shown()
  const same = { commentId: id, reason: "spam" as const, note: "", network: "198.51.100.7" }
  for (let times = 0; times < 3; times++) await reportComment(same)
  expect(await statusOf(id)).toBe("approved")
})

test("one site with three networks is one person, of whom moderators read every report", async () => {
  await hideReported(true)
  const id = await shown()
  const from = (network: string) =>
    reportComment({ commentId: id, reason: "other", note: `From ${network}.`, network })
  const networks = ["2001:db8:7:1::/64", "2001:db8:7:2::/64", "2001:db8:7:ffff::/64"]
  for (const network of [...networks, ...networks]) await from(network)
  expect(await statusOf(id)).toBe("approved")
  expect(await database().$count(commentReports, eq(commentReports.commentId, id))).toBe(3)
  await from("2001:db8:8:1::/64")
  expect(await statusOf(id)).toBe("approved")
  await from("2001:db8:9:1::/64")
  expect(await statusOf(id)).toBe("pending")
})

test("one site that comes back on another day from another of its networks is no second person", async () => {
  await hideReported(true)
  const id = await shown()
  const yesterday = new Date(Date.now() - 86_400_000)
  await database()
    .insert(commentReports)
    .values({
      commentId: id,
      reason: "spam",
      ...(await hashIpPrefixes("2001:db8:a:1::/64", yesterday)),
      createdAt: yesterday,
    })
  await reportComment({ commentId: id, reason: "spam", note: "", network: "2001:db8:a:2::/64" })
  await report(id)
  expect(await statusOf(id)).toBe("approved")
  await report(id)
  expect(await statusOf(id)).toBe("pending")
})

test("one person who comes back on another day is no second person", async () => {
  await hideReported(true)
  const id = await shown()
  const network = "198.51.100.8"
  const yesterday = new Date(Date.now() - 86_400_000)
  await database()
    .insert(commentReports)
    .values({
      commentId: id,
      reason: "spam",
      networkHash: await hashIpPrefix(network, yesterday),
      createdAt: yesterday,
    })
  await report(id)
  await reportComment({ commentId: id, reason: "spam", note: "", network })
  expect(await database().$count(commentReports, eq(commentReports.commentId, id))).toBe(2)
  expect(await statusOf(id)).toBe("approved")
})

test("what a moderator kept is hidden only by three new people", async () => {
  await hideReported(true)
  const id = await shown()
  for (let people = 0; people < 3; people++) await report(id)
  const kept = await approveComment(await moderator(), { id, version: 1 })
  expect(kept.ok && kept.status).toBe("approved")
  await report(id)
  await report(id)
  expect(await statusOf(id)).toBe("approved")
  await report(id)
  expect(await statusOf(id)).toBe("pending")
})

test("ten people who report at the same moment hide it once", async () => {
  await hideReported(true)
  const id = await shown()
  await Promise.all(Array.from({ length: 10 }, () => report(id)))
  const events = await database().select().from(auditEvents).where(eq(auditEvents.commentId, id))
  expect(events.map((event) => event.action)).toEqual(["hidden"])
})
