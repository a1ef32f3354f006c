import { eq, sql } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents, moderationBatches } from "@/db/schema/audit"
import { comments } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import type { Staff } from "@/lib/auth/staff"
import { hashEmail } from "@/lib/email"
import type { BanInput } from "@/lib/moderation/bans/input"
import { addBan, liftBan, undoBan, undoLift } from "@/lib/moderation/bans/mutations"
import { findBanOccasion, listBans } from "@/lib/moderation/bans/queries"
import { listRecentBatches } from "@/lib/moderation/bulk/batches"
import { hashIpPrefix, ipPrefixHashEnds } from "@/lib/visitors/ip-prefix-hash"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asOwner } from "../../../support/owner.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

const day = 86_400_000

let ana: Staff
let ben: Staff
let postId: number

beforeAll(async () => {
  ana = asStaff(await createStaff(database(), { name: "Ana", roles: ["moderator"] }))
  ben = asStaff(await createStaff(database(), { name: "Ben", roles: ["moderator"] }))
  postId = (await createPost(database())).id
})

beforeEach(async () => {
  await database().delete(bans)
})

const email = "troll@example.org"

async function waiting(fields: Partial<typeof comments.$inferInsert> = {}) {
  const { id: _, path: __, parentId: ___, ...rest } = fields
  return createComment(database(), { status: "pending", emailHash: hashEmail(email), ...rest, postId })
}

function ban(fields: Partial<BanInput> & { target: BanInput["target"] }, staff = ana) {
  const shared = { comment: null, lasts: "week", reason: "A flood", spam: false }
  return addBan(staff, { ...shared, ...fields } as BanInput)
}

async function banned(...args: Parameters<typeof ban>) {
  const outcome = await ban(...args)
  if (!outcome.ok) throw new Error(`Refused: ${outcome.reason}`)
  return outcome
}

const rows = () => database().select().from(bans).orderBy(bans.id)
const statusOf = async (id: number) =>
  (await database().select().from(comments).where(eq(comments.id, id)))[0]?.status

test("the same ban, pressed eight times at once by two moderators, stands once", async () => {
  const pressed = Array.from({ length: 8 }, (_, n) => ban({ target: "address", email }, n % 2 ? ana : ben))
  const answers = await Promise.all(pressed)
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.reason === "already")).toHaveLength(7)
  expect(await rows()).toHaveLength(1)
})

test("a ban from a comment is of its author's address, with a reason and an end, and is an event without address", async () => {
  const comment = await waiting()
  const { banId, batchId } = await banned({ target: "author", comment: comment.id })
  const [row] = await rows()
  expect(row).toMatchObject({
    kind: "address",
    pattern: "",
    reason: "A flood",
    staffId: ana.id,
    liftedAt: null,
  })
  expect(row?.hash?.equals(hashEmail(email))).toBe(true)
  expect((row?.expiresAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(6.9 * day)
  const events = await database().select().from(auditEvents).where(eq(auditEvents.batchId, batchId))
  expect(events).toMatchObject([
    {
      action: "banned",
      banId,
      commentId: comment.id,
      staffId: ana.id,
      fromStatus: null,
      toStatus: null,
      detail: { kind: "address", expires: row?.expiresAt?.toISOString() },
    },
  ])
  expect(JSON.stringify([await listBans(ana), events])).not.toContain("troll@")
  expect(JSON.stringify(await listBans(ana))).not.toMatch(/hash/i)
})

test("an address that was typed is kept as a hash only", async () => {
  await banned({ target: "address", email: "Typed@Example.org", lasts: "never" })
  const [row] = await rows()
  expect(row?.hash?.equals(hashEmail("typed@example.org"))).toBe(true)
  expect(row?.expiresAt).toBeNull()
  expect(JSON.stringify([row, await listBans(ana)])).not.toMatch(/typed@/i)
})

test("a network's ban ends when its day's salt is thrown away, however long it was meant to last", async () => {
  const comment = await waiting({ networkHash: await hashIpPrefix("203.0.113.7") })
  await banned({ target: "network", comment: comment.id, lasts: "year" })
  const [row] = await rows()
  expect(row?.expiresAt).toEqual(ipPrefixHashEnds(comment.createdAt))
  expect((row?.expiresAt?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(3 * day)

  await database().delete(bans)
  await banned({ target: "network", comment: comment.id, lasts: "day" })
  expect(((await rows())[0]?.expiresAt?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(day)
})

test("a network that is forgotten, a deleted comment and none at all cannot be the occasion", async () => {
  const old = await waiting({ networkHash: null })
  expect(await ban({ target: "network", comment: old.id })).toEqual({ ok: false, reason: "no-network" })
  expect(await findBanOccasion(ana, old.id)).toMatchObject({ networkEnds: null })
  const deleted = await waiting({ status: "deleted" })
  expect(await ban({ target: "author", comment: deleted.id })).toEqual({ ok: false, reason: "gone" })
  expect(await findBanOccasion(ana, deleted.id)).toBeNull()
  expect(await ban({ target: "author", comment: 999_999 })).toEqual({ ok: false, reason: "gone" })
  expect(await rows()).toEqual([])
})

test("the same ban is not made twice while it stands", async () => {
  const first = await banned({ target: "domain", domain: "spam.example" })
  expect(await ban({ target: "domain", domain: "spam.example" }, ben)).toEqual({
    ok: false,
    reason: "already",
  })
  await liftBan(ana, first.banId)
  expect(await ban({ target: "domain", domain: "spam.example" }, ben)).toMatchObject({ ok: true })
})

test("their waiting comments go to spam with the ban, and one undo takes both back", async () => {
  const theirs = [await waiting(), await waiting({ name: "Another name" })]
  const [shown, other] = [
    await waiting({ status: "approved" }),
    await waiting({ emailHash: hashEmail("b@x.org") }),
  ]
  const { banId, marked } = await banned({ target: "author", comment: theirs[0]?.id, spam: true })
  expect(marked).toBeGreaterThanOrEqual(2)
  for (const { id } of theirs) expect(await statusOf(id)).toBe("spam")
  expect(await statusOf(shown.id)).toBe("approved")
  expect(await statusOf(other.id)).toBe("pending")
  expect((await listRecentBatches(ben))[0]).toMatchObject({
    action: "banned",
    decided: marked,
    undoable: true,
  })

  expect(await undoBan(ben, banId)).toMatchObject({ ok: true, restored: marked })
  for (const { id } of theirs) expect(await statusOf(id)).toBe("pending")
  expect(await rows()).toEqual([])
  expect((await listRecentBatches(ben))[0]).toMatchObject({ restored: marked, undoable: false })
})

test("by name only those are marked whose whole name fits", async () => {
  const fits = await waiting({ name: "Crypto Kíng 99", emailHash: hashEmail("c@x.org") })
  const near = await waiting({ name: "My crypto king", emailHash: hashEmail("d@x.org") })
  const { marked } = await banned({ target: "name", name: "crypto king*", spam: true })
  expect(marked).toBe(1)
  expect([await statusOf(fits.id), await statusOf(near.id)]).toEqual(["spam", "pending"])
})

test("a lifted ban stays in the list, and stands again when the lifting is taken back", async () => {
  const { banId } = await banned({ target: "name", name: "Ann Example" })
  const before = await rows()
  expect(await liftBan(ben, banId)).toMatchObject({ ok: true })
  expect(await liftBan(ben, banId)).toEqual({ ok: true, batchId: null })
  expect(await listBans(ana)).toMatchObject({ standing: [], ended: [{ id: banId, liftUndoable: true }] })
  // Its making cannot be taken back under the lifting.
  await undoBan(ana, banId)
  expect(await rows()).toHaveLength(1)
  expect(await undoLift(ana, banId)).toMatchObject({ ok: true, before: false })
  expect(await rows()).toEqual(before)
  expect(await undoLift(ana, banId)).toMatchObject({ ok: true, before: true })
})

test("after an hour a ban can be lifted and no longer be taken back", async () => {
  const { banId, batchId } = await banned({ target: "name", name: "Ann Example" })
  await asOwner((tx) =>
    tx
      .update(moderationBatches)
      .set({ createdAt: sql`now() - interval '61 minutes'` })
      .where(eq(moderationBatches.id, batchId)),
  )
  await database().update(bans).set({ createdAt: sql`now() - interval '61 minutes'` })
  expect(await undoBan(ana, banId)).toEqual({ ok: false, reason: "too-late" })
  expect((await listBans(ana)).standing).toMatchObject([{ undoable: false }])
  expect(await liftBan(ana, banId)).toMatchObject({ ok: true })
})

test("what is over is told apart from what stands", async () => {
  const { banId } = await banned({ target: "name", name: "Ann Example", lasts: "day" })
  await database()
    .update(bans)
    .set({ expiresAt: new Date(Date.now() - 1000) })
  expect(await listBans(ana)).toMatchObject({ standing: [], ended: [{ id: banId }] })
})

test("somebody without the role bans nobody and lifts nothing", async () => {
  const writer = asStaff(await createStaff(database(), { roles: ["writer", "editor"] }))
  const { banId } = await banned({ target: "name", name: "Ann Example" })
  const refused = { ok: false, reason: "not-allowed" }
  expect(await ban({ target: "name", name: "Ben Example" }, writer)).toEqual(refused)
  expect(await liftBan(writer, banId)).toEqual(refused)
  expect(await undoBan(writer, banId)).toEqual(refused)
  expect(await undoLift(writer, banId)).toEqual(refused)
  await expect(async () => listBans(writer)).rejects.toThrow()
  expect(await rows()).toHaveLength(1)
})
