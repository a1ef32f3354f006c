import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { listLog } from "@/lib/audit/log/queries"
import { sentenceOf } from "@/lib/audit/log/sentence"
import type { Role, Staff } from "@/lib/auth/staff"
import { deleteGuest } from "@/lib/authors/delete-guest"
import { saveProfile } from "@/lib/authors/mutations"
import { getProfile } from "@/lib/authors/queries"
import { parsePost } from "@/lib/posts/input"
import { saveDraft } from "@/lib/posts/mutations"
import { deletePost, trashPost } from "@/lib/posts/trash/mutations"
import { database } from "../../../db/client.ts"
import {
  addBylines,
  createAuthor,
  createMedium,
  createPost,
  createStaff,
  paragraphs,
} from "../../../db/factories.ts"
import { authorSlugs, authors } from "../../../db/schema/authors.ts"
import { media } from "../../../db/schema/media.ts"
import { mediaUses } from "../../../db/schema/media-uses.ts"
import { posts } from "../../../db/schema/posts.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const person = async (role: Role, authorId?: number): Promise<Staff> =>
  asStaff(await createStaff(database(), { roles: [role], authorId }))

const exists = (id: number) => database().$count(authors, eq(authors.id, id))

test("an editor deletes a mistyped guest with every address, and the portrait stays in the library", async () => {
  const eva = await person("editor")
  const { id } = await createAuthor(database(), { slug: "sma-vale" })
  const { id: mediaId } = await createMedium(database())
  await database().insert(mediaUses).values({ mediaId, authorId: id, place: "portrait" })
  await saveProfile(eva, { author: id, version: 1, fields: { slug: "sam-vael" } })
  expect(await deleteGuest(eva, { author: id, version: 2 })).toEqual({ ok: true })
  expect(await exists(id)).toBe(0)
  expect(await database().$count(authorSlugs, eq(authorSlugs.slug, "sma-vale"))).toBe(0)
  expect(await database().$count(media, eq(media.id, mediaId))).toBe(1)
  const [entry] = (await listLog(eva, { subject: "author" })).entries
  const said = entry && sentenceOf(entry)
  expect([said?.who, said?.did, said?.what]).toEqual([eva.name, "deleted the profile of", "sam-vael"])
})

test("a guest whom a story credits stays, also one of a draft, and so do accounts and the publication", async () => {
  const eva = await person("editor")
  const [ofDraft, second, ofAccount] = [
    await createAuthor(database()),
    await createAuthor(database()),
    await createAuthor(database()),
  ]
  const own = await createAuthor(database(), { kind: "publication" })
  const draft = await createPost(database(), { authorId: ofDraft.id, status: "draft", publishedAt: null })
  await addBylines(database(), draft.id, { authorId: second.id, part: "photographs" })
  await person("writer", ofAccount.id)
  for (const [author, reason] of [
    [ofDraft, "has-stories"],
    [second, "has-stories"],
    [ofAccount, "has-account"],
    [own, "publication"],
  ] as const) {
    expect(await deleteGuest(eva, { author: author.id, version: 1 })).toEqual({ ok: false, reason })
    expect(await exists(author.id)).toBe(1)
  }
})

test("a guest whose only story was deleted for good is deleted, and what is left of the story for the log is the publication's", async () => {
  const eva = await person("editor")
  const guest = await createAuthor(database())
  const post = await createPost(database(), { authorId: guest.id, status: "withdrawn" })
  await trashPost(eva, post.id)
  expect(await deleteGuest(eva, { author: guest.id, version: 1 })).toMatchObject({ reason: "has-stories" })
  await deletePost(eva, post.id)
  expect(await getProfile(eva, guest.id)).toMatchObject({ stories: 0 })
  expect(await deleteGuest(eva, { author: guest.id, version: 1 })).toEqual({ ok: true })
  expect(await exists(guest.id)).toBe(0)
  const [left] = await database()
    .select({ kind: authors.kind })
    .from(posts)
    .innerJoin(authors, eq(authors.id, posts.authorId))
    .where(eq(posts.id, post.id))
  expect(left).toEqual({ kind: "publication" })
})

test("a guest is not deleted by a number of nobody, nor one that somebody has changed since", async () => {
  const eva = await person("editor")
  const { id } = await createAuthor(database())
  await saveProfile(eva, { author: id, version: 1, fields: { bio: "Known after all." } })
  expect(await deleteGuest(eva, { author: id, version: 1 })).toEqual({ ok: false, reason: "changed" })
  expect(await deleteGuest(eva, { author: 999_999_999, version: 1 })).toMatchObject({ reason: "not-found" })
  expect(await exists(id)).toBe(1)
})

for (const role of ["writer", "moderator"] as const) {
  test(`a ${role} deletes no guest`, async () => {
    const { id } = await createAuthor(database())
    const refused = { ok: false, reason: "not-allowed" }
    expect(await deleteGuest(await person(role), { author: id, version: 1 })).toEqual(refused)
    expect(await exists(id)).toBe(1)
  })
}

test("of a story that credits a guest and the guest's deletion at once, one is refused", async () => {
  const eva = await person("editor")
  for (let round = 0; round < 10; round++) {
    const guest = await createAuthor(database())
    const post = await createPost(database(), { status: "draft", publishedAt: null })
    const [saved, deleted] = await Promise.all([
      saveDraft(eva, post, crediting(guest.id)),
      deleteGuest(eva, { author: guest.id, version: 1 }),
    ])
    expect([saved.ok, deleted.ok].toSorted()).toEqual([false, true])
    if (!saved.ok) expect(saved.reason).toBe("author-unknown")
    if (!deleted.ok) expect(deleted.reason).toBe("has-stories")
  }
})

function crediting(id: number) {
  const form = new FormData()
  const others = { standfirst: "", slug: "", tags: "", picture: "", pictureAlt: "", commentMode: "" }
  const body = JSON.stringify(paragraphs("It rained."))
  const bylines = JSON.stringify([{ id, part: "words" }])
  for (const [name, value] of Object.entries({ ...others, title: "Rain", body, bylines }))
    form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}
