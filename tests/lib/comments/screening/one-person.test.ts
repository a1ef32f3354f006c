import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { commenters } from "@/db/schema/commenters"
import { comments } from "@/db/schema/comments"
import { bans } from "@/db/schema/moderation"
import { networkSalts } from "@/db/schema/networks"
import { rateLimits } from "@/db/schema/settings"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { fillMailboxes } from "@/lib/comments/writing/fill-mailboxes"
import type { CommentSubmission } from "@/lib/comments/writing/gather"
import { submitComment } from "@/lib/comments/writing/submission"
import { hashEmail, protectEmail } from "@/lib/email"
import { addBan } from "@/lib/moderation/bans/mutations"
import type { CommentMode } from "@/lib/settings/comment-modes"
import { hashIpPrefixes } from "@/lib/visitors/ip-prefix-hash"
import { hashMailbox } from "@/lib/visitors/mailbox"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../as-staff.ts"

withFreshDatabase()

beforeEach(async () => {
  await database().delete(bans)
  // Marking comments as spam teaches the filter, which is not the matter here.
  await database().execute(sql`
    insert into settings (key, value) values ('commentFilterHolds', 'false') on conflict do nothing`)
})

let said = 0

/** Somebody whose mailbox is `troll@gmail.com`, or another one. */
const person = () => `troll${randomUUID().replaceAll("-", "")}`
const spellings = (name: string) => [
  `${name}@gmail.com`,
  `${name.toUpperCase()}@Gmail.com`,
  `${name}+1@gmail.com`,
  `${name.slice(0, 3)}.${name.slice(3)}@gmail.com`,
  `${name}@googlemail.com`,
]
const others = (name: string) => [`${name}x@gmail.com`, `${name}@example.org`]

/** A /64 of a site of its own. */
const siteOf = (n: number) => (subnet: number) => `2001:db8:${n.toString(16)}:${subnet.toString(16)}::/64`
let sites = 0
const site = () => siteOf(++sites)

async function say(
  commentMode: CommentMode,
  { proved, atOnce, ...fields }: Partial<CommentSubmission> & { proved?: boolean; atOnce?: boolean },
) {
  said++
  if (!atOnce) await database().delete(rateLimits)
  const { slug } = await createPost(database(), { commentMode })
  const email = fields.email ?? `reader-${said}@example.org`
  if (proved) await prove(email)
  const answer = await submitComment({
    comment: `Thought ${said}.`,
    name: "Lena",
    email,
    website: "",
    story: slug,
    replyTo: null,
    leftEmpty: "",
    made: formStamp(),
    network: site()(1),
    provedHash: proved ? hashEmail(email) : null,
    ...fields,
  })
  if (!answer.ok) return { refused: answer.reason }
  const [row] = await database().select().from(comments).where(eq(comments.id, answer.value.id))
  return { row, checks: row?.findings.map(({ check }) => check) }
}

async function prove(email: string) {
  await database()
    .insert(commenters)
    .values({ ...protectEmail(email), provedAt: new Date() })
    .onConflictDoNothing()
}

async function decided(email: string, status: "approved" | "rejected") {
  const { id: postId } = await createPost(database())
  const { id } = await createComment(database(), {
    postId,
    status,
    ...protectEmail(email),
    mailboxHash: hashMailbox(email),
    provedAt: new Date(),
  })
  const { id: staffId } = await createStaff(database(), { roles: ["moderator"] })
  await database()
    .insert(auditEvents)
    .values({ commentId: id, staffId, action: status, toStatus: status, version: 1 })
}

const moderator = async () => asStaff(await createStaff(database(), { roles: ["moderator"] }))
const ban = { lasts: "day", reason: "Trolling.", spam: false } as const

describe("what speaks against somebody counts by mailbox", () => {
  test("a ban of an address, typed or taken from a comment", async () => {
    for (const from of ["typed", "comment"] as const) {
      const name = person()
      const [, , banned = ""] = spellings(name)
      const comment = (await say("hold_all", { email: banned })).row?.id ?? 0
      const target =
        from === "typed"
          ? ({ target: "address", email: banned, comment: null } as const)
          : ({ target: "author", comment } as const)
      expect(await addBan(await moderator(), { ...ban, ...target })).toMatchObject({ ok: true })
      for (const email of spellings(name)) {
        const { checks, row } = await say("open", { email, proved: true })
        expect([checks, row?.status], email).toEqual([["ban of the address"], "spam"])
      }
      for (const email of others(name)) {
        expect((await say("open", { email, proved: true })).checks, email).toEqual([])
      }
    }
  })

  test("their waiting comments, where they are marked as spam with the ban", async () => {
    const name = person()
    const [one = "", ...rest] = spellings(name)
    const { row } = await say("hold_all", { email: one })
    for (const email of [...rest, ...others(name)]) await say("hold_all", { email })
    const banned = await addBan(await moderator(), {
      ...ban,
      spam: true,
      target: "author",
      comment: row?.id ?? 0,
    })
    expect(banned).toMatchObject({ ok: true, marked: spellings(name).length })
  })

  test("what moderators refused", async () => {
    const name = person()
    const [, one = "", two = ""] = spellings(name)
    for (const email of [one, two]) await decided(email, "rejected")
    for (const email of spellings(name)) {
      expect((await say("open", { email, proved: true })).checks, email).toContain("recent rejections")
    }
    for (const email of others(name)) expect((await say("open", { email, proved: true })).checks).toEqual([])
  })

  test("how much they say", async () => {
    const name = person()
    const found = []
    for (const email of spellings(name)) {
      found.push((await say("open", { email, proved: true, atOnce: true })).checks)
    }
    expect(found).toEqual([[], ...Array(4).fill(["many under this address"])])
    expect((await say("open", { email: others(name)[0], proved: true, atOnce: true })).checks).toEqual([])
  })

  test("also of comments and bans from before mailboxes were kept", async () => {
    const name = person()
    const [, , old = "", other = ""] = spellings(name)
    const { id: postId } = await createPost(database())
    const occasion = await createComment(database(), { postId, ...protectEmail(old) })
    const { id: staffId } = await createStaff(database(), { roles: ["moderator"] })
    await database()
      .insert(bans)
      .values({ kind: "address", hash: hashEmail(old), commentId: occasion.id, staffId })
    expect((await say("open", { email: old, proved: true })).checks).toEqual(["ban of the address"])
    expect((await say("open", { email: other, proved: true })).checks).toEqual([])
    await fillMailboxes()
    await fillMailboxes()
    expect((await say("open", { email: other, proved: true })).checks).toEqual(["ban of the address"])
  })
})

describe("what speaks for somebody stays with the very address", () => {
  test("a proved address and an approved past", async () => {
    const name = person()
    const [known = "", ...rest] = spellings(name)
    await decided(known, "approved")
    expect((await say("hold_first", { email: known, proved: true })).row?.status).toBe("approved")
    for (const email of rest.filter((one) => one.toLowerCase() !== known)) {
      expect((await say("hold_first", { email, proved: true })).row?.status, email).toBe("pending")
      const { row } = await say("hold_unverified", { email, provedHash: hashEmail(known) })
      expect([row?.status, row?.provedAt], email).toEqual(["pending", null])
    }
  })

  test("what was approved under one spelling outweighs nothing that was refused under another", async () => {
    const name = person()
    const [one = "", , other = "", third = ""] = spellings(name)
    for (const status of ["rejected", "rejected"] as const) await decided(other, status)
    for (let n = 0; n < 9; n++) await decided(one, "approved")
    expect((await say("open", { email: third, proved: true })).checks).toEqual(["recent rejections"])
    expect((await say("open", { email: one, proved: true })).checks).toEqual([])
  })
})

describe("what speaks against a network counts for all that one site has", () => {
  test("a ban of it", async () => {
    const home = site()
    const { row } = await say("open", { network: home(1) })
    const banned = await addBan(await moderator(), { ...ban, target: "network", comment: row?.id ?? 0 })
    expect(banned).toMatchObject({ ok: true })
    for (const subnet of [1, 2, 0xffff]) {
      const { row } = await say("open", { network: home(subnet) })
      expect([row?.status, row?.findings[0]?.check]).toEqual(["spam", "ban"])
    }
    expect((await say("open", { network: site()(1) })).row?.status).toBe("approved")
  })

  test("a ban of yesterday's network", async () => {
    const home = site()
    const day = 86_400_000
    const yesterday = new Date(Date.now() - day)
    const { id: staffId } = await createStaff(database(), { roles: ["moderator"] })
    const { wideNetworkHash } = await hashIpPrefixes(home(1), yesterday)
    await database().insert(bans).values({ kind: "network", hash: wideNetworkHash, staffId })
    expect((await say("open", { network: home(7) })).checks).toEqual(["ban"])
    expect(await database().$count(networkSalts)).toBeGreaterThan(1)
  })

  test("a flood: the next comment from another of its networks is too fast", async () => {
    const home = site()
    expect((await say("open", { network: home(1) })).row?.status).toBe("approved")
    expect(await say("open", { network: home(2), atOnce: true })).toEqual({ refused: "too-fast" })
    expect((await say("open", { network: site()(1), atOnce: true })).row?.status).toBe("approved")
  })

  test("many comments in ten minutes, and what was taken for spam", async () => {
    const home = site()
    const { id: postId } = await createPost(database())
    for (let subnet = 0; subnet < 8; subnet++) {
      const status = subnet < 2 ? "spam" : "approved"
      await createComment(database(), { postId, status, ...(await hashIpPrefixes(home(subnet))) })
    }
    expect((await say("open", { network: home(99) })).checks).toEqual([
      "burst from one network",
      "spam from this network",
    ])
    expect((await say("open", { network: site()(1) })).checks).toEqual([])
  })
})

test("the page of a comment is opened again from just the network that sent it, not from the next of its site", async () => {
  const home = site()
  const words = { comment: "Said and shown.", email: `${person()}@example.org`, network: home(1) }
  const { slug } = await createPost(database(), { commentMode: "open" })
  const first = await say("open", { ...words, story: slug })
  const neighbour = await say("open", { ...words, story: slug, network: home(2) })
  const again = await say("open", { ...words, story: slug })
  expect(neighbour.row?.id).not.toBe(first.row?.id)
  expect(again.row?.id).toBe(first.row?.id)
})
