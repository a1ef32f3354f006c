import { eq } from "drizzle-orm"
import { afterEach, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { sessions, staff as staffTable } from "@/db/schema/staff"
import { startSession } from "@/lib/auth/sessions"
import type { Staff } from "@/lib/auth/staff"
import { findStaffBySession } from "@/lib/auth/viewer"
import { approveComment } from "@/lib/moderation/decisions/mutations"
import { newestEvent } from "@/lib/moderation/live/events"
import { newsStream } from "@/lib/moderation/live/stream"
import { changeRoles, endAllSessions, suspend } from "@/lib/staff/mutations"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asModerator } from "../../../support/moderator.ts"

withFreshDatabase()

afterEach(() => void vi.useRealTimers())

/** A moderator with the queue open, whose clock the test moves. */
async function openQueue(since: number | null = null) {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] })
  const row = await createStaff(database(), { roles: ["moderator"] })
  const staff = (await findStaffBySession(await startSession(row.id))) as Staff
  const gone = new AbortController()
  const reader = newsStream(staff, since, gone.signal).getReader()
  const decoder = new TextDecoder()
  let heard = ""
  let ended = false
  const reading = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      heard += decoder.decode(part.value)
    ended = true
  })()
  await expect.poll(() => heard).toContain("event: news")
  return { staff, gone, reading, heard: () => heard, ended: () => ended }
}

test("an open queue ends within a minute of its session", async () => {
  const queue = await openQueue()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(queue.heard().match(/still here/g)).toHaveLength(3)
  expect(queue.ended()).toBe(false)

  await database().update(sessions).set({ endedAt: new Date() }).where(eq(sessions.id, queue.staff.sessionId))
  await vi.advanceTimersByTimeAsync(60_000)
  await queue.reading
  expect(queue.heard()).toContain("event: left")
})

test("an open queue ends within a minute of its owner's right to moderate", async () => {
  const queue = await openQueue()
  await database()
    .update(staffTable)
    .set({ roles: ["writer"] })
    .where(eq(staffTable.id, queue.staff.id))
  await vi.advanceTimersByTimeAsync(60_000)
  await queue.reading
  expect(queue.heard()).toContain("event: left")
})

for (const [name, act] of [
  ["suspended", suspend],
  ["signed out everywhere", endAllSessions],
  ["made a writer", (by: Staff, id: number) => changeRoles(by, id, { roles: ["writer"] })],
] as const) {
  test(`an open queue ends at once when its owner is ${name}, and nobody else's does`, async () => {
    const row = await createStaff(database(), { roles: ["admin"] })
    const admin = (await findStaffBySession(await startSession(row.id))) as Staff
    const [queue, other] = [await openQueue(), await openQueue()]
    // No clock moves: the database tells.
    await act(admin, queue.staff.id)
    await queue.reading
    expect(queue.heard()).toContain("event: left")
    expect(other.ended()).toBe(false)
    other.gone.abort()
    await other.reading
  })
}

test("a queue that is closed at the browser ends at once", async () => {
  const queue = await openQueue()
  queue.gone.abort()
  await queue.reading
  expect(queue.heard()).not.toContain("event: left")
})

test("what happened while a page was on its way is told when its stream opens", async () => {
  const ana = await asModerator(database())
  const since = await newestEvent()
  const post = await createPost(database())
  const comment = await createComment(database(), { postId: post.id, status: "pending" })
  await approveComment(ana, { id: comment.id, version: 1 })
  const queue = await openQueue(since)
  expect(queue.heard()).toContain(`"id":${comment.id},"status":"approved"`)
  queue.gone.abort()
  await queue.reading
})
