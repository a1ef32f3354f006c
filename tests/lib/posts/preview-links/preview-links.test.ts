import { createHash } from "node:crypto"
import { and, desc, eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { postPreviewLinks } from "@/db/schema/post-preview-links"
import { posts } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import type { Role, Staff } from "@/lib/auth/staff"
import { parseForm } from "@/lib/parse-form"
import { parsePost } from "@/lib/posts/input"
import { saveDraft } from "@/lib/posts/mutations"
import { shareInput } from "@/lib/posts/preview-links/input"
import { mostOpenLinks } from "@/lib/posts/preview-links/limits"
import { forgetOldPreviewLinks, revokePreview, sharePreview } from "@/lib/posts/preview-links/mutations"
import { getSharedPreview, listPreviewLinks } from "@/lib/posts/preview-links/queries"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff
let wim: Staff
let draft: Awaited<ReturnType<typeof createPost>>
let networks = 0
let network: string

beforeEach(async () => {
  eva = await person("editor")
  wim = await person("writer")
  draft = await createPost(database(), {
    title: "Not out yet",
    status: "draft",
    publishedAt: null,
    createdBy: wim.id,
  })
  network = `192.0.${++networks}.0/24`
})

describe("a preview link", () => {
  test("shows somebody outside the newest words of a draft", async () => {
    const token = await share(wim)
    expect((await getSharedPreview(token, network))?.story.title).toBe("Not out yet")
  })

  test("shows of a published story the newer words that readers do not see yet", async () => {
    const post = await createPost(database(), { title: "Out", createdBy: eva.id })
    const token = await share(eva, post.id)
    const input = parsePost(storyForm("Newer"))
    if (!input.ok) throw new Error("The form was refused.")
    expect((await saveDraft(eva, post, input.value)).ok).toBe(true)
    expect((await getSharedPreview(token, network))?.story).toMatchObject({ title: "Newer", unseen: true })
  })

  test("has 192 random bits, of which only the hash is kept", async () => {
    const token = await share(wim)
    expect(Buffer.from(token, "base64url")).toHaveLength(24)
    const [row] = await database()
      .select()
      .from(postPreviewLinks)
      .where(eq(postPreviewLinks.postId, draft.id))
    expect(row?.tokenHash).toEqual(createHash("sha256").update(token).digest())
    const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
    expect(event).toMatchObject({ action: "preview_shared", postId: draft.id, staffId: wim.id })
    expect(JSON.stringify(event)).not.toContain(token)
  })

  test("ends when its days are over", async () => {
    const token = await share(wim)
    const over = { createdAt: sql`now() - interval '8 days'`, expiresAt: sql`now() - interval '1 second'` }
    await database().update(postPreviewLinks).set(over).where(eq(postPreviewLinks.postId, draft.id))
    expect(await getSharedPreview(token, network)).toBeNull()
    expect(await listPreviewLinks(eva, draft)).toEqual([])
  })

  test("works as many days as were chosen, and no other number can be", async () => {
    await sharePreview(wim, { post: draft.id, days: 30 })
    const [link] = await listPreviewLinks(wim, draft)
    const days = ((link?.expiresAt.getTime() ?? 0) - (link?.createdAt.getTime() ?? 0)) / 86_400_000
    expect(days).toBe(30)
    for (const days of ["0", "2", "365", "-1", "", "7 ", "1e1"])
      expect(parseForm(shareInput, formOf({ post: "1", days })).ok).toBe(false)
  })

  test("ends at once when it is revoked, and the log says who did", async () => {
    const token = await share(wim)
    const [link] = await listPreviewLinks(eva, draft)
    expect(await revokePreview(eva, { post: draft.id, link: link?.id ?? 0 })).toEqual({ ok: true })
    expect(await revokePreview(eva, { post: draft.id, link: link?.id ?? 0 })).toEqual({ ok: true })
    expect(await getSharedPreview(token, network)).toBeNull()
    expect(await listPreviewLinks(eva, draft)).toEqual([])
    const revoked = and(eq(auditEvents.action, "preview_revoked"), eq(auditEvents.postId, draft.id))
    expect(await database().$count(auditEvents, revoked)).toBe(1)
  })

  test("ends while whoever made it is suspended", async () => {
    const token = await share(wim)
    await database().update(staffTable).set({ disabledAt: sql`now()` }).where(eq(staffTable.id, wim.id))
    expect(await getSharedPreview(token, network)).toBeNull()
  })

  test("ends when whoever made it may not see the story any more", async () => {
    const token = await share(eva)
    expect(await getSharedPreview(token, network)).not.toBeNull()
    await setRoles(eva, ["writer"])
    expect(await getSharedPreview(token, network)).toBeNull()
    await setRoles(eva, ["moderator"])
    expect(await getSharedPreview(token, network)).toBeNull()
  })

  test.for([
    { what: "withdrawn", now: { status: "withdrawn" as const } },
    { what: "in the bin", now: { trashedAt: sql`now()` } },
  ])("shows nothing of a story that is $what", async ({ now }) => {
    const token = await share(eva)
    await database().update(posts).set(now).where(eq(posts.id, draft.id))
    expect(await getSharedPreview(token, network)).toBeNull()
    expect((await sharePreview(eva, { post: draft.id, days: 7 })).ok).toBe(false)
  })

  test("is looked up no more for a network that has tried too many wrong ones, and still for others", async () => {
    const token = await share(wim)
    for (let tried = 0; tried < 60; tried++) await getSharedPreview(`${tried}`.padStart(22, "x"), network)
    expect(await getSharedPreview(token, network)).toBeNull()
    expect(await getSharedPreview(token, "198.51.100.0/24")).not.toBeNull()
  })
})

describe("the links of a story", () => {
  test("are twenty at most, also when two people make the last one at once", async () => {
    for (let made = 1; made < mostOpenLinks; made++) await share(eva)
    const both = await Promise.all([eva, wim].map((who) => sharePreview(who, { post: draft.id, days: 1 })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, reason: "too-many" })
    const [newest] = await listPreviewLinks(eva, draft)
    await revokePreview(eva, { post: draft.id, link: newest?.id ?? 0 })
    expect((await sharePreview(eva, { post: draft.id, days: 1 })).ok).toBe(true)
  })

  test("are made by those who see the story and by nobody else", async () => {
    for (const who of [await person("writer"), await person("moderator")])
      expect(await sharePreview(who, { post: draft.id, days: 7 })).toEqual({ ok: false, reason: "not-found" })
    expect(await listPreviewLinks(eva, draft)).toEqual([])
  })

  test("are revoked by an editor or by their maker; a link of another story is not found", async () => {
    await share(eva)
    const [link] = await listPreviewLinks(wim, draft)
    expect(link).toMatchObject({ by: eva.name, mayRevoke: false })
    const which = { post: draft.id, link: link?.id ?? 0 }
    expect(await revokePreview(wim, which)).toEqual({ ok: false, reason: "not-allowed" })
    const other = await createPost(database(), { createdBy: wim.id })
    expect(await revokePreview(wim, { ...which, post: other.id })).toEqual({ ok: false, reason: "not-found" })
    expect(await revokePreview(await person("moderator"), which)).toEqual({ ok: false, reason: "not-found" })
    expect(await listPreviewLinks(wim, draft)).toHaveLength(1)
  })

  test("are forgotten a month after their end", async () => {
    await share(wim)
    await forgetOldPreviewLinks()
    expect(await count()).toBe(1)
    const over = { createdAt: sql`now() - interval '40 days'`, expiresAt: sql`now() - interval '31 days'` }
    await database().update(postPreviewLinks).set(over).where(eq(postPreviewLinks.postId, draft.id))
    await forgetOldPreviewLinks()
    expect(await count()).toBe(0)
  })
})

async function person(role: Role): Promise<Staff> {
  return asStaff(await createStaff(database(), { roles: [role] }))
}

async function setRoles(who: Staff, roles: Role[]): Promise<void> {
  await database().update(staffTable).set({ roles }).where(eq(staffTable.id, who.id))
}

/** The part of the address that is the secret. */
async function share(who: Staff, post = draft.id): Promise<string> {
  const outcome = await sharePreview(who, { post, days: 7 })
  if (!outcome.ok) throw new Error(outcome.reason)
  return new URL(outcome.link).pathname.replace("/preview/", "")
}

function count(): Promise<number> {
  return database().$count(postPreviewLinks, eq(postPreviewLinks.postId, draft.id))
}

function storyForm(title: string): FormData {
  const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Words." }] }] }
  const fields = { title, standfirst: "", slug: "", tags: "", picture: "", pictureAlt: "", commentMode: "" }
  return formOf({ ...fields, body: JSON.stringify(body) })
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
