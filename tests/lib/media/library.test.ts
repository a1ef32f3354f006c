import { randomBytes } from "node:crypto"
import { desc, eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { jobs } from "@/db/schema/jobs"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import type { Role, Staff } from "@/lib/auth/staff"
import { deletedHref, keptIds } from "@/lib/media/library-url"
import { deletedSentences } from "@/lib/media/messages"
import { deleteMedia, insertMedium, saveDetails } from "@/lib/media/mutations"
import { getMedium, listMedia, listUsed, listUses } from "@/lib/media/queries"
import { makeKey } from "@/lib/media/storage/names"
import { lockUsable, saveUsesOfStory } from "@/lib/media/uses"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { until } from "../../support/until.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const person = async (...roles: Role[]) => asStaff(await createStaff(database(), { roles }))

async function picture(staff: Staff, fields: { filename?: string; contentHash?: Buffer; alt?: string } = {}) {
  const inserted = await insertMedium(staff, {
    key: makeKey(),
    originalKey: makeKey(),
    contentHash: randomBytes(32),
    filename: "pool.jpg",
    bytes: 1000,
    width: 1200,
    height: 800,
    color: "#336699",
    files: [{ format: "jpeg", width: 960, height: 640, bytes: 900, name: "960-0a1b2c3d.jpg" }],
    alt: "",
    credit: "",
    ...fields,
  })
  if (!inserted.ok) throw new Error(inserted.reason)
  return inserted
}

async function storyWith(mediaId: number, fields: Parameters<typeof createPost>[1] = {}) {
  const post = await createPost(database(), { leadMediaId: mediaId, ...fields })
  await transaction((tx) => saveUsesOfStory(tx, post.id, { lead: [mediaId], body: [] }))
  return post
}

const details = {
  alt: "A pool",
  decorative: false,
  caption: "",
  credit: "",
  licence: "",
  focusX: 500,
  focusY: 500,
}

test("the same picture twice, also at the same moment, is one picture, whose sizes are made once", async () => {
  const eva = await person("editor")
  const contentHash = randomBytes(32)
  const all = await Promise.all(Array.from({ length: 5 }, () => picture(eva, { contentHash })))
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  expect(all.filter(({ twin }) => !twin)).toHaveLength(1)
  const key = String(all[0]?.id)
  expect(await database().$count(jobs, eq(jobs.key, key))).toBe(1)
})

test("a writer sees their own pictures and those that readers can see, and of others' drafts nothing at all", async () => {
  const [eva, ada, ben] = [await person("editor"), await person("writer"), await person("writer")]
  const own = await picture(ada)
  const secret = await picture(ben)
  const shown = await picture(ben)
  await storyWith(secret.id, { status: "draft", createdBy: ben.id })
  await storyWith(shown.id, { createdBy: ben.id })
  const ids = (await listMedia(ada)).pictures.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([own.id, shown.id]))
  expect(ids).not.toContain(secret.id)
  expect(await getMedium(ada, secret.id)).toBeNull()
  expect((await listMedia(eva)).pictures.map(({ id }) => id)).toContain(secret.id)
  const moderator = await person("moderator")
  expect((await listMedia(moderator)).pictures).toEqual([])
  expect(await getMedium(moderator, shown.id)).toBeNull()
  expect(await insertMedium(moderator, {} as never)).toEqual({ ok: false, reason: "not-allowed" })
})

test("what another writer's draft is called is not told to whoever looks where a picture is used", async () => {
  const [ada, ben] = [await person("writer"), await person("writer")]
  const { id } = await picture(ada)
  await storyWith(id, { status: "draft", title: "A secret", createdBy: ben.id })
  await storyWith(id, { title: "For everybody", createdBy: ben.id })
  expect((await listUses(ada, id)).map(({ title }) => title)).toEqual([null, "For everybody"])
})

test("what is said of a picture is changed by editors, never over somebody else's change unseen", async () => {
  const [eva, ada, ben] = [await person("editor"), await person("writer"), await person("writer")]
  const { id } = await picture(ada)
  const post = await storyWith(id)
  const tags: string[] = []
  const forget = onTagChanged((tag) => tags.push(tag))
  expect(await saveDetails(eva, { id, version: 1, ...details })).toEqual({ ok: true, version: 2 })
  forget()
  expect(tags).toEqual([`post:${post.slug}`, `card:${post.slug}`])
  expect(await saveDetails(ben, { id, version: 2, ...details, alt: "Mine" })).toMatchObject({
    reason: "not-allowed",
  })
  expect(await saveDetails(eva, { id, version: 1, ...details, alt: "Later" })).toMatchObject({
    reason: "stale",
    by: eva.name,
  })
  expect(await saveDetails(eva, { id, version: 1, ...details })).toEqual({ ok: true, version: 2 })
  expect(await saveDetails(eva, { id, version: 2, ...details, decorative: true })).toMatchObject({ ok: true })
  expect(await getMedium(eva, id)).toMatchObject({ decorative: true, alt: details.alt })
})

test.each(["approved", "scheduled", "withdrawn"] as const)(
  "once their story is %s, what its pictures show and say is out of a writer's hands, as its words are",
  async (status) => {
    const [eva, ada] = [await person("editor"), await person("writer")]
    const { id } = await picture(ada)
    const post = await storyWith(id, { status: "changes_asked", publishedAt: null, createdBy: ada.id })
    expect(await saveDetails(ada, { id, version: 1, ...details })).toEqual({ ok: true, version: 2 })
    const publishAt = status === "scheduled" ? new Date(Date.now() + 3_600_000) : null
    await database().update(posts).set({ status, publishAt }).where(eq(posts.id, post.id))
    const later = { id, version: 2, ...details, caption: "Something else" }
    expect(await saveDetails(ada, later)).toEqual({ ok: false, reason: "in-use" })
    expect(await listUses(ada, id)).toMatchObject([{ open: false, own: true }])
    expect(await saveDetails(eva, later)).toMatchObject({ ok: true })
  },
)

test("a writer changes their own picture until readers or somebody else's story have it, and the log tells what was changed", async () => {
  const [eva, ada, ben] = [await person("editor"), await person("writer"), await person("writer")]
  const refused = { ok: false, reason: "in-use" }
  const { id } = await picture(ada)
  const own = await storyWith(id, { status: "draft", publishedAt: null, createdBy: ada.id })
  expect(await saveDetails(ada, { id, version: 1, ...details })).toEqual({ ok: true, version: 2 })
  const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
  expect(event).toMatchObject({ action: "media_changed", mediaId: id, version: 2, detail: { fields: "alt" } })
  await database()
    .update(posts)
    .set({ status: "published", publishedAt: new Date() })
    .where(eq(posts.id, own.id))
  const forged = { id, version: 2, ...details, credit: "Forged" }
  expect(await saveDetails(ada, forged)).toEqual(refused)
  await database().update(posts).set({ status: "draft" }).where(eq(posts.id, own.id))
  await storyWith(id, { status: "draft", publishedAt: null, createdBy: ben.id })
  expect(await saveDetails(ada, forged)).toEqual(refused)
  expect(await saveDetails(eva, { ...forged, credit: "Ada" })).toMatchObject({ ok: true })
})

test("a picture that a story uses stays, whoever deletes it; what is deleted has its files removed", async () => {
  const [eva, ada] = [await person("editor"), await person("writer")]
  const [used, unused, others] = [await picture(ada), await picture(ada), await picture(eva)]
  await storyWith(used.id, { status: "draft" })
  const gone = await deleteMedia(ada, [used.id, unused.id, others.id, 999_999])
  expect(gone).toEqual({ deleted: [unused.id], used: [used.id], denied: [others.id, 999_999] })
  expect(await getMedium(eva, unused.id)).toBeNull()
  expect(await database().$count(jobs, eq(jobs.name, "media.remove"))).toBe(1)
  await database().update(posts).set({ leadMediaId: null }).where(eq(posts.leadMediaId, used.id))
})

test("whoever deletes many pictures is shown which were kept and where they are used, and nothing of others' pictures", async () => {
  const [ada, ben] = [await person("writer"), await person("writer")]
  const [used, free, secret] = [await picture(ada), await picture(ada), await picture(ben)]
  const post = await storyWith(used.id, { status: "draft", publishedAt: null, createdBy: ada.id })
  const address = new URL(deletedHref(await deleteMedia(ada, [used.id, free.id])), "http://localhost")
  const query = Object.fromEntries(address.searchParams)
  expect(deletedSentences(query)).toBe("1 picture deleted. 1 picture kept, since stories use it.")
  expect(await listUsed(ada, keptIds(query))).toMatchObject([{ id: used.id, uses: [{ postId: post.id }] }])
  expect(await listUsed(ada, keptIds({ kept: `${secret.id},x,-1` }))).toEqual([])
  expect(keptIds({ kept: ["1", "2"] })).toEqual([])
})

test("a picture that somebody places into a story at the same moment is kept, and whoever deletes it is told", async () => {
  const eva = await person("editor")
  const { id } = await picture(eva)
  const post = await createPost(database(), { status: "draft", publishedAt: null })
  const deleted = await transaction(async (tx) => {
    await lockUsable(tx, { staff: eva, postId: post.id, ids: [id] })
    await saveUsesOfStory(tx, post.id, { lead: [], body: [id] })
    const deleting = deleteMedia(eva, [id])
    await until("the deletion to wait", async () => {
      const waiting = await database().execute(
        sql`select from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%"media"%for update%'`,
      )
      return waiting.length > 0
    })
    return { deleting }
  })
  expect(await deleted.deleting).toEqual({ deleted: [], used: [id], denied: [] })
})

test("a search finds words of the name, the alt text and the credit, and a per cent sign is no pattern", async () => {
  const eva = await person("editor")
  const { id } = await picture(eva, { filename: "allotment 100%.jpg", alt: "Leeks in a row" })
  await picture(eva, { filename: "other 100.jpg" })
  for (const search of ["leeks", "ALLOTMENT", "100%"]) {
    expect(
      (await listMedia(eva, { search })).pictures.map((one) => one.id),
      search,
    ).toEqual([id])
  }
  expect((await listMedia(eva, { search: "no such thing" })).pictures).toEqual([])
})
