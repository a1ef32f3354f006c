import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { listLog } from "@/lib/audit/log/queries"
import { sentenceOf } from "@/lib/audit/log/sentence"
import type { Role, Staff } from "@/lib/auth/staff"
import { authorFacts } from "@/lib/authors/facts"
import { makeGuest } from "@/lib/authors/guests"
import { ownProfileInput, profileInput } from "@/lib/authors/input"
import { mergeProfiles } from "@/lib/authors/merge"
import { saveOwnProfile, saveProfile } from "@/lib/authors/mutations"
import { getAuthorSlugAfter, getOwnProfile, getProfile, listProfiles } from "@/lib/authors/queries"
import { parseForm } from "@/lib/parse-form"
import { getPost } from "@/lib/posts/queries"
import { getAuthor } from "@/lib/posts/section-queries"
import { type CacheTag, onTagChanged } from "../../../db/cache-tags.ts"
import { database } from "../../../db/client.ts"
import { createAuthor, createMedium, createPost, createStaff } from "../../../db/factories.ts"
import { auditEvents } from "../../../db/schema/audit.ts"
import { authors } from "../../../db/schema/authors.ts"
import { mediaUses } from "../../../db/schema/media-uses.ts"
import { staff as staffTable } from "../../../db/schema/staff.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

async function person(role: Role, authorId?: number): Promise<Staff> {
  const name = authorId === undefined ? undefined : (await rowOf(authorId)).name
  return asStaff(await createStaff(database(), { roles: [role], authorId, ...(name ? { name } : {}) }))
}

async function rowOf(id: number) {
  const [row] = await database().select().from(authors).where(eq(authors.id, id))
  if (!row) throw new Error("There is no such profile.")
  return row
}

async function tagsOf<T>(work: () => Promise<T>): Promise<[T, CacheTag[]]> {
  const tags = new Set<CacheTag>()
  const forget = onTagChanged((tag) => tags.add(tag))
  const result = await work()
  forget()
  return [result, [...tags].toSorted()]
}

const text = {
  title: "Reporter",
  bio: "Keeps minutes.",
  pronouns: "she/her",
  pronunciation: "REN",
  links: [],
}

async function staffName({ id }: Staff) {
  const [row] = await database().select().from(staffTable).where(eq(staffTable.id, id))
  return row?.name
}

test("a writer says who they are, and readers find it on their page and under their stories", async () => {
  const { id, slug } = await createAuthor(database(), { name: "Wren" })
  const post = await createPost(database(), { authorId: id })
  const wren = await person("writer", id)
  const picture = await createMedium(database(), { uploadedBy: wren.id })
  const profile = {
    ...text,
    links: ["https://wren.example/"],
    name: "Wren",
    portrait: picture.id,
    version: 1,
  }
  const [saved, tags] = await tagsOf(() => saveOwnProfile(wren, profile))
  // The name is the same, so lists and feeds are too.
  expect([saved, tags]).toEqual([{ ok: true }, [`author:${slug}`]])
  const shown = { ...text, name: "Wren", links: ["https://wren.example/"] }
  expect(await getAuthor(slug)).toMatchObject({ ...shown, portrait: { folder: `/media/${picture.key}` } })
  expect((await getPost(post.slug))?.bylines).toMatchObject([{ ...shown, part: "words" }])
  const events = await database().select().from(auditEvents).where(eq(auditEvents.authorId, id))
  expect(events).toMatchObject([
    {
      subject: "author",
      action: "author_changed",
      staffId: wren.id,
      detail: { author: slug, fields: "title, bio, pronouns, pronunciation, links" },
    },
  ])
})

test("saving a profile as it is changes nothing", async () => {
  const { id } = await createAuthor(database(), { name: "Still" })
  const still = await person("writer", id)
  const profile = { ...text, name: "Still", title: "", bio: "", pronouns: "", pronunciation: "", version: 1 }
  expect(await tagsOf(() => saveOwnProfile(still, profile))).toEqual([{ ok: true }, []])
  expect((await rowOf(id)).version).toBe(1)
  expect(await database().$count(auditEvents, eq(auditEvents.authorId, id))).toBe(0)
})

test("another name is on every page that shows it, and goes along at the desk while both are the same", async () => {
  const { id, slug } = await createAuthor(database(), { name: "Before" })
  const post = await createPost(database(), { authorId: id })
  await createPost(database(), { authorId: id, status: "draft", publishedAt: null })
  const wren = await person("writer", id)
  const [, tags] = await tagsOf(() => saveOwnProfile(wren, { ...text, name: "After", version: 1 }))
  expect(tags).toEqual([`author:${slug}`, `card:${post.slug}`, `post:${post.slug}`])
  expect(await staffName(wren)).toBe("After")
  expect((await rowOf(id)).slug).toBe(slug)

  const penned = asStaff({
    ...(await createStaff(database(), { roles: ["writer"], authorId: id })),
    name: "Real",
  })
  await database().update(staffTable).set({ name: "Real" }).where(eq(staffTable.id, penned.id))
  expect(await saveOwnProfile(penned, { ...text, name: "Pen name", version: 2 })).toEqual({ ok: true })
  expect(await staffName(penned)).toBe("Real")
  const both = { ...text, name: "Pen name", deskName: "Really", version: 3 }
  expect(await saveOwnProfile(penned, both)).toEqual({ ok: true })
  expect(await staffName(penned)).toBe("Really")
})

test("a writer takes no name that readers know another author by, in whatever letters; an editor can", async () => {
  const renee = await createAuthor(database(), { name: "Renée Fold" })
  await createPost(database(), { authorId: renee.id })
  await createAuthor(database(), { name: "Nobody Yet" })
  const own = await createAuthor(database(), { name: "Wren Fold" })
  const wren = await person("writer", own.id)
  for (const name of ["Renée Fold", "renee  FOLD", "Renée F\u200Bold"]) {
    const answer = await saveOwnProfile(wren, { ...text, name, version: 1 })
    expect(answer).toEqual({ ok: false, reason: "name-taken" })
  }
  expect(await saveOwnProfile(wren, { ...text, name: "WREN FOLD", version: 1 })).toEqual({ ok: true })
  expect(await saveOwnProfile(wren, { ...text, name: "Nobody Yet", version: 2 })).toEqual({ ok: true })
  const eva = await person("editor")
  const given = { author: own.id, version: 3, fields: { ...text, name: "Renée Fold" } }
  expect(await saveProfile(eva, given)).toEqual({ ok: true })
  // What an editor gave stays, whatever else of the profile is saved.
  expect(await saveOwnProfile(wren, { ...text, name: "Renée Fold", bio: "Longer.", version: 4 })).toEqual({
    ok: true,
  })
})

test("somebody who may write and has no profile gets one of their own with the first save, a moderator none", async () => {
  const wes = asStaff(await createStaff(database(), { roles: ["writer"], name: "Wes Quint" }))
  expect(await getOwnProfile(wes)).toBeNull()
  expect(await saveOwnProfile(wes, { ...text, name: "Wes Quint-Hale", version: 0 })).toEqual({ ok: true })
  const [row] = await database().select().from(authors).where(eq(authors.slug, "wes-quint"))
  expect(row).toMatchObject({ name: "Wes Quint-Hale", bio: "Keeps minutes." })
  expect(await staffName(wes)).toBe("Wes Quint-Hale")
  const mo = await person("moderator")
  expect(await saveOwnProfile(mo, { ...text, name: "Mo", version: 0 })).toEqual({
    ok: false,
    reason: "not-allowed",
  })
})

for (const role of ["writer", "moderator"] as const) {
  test(`a ${role} changes nobody else's profile, makes no guest, and sees no list`, async () => {
    const { id } = await createAuthor(database())
    const own = await createAuthor(database())
    const caller = await person(role, own.id)
    const before = await database().select().from(authors)
    const saved = { author: id, version: 1, portrait: null, fields: { ...text, name: "Mine now" } }
    expect(await saveProfile(caller, saved)).toEqual({ ok: false, reason: "not-allowed" })
    // Not the own one either by the editors' way: its address is not theirs to change.
    const moved = { author: own.id, version: 1, fields: { slug: "editor-in-chief" } }
    expect(await saveProfile(caller, moved)).toEqual({ ok: false, reason: "not-allowed" })
    expect(await makeGuest(caller, { name: "Guest", publication: false })).toMatchObject({ ok: false })
    await expect(listProfiles(caller)).rejects.toThrow()
    expect(await getProfile(caller, id)).toBeNull()
    expect(await getProfile(caller, own.id)).toMatchObject({ id: own.id })
    expect(await database().select().from(authors)).toEqual(before)
  })
}

test("a form's extra fields do nothing: no writer names another profile, an address or a kind in their own form", async () => {
  const { id, slug } = await createAuthor(database(), { name: "Own" })
  const other = await createAuthor(database(), { name: "Other" })
  const wren = await person("writer", id)
  const form = new FormData()
  const sent = { ...text, links: "", name: "Own", version: "1", author: String(other.id), slug: "taken-over" }
  for (const [name, value] of Object.entries({ ...sent, kind: "publication", picture: "/x.png" }))
    form.set(name, value)
  const parsed = parseForm(ownProfileInput, form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  expect(await saveOwnProfile(wren, parsed.value)).toEqual({ ok: true })
  expect(await rowOf(id)).toMatchObject({ slug, kind: "person", picture: "", bio: "Keeps minutes." })
  expect(await rowOf(other.id)).toEqual(other)
})

test("of two editors who had the same profile open, the second overwrites nothing unseen", async () => {
  const { id } = await createAuthor(database())
  const [ana, ben] = [await person("editor"), await person("editor")]
  const saved = { author: id, version: 1, fields: { bio: "By Ana." } }
  expect(await saveProfile(ana, saved)).toEqual({ ok: true })
  expect(await saveProfile(ben, { ...saved, fields: { bio: "By Ben." } })).toEqual({
    ok: false,
    reason: "changed",
  })
  expect((await rowOf(id)).bio).toBe("By Ana.")
})

test("an author who gets another address is found under every former one, and nobody else gets one of them", async () => {
  const eva = await person("editor")
  const { id } = await createAuthor(database(), { slug: "first-home", name: "Mover" })
  const post = await createPost(database(), { authorId: id })
  const move = async (slug: string) =>
    tagsOf(async () => saveProfile(eva, { author: id, version: (await rowOf(id)).version, fields: { slug } }))
  const [, tags] = await move("second-home")
  expect(tags).toEqual([
    "author:first-home",
    "author:second-home",
    `card:${post.slug}`,
    "list:/authors/first-home",
    "list:/authors/second-home",
    `post:${post.slug}`,
  ])
  await move("third-home")
  for (const slug of ["first-home", "second-home"]) expect(await getAuthorSlugAfter(slug)).toBe("third-home")
  // Back again: the address is a present one, and no redirect in a circle.
  expect((await move("first-home"))[0]).toEqual({ ok: true })
  expect(await getAuthorSlugAfter("first-home")).toBeNull()
  expect(await getAuthorSlugAfter("third-home")).toBe("first-home")

  const other = await createAuthor(database(), { name: "Second Home" })
  const take = { author: other.id, version: 1, fields: { slug: "second-home" } }
  expect(await saveProfile(eva, take)).toEqual({ ok: false, reason: "slug-taken" })
  const made = await makeGuest(eva, { name: "Second home", publication: false })
  expect(made.ok && (await getProfile(eva, made.id))?.slug).not.toBe("second-home")
})

test("an author whom readers do not know yet is found under no address", async () => {
  const eva = await person("editor")
  const { id } = await createAuthor(database(), { slug: "unseen" })
  await createPost(database(), { authorId: id, status: "draft", publishedAt: null })
  expect(await saveProfile(eva, { author: id, version: 1, fields: { slug: "unseen-still" } })).toEqual({
    ok: true,
  })
  expect(await getAuthorSlugAfter("unseen")).toBeNull()
})

test("a portrait that is not in the library leaves the whole profile as it was", async () => {
  const { id } = await createAuthor(database(), { name: "Wren" })
  const wren = await person("writer", id)
  const hidden = await createMedium(database(), { uploadedBy: (await person("writer")).id })
  for (const portrait of [hidden.id, 999_999_999]) {
    const saved = await saveOwnProfile(wren, { ...text, name: "Wren Other", portrait, version: 1 })
    expect(saved).toEqual({ ok: false, reason: "picture-gone" })
  }
  expect(await rowOf(id)).toMatchObject({ name: "Wren", bio: "" })
  expect(await database().$count(mediaUses, eq(mediaUses.authorId, id))).toBe(0)
})

test("two clicks make one guest, and the second says so", async () => {
  const eva = await person("editor")
  const guest = { name: "Sam Vale", publication: false }
  const made = await Promise.all([makeGuest(eva, guest), makeGuest(eva, guest), makeGuest(eva, guest)])
  const [id = 0, ...more] = made.flatMap((one) => (one.ok ? [one.id] : []))
  expect(more).toEqual([])
  const known = { ok: false, reason: "name-known", known: { id, name: "Sam Vale", hasAccount: false } }
  expect(made.filter(({ ok }) => !ok)).toEqual([known, known])
  const events = await database().select().from(auditEvents).where(eq(auditEvents.authorId, id))
  expect(events.map(({ action }) => action)).toEqual(["author_made"])
})

test("nobody becomes a second person by a guest of their name, unless that is meant", async () => {
  const eva = await person("editor")
  const { id } = await createAuthor(database(), { name: "Ada Quill" })
  await person("writer", id)
  const guest = { name: "ada quill", publication: false }
  expect(await makeGuest(eva, guest)).toEqual({
    ok: false,
    reason: "name-known",
    known: { id, name: "Ada Quill", hasAccount: true },
  })
  const made = await makeGuest(eva, { ...guest, another: true })
  expect(made).toMatchObject({ ok: true, name: "ada quill" })
  expect(made.ok && made.id).not.toBe(id)
  // Of several the guest is offered, who has no account.
  expect(await makeGuest(eva, guest)).toMatchObject({ known: { name: "ada quill", hasAccount: false } })
})

test("search engines read the publication's name where its own byline stands, and people's of others", () => {
  const staff = { slug: "staff", name: "Staff", kind: "publication" } as const
  expect(authorFacts(staff, "The Lamp")).toMatchObject({ "@type": "Organization", name: "The Lamp" })
  expect(authorFacts({ ...staff, name: "Ada", kind: "person" }, "The Lamp")).toMatchObject({
    "@type": "Person",
    name: "Ada",
  })
})

test("the publication has one byline of its own, however often it is asked for", async () => {
  const eva = await person("editor")
  const staff = { name: "Staff", publication: true }
  const made = await Promise.all([makeGuest(eva, staff), makeGuest(eva, staff)])
  expect(made[0]).toEqual(made[1])
  expect(await database().$count(authors, eq(authors.kind, "publication"))).toBe(1)
})

test("the list says whose profile it is, and in how many stories, each once", async () => {
  const eva = await person("editor")
  const { id } = await createAuthor(database(), { name: "Counted Once" })
  const post = await createPost(database(), { authorId: id })
  await createPost(database(), { authorId: id, status: "draft", publishedAt: null })
  await database().execute(
    `insert into post_bylines (post_id, author_id, part, position) values (${post.id}, ${id}, 'photographs', 1)`,
  )
  expect(await listProfiles(eva, "counted")).toMatchObject([{ id, account: null, stories: 2, isKnown: true }])
  const account = await person("writer", id)
  expect(await listProfiles(eva, "COUNTED")).toMatchObject([{ id, account: account.name }])
})

test.each([
  ["a name of nothing", { name: "  \u0000 " }, "name"],
  ["a name that is too long", { name: "n".repeat(201) }, "name"],
  ["a title that is too long", { title: "t".repeat(201) }, "title"],
  ["a bio that is too long", { bio: "b".repeat(2001) }, "bio"],
  ["a megabyte of bio", { bio: "b".repeat(1_000_000) }, "bio"],
  ["pronouns that are too long", { pronouns: "p".repeat(61) }, "pronouns"],
  ["a pronunciation that is too long", { pronunciation: "p".repeat(121) }, "pronunciation"],
  ["a link that runs a script", { links: "javascript:alert(1)" }, "links"],
  ["a link to a telephone", { links: "tel:+123456" }, "links"],
  ["a link into this site", { links: "/desk" }, "links"],
  ["a link with a name before the host", { links: "https://bank.example@evil.example" }, "links"],
  [
    "nine links",
    { links: Array.from({ length: 9 }, (_, n) => `https://example.org/${n}`).join("\n") },
    "links",
  ],
  ["an address of other letters", { slug: "Ümläut" }, "slug"],
  ["an address with a path", { slug: "a/b" }, "slug"],
])("%s is refused beside its field", (_, fields: Record<string, string>, field) => {
  const form = new FormData()
  const good = {
    ...text,
    links: "example.org\r\nme@example.org",
    author: "1",
    version: "1",
    portrait: "",
    slug: "a",
    name: "A",
  }
  for (const [name, value] of Object.entries({ ...good, ...fields })) form.set(name, value)
  const parsed = parseForm(profileInput, form)
  expect(parsed).toMatchObject({ ok: false, errors: { [field]: expect.stringMatching(/\w/) } })
})

test("links are kept as a browser writes them, each once", () => {
  const form = new FormData()
  const good = { ...text, author: "1", version: "1", portrait: "", slug: "a", name: "A" }
  const links = "example.org\r\n\r\n https://example.org/ \nme@example.org"
  for (const [name, value] of Object.entries({ ...good, links })) form.set(name, value)
  expect(parseForm(profileInput, form)).toMatchObject({
    ok: true,
    value: { links: ["https://example.org/", "mailto:me@example.org"] },
  })
})

test("the log tells editors whose profile was made, changed and merged, and moderators nothing of it", async () => {
  const eva = await person("editor")
  const [made, into] = [
    await makeGuest(eva, { name: "Told Of", publication: false }),
    await createAuthor(database(), { slug: "told-into" }),
  ]
  if (!made.ok) throw new Error("refused")
  await saveProfile(eva, { author: made.id, version: 1, fields: { bio: "A guest." } })
  await mergeProfiles(eva, { author: made.id, version: 2, into: into.id, intoVersion: 1 })
  const { entries } = await listLog(eva, { subject: "author" })
  const said = entries.slice(0, 3).map((entry) => {
    const { who, did, what, complement } = sentenceOf(entry)
    return [who, did, what, complement].filter(Boolean).join(" ")
  })
  expect(said).toEqual([
    `${eva.name} merged the profile told-of into told-into`,
    `${eva.name} changed the profile of told-of`,
    `${eva.name} made the profile of told-of`,
  ])
  expect((await listLog(await person("moderator"), { subject: "author" })).entries).toEqual([])
})
