import { asc, eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Role, Staff } from "@/lib/auth/staff"
import { mergeProfiles } from "@/lib/authors/merge"
import { saveProfile } from "@/lib/authors/mutations"
import { getAuthorSlugAfter, getProfile, previewMerge } from "@/lib/authors/queries"
import { getThread } from "@/lib/comments/thread/queries"
import { getStory } from "@/lib/posts/desk-queries"
import { parsePost } from "@/lib/posts/input"
import { saveDraft } from "@/lib/posts/mutations"
import { listPosts } from "@/lib/posts/queries"
import { restoreRevision } from "@/lib/posts/revisions/mutations"
import { getAuthor } from "@/lib/posts/section-queries"
import { type CacheTag, onTagChanged } from "../../../db/cache-tags.ts"
import { closeDatabase, database } from "../../../db/client.ts"
import {
  addBylines,
  createAuthor,
  createComment,
  createMedium,
  createPost,
  createRevision,
  createStaff,
  paragraphs,
} from "../../../db/factories.ts"
import { auditEvents } from "../../../db/schema/audit.ts"
import { authors } from "../../../db/schema/authors.ts"
import { mediaUses } from "../../../db/schema/media-uses.ts"
import { postRevisions } from "../../../db/schema/post-revisions.ts"
import { postBylines, posts } from "../../../db/schema/posts.ts"
import { staff as staffTable } from "../../../db/schema/staff.ts"
import { countStatements } from "../../support/count-statements.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asOwner } from "../../support/owner.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

const db = () => database()

const person = async (role: Role, authorId?: number): Promise<Staff> =>
  asStaff(await createStaff(db(), { roles: [role], authorId }))

type Author = Awaited<ReturnType<typeof createAuthor>>

const merge = (staff: Staff, author: Author, into: Author) =>
  mergeProfiles(staff, {
    author: author.id,
    into: into.id,
    version: author.version,
    intoVersion: into.version,
  })

const bylinesOf = (postId: number) =>
  db()
    .select({ authorId: postBylines.authorId, part: postBylines.part })
    .from(postBylines)
    .where(eq(postBylines.postId, postId))
    .orderBy(asc(postBylines.position))

test("after a merge one profile has the stories of both, and every former address leads there", async () => {
  const eva = await person("editor")
  const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
  const renamed = { author: gone.id, version: 1, fields: { slug: `${gone.slug}-later` } }
  await saveProfile(eva, renamed)
  const [theirs, ours] = [
    await createPost(db(), { authorId: gone.id }),
    await createPost(db(), { authorId: kept.id }),
  ]
  const draft = await createPost(db(), { authorId: gone.id, status: "draft", publishedAt: null })
  expect(await merge(eva, { ...gone, version: 2 }, kept)).toEqual({ ok: true })

  const list = await listPosts({ authorId: kept.id })
  expect(list.posts.map(({ id }) => id).toSorted()).toEqual([theirs.id, ours.id].toSorted())
  for (const { id } of [theirs, draft]) {
    expect(await bylinesOf(id)).toEqual([{ authorId: kept.id, part: "words" }])
    const [row] = await db().select().from(posts).where(eq(posts.id, id))
    expect(row?.authorId).toBe(kept.id)
  }
  expect(await getAuthor(gone.slug)).toBeNull()
  for (const slug of [gone.slug, `${gone.slug}-later`]) expect(await getAuthorSlugAfter(slug)).toBe(kept.slug)
  const [event] = await db().select().from(auditEvents).where(eq(auditEvents.action, "authors_merged"))
  expect(event).toMatchObject({
    staffId: eva.id,
    authorId: kept.id,
    detail: { author: kept.slug, merged: `${gone.slug}-later`, stories: 1 },
  })
})

test("a second merge takes the addresses of the first along", async () => {
  const eva = await person("editor")
  const [a, b, c] = [await createAuthor(db()), await createAuthor(db()), await createAuthor(db())]
  await createPost(db(), { authorId: a.id })
  await merge(eva, a, b)
  const [tags] = await tagsOf(() => merge(eva, { ...b, version: 2 }, c))
  expect(await getAuthorSlugAfter(a.slug)).toBe(c.slug)
  // A redirect that is held leads to where nobody is any more.
  expect(tags).toContain(`list:/authors/${a.slug}`)
})

test("where both are named for the same part one name stays, at the first of their places", async () => {
  const eva = await person("editor")
  const [gone, kept, third] = [await createAuthor(db()), await createAuthor(db()), await createAuthor(db())]
  const post = await createPost(db(), { authorId: gone.id })
  await addBylines(
    db(),
    post.id,
    { authorId: third.id },
    { authorId: kept.id },
    { authorId: gone.id, part: "photographs" },
  )
  expect(await previewMerge(eva, { author: gone.id, into: kept.id })).toMatchObject({ both: 1 })
  expect(await merge(eva, gone, kept)).toEqual({ ok: true })
  expect(await bylinesOf(post.id)).toEqual([
    { authorId: kept.id, part: "words" },
    { authorId: third.id, part: "words" },
    { authorId: kept.id, part: "photographs" },
  ])
  expect((await listPosts({ authorId: kept.id })).posts.map(({ id }) => id)).toEqual([post.id])
})

test("an account keeps a byline: it writes under the profile that is left", async () => {
  const eva = await person("editor")
  const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
  const wren = await person("writer", gone.id)
  expect(await merge(eva, gone, kept)).toEqual({ ok: true })
  const [row] = await db().select().from(staffTable).where(eq(staffTable.id, wren.id))
  expect(row?.authorId).toBe(kept.id)
})

test("two people with an account keep a profile each, be one of them suspended", async () => {
  const eva = await person("editor")
  const [one, two] = [await createAuthor(db()), await createAuthor(db())]
  await person("writer", one.id)
  await createStaff(db(), { authorId: two.id, disabledAt: new Date() })
  for (const [from, to] of [
    [one, two],
    [two, one],
  ] as const)
    expect(await merge(eva, from, to)).toEqual({ ok: false, reason: "two-accounts" })
  expect(await db().$count(authors, eq(authors.id, one.id))).toBe(1)
})

test("the publication's own profile stays, takes guests in, and nobody with an account", async () => {
  const eva = await person("editor")
  const [own, guest, writer] = [
    await createAuthor(db(), { kind: "publication" }),
    await createAuthor(db()),
    await createAuthor(db()),
  ]
  await person("writer", writer.id)
  expect(await merge(eva, own, guest)).toEqual({ ok: false, reason: "publication" })
  expect(await merge(eva, writer, own)).toEqual({ ok: false, reason: "account-publication" })
  expect(await merge(eva, guest, own)).toEqual({ ok: true })
})

test("what the one says that is left stays, and what it lacks comes from the other", async () => {
  const eva = await person("editor")
  const gone = await createAuthor(db(), { bio: "Theirs.", title: "Poet", links: ["https://a.example/"] })
  const kept = await createAuthor(db(), { bio: "Ours." })
  const { id: mediaId } = await createMedium(db())
  await db().insert(mediaUses).values({ mediaId, authorId: gone.id, place: "portrait" })
  expect(await merge(eva, gone, kept)).toEqual({ ok: true })
  expect(await getProfile(eva, kept.id)).toMatchObject({
    bio: "Ours.",
    title: "Poet",
    links: ["https://a.example/"],
    portraitId: mediaId,
    name: kept.name,
  })
})

test("a portrait of one's own stays, and the other one lies in the library, used by nobody", async () => {
  const eva = await person("editor")
  const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
  const [theirs, ours] = [await createMedium(db()), await createMedium(db())]
  for (const [author, { id: mediaId }] of [
    [gone, theirs],
    [kept, ours],
  ] as const)
    await db().insert(mediaUses).values({ mediaId, authorId: author.id, place: "portrait" })
  await merge(eva, gone, kept)
  expect((await getProfile(eva, kept.id))?.portraitId).toBe(ours.id)
  expect(await db().$count(mediaUses, eq(mediaUses.mediaId, theirs.id))).toBe(0)
})

test("nothing is merged but what was shown: not into itself, not what has changed, and not by a number of nobody", async () => {
  const eva = await person("editor")
  const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
  const asked = { author: gone.id, into: kept.id, version: 1, intoVersion: 1 }
  expect(await mergeProfiles(eva, { ...asked, into: gone.id })).toEqual({ ok: false, reason: "same" })
  for (const other of [{ author: 999_999_999 }, { into: 999_999_999 }])
    expect(await mergeProfiles(eva, { ...asked, ...other })).toEqual({ ok: false, reason: "not-found" })
  await saveProfile(eva, { author: kept.id, version: 1, fields: { bio: "News." } })
  expect(await mergeProfiles(eva, asked)).toEqual({ ok: false, reason: "changed" })
  expect(await db().$count(authors, eq(authors.id, gone.id))).toBe(1)
})

for (const role of ["writer", "moderator"] as const) {
  test(`a ${role} merges nothing, and sees no preview`, async () => {
    const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
    const caller = await person(role, kept.id)
    expect(await merge(caller, gone, kept)).toEqual({ ok: false, reason: "not-allowed" })
    await expect(previewMerge(caller, { author: gone.id, into: kept.id })).rejects.toThrow()
    expect(await db().$count(authors, eq(authors.id, gone.id))).toBe(1)
  })
}

test("of two who merge the same two into each other at once, one does", async () => {
  const eva = await person("editor")
  for (let round = 0; round < 10; round++) {
    const [one, two] = [await createAuthor(db()), await createAuthor(db())]
    const post = await createPost(db(), { authorId: one.id })
    const answers = await Promise.all([merge(eva, one, two), merge(eva, two, one)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await bylinesOf(post.id)).toHaveLength(1)
  }
})

test("a story that is saved at the moment of a merge names somebody who exists, or is refused", async () => {
  const eva = await person("editor")
  for (let round = 0; round < 10; round++) {
    const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
    const post = await createPost(db(), { authorId: kept.id, status: "draft", publishedAt: null })
    const input = typed({ bylines: JSON.stringify([{ id: gone.id, part: "words" }]), title: post.title })
    const [saved, merged] = await Promise.all([saveDraft(eva, post, input), merge(eva, gone, kept)])
    expect(merged).toEqual({ ok: true })
    if (!saved.ok) expect(saved.reason).toBe("author-unknown")
    expect(await bylinesOf(post.id)).toEqual([{ authorId: kept.id, part: "words" }])
  }
})

test("a merge drops the stories that name somebody else now, their cards and both lists, and nothing else", async () => {
  const eva = await person("editor")
  const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
  const [theirs] = [
    await createPost(db(), { authorId: gone.id }),
    await createPost(db(), { authorId: kept.id }),
  ]
  const [tags] = await tagsOf(() => merge(eva, gone, kept))
  expect(tags).toEqual(
    [
      `author:${gone.slug}`,
      `author:${kept.slug}`,
      `card:${theirs.slug}`,
      `list:/authors/${gone.slug}`,
      `list:/authors/${kept.slug}`,
      `post:${theirs.slug}`,
    ].toSorted(),
  )
})

test("answers of somebody on the staff are an author's under the stories of the profile that their account comes to", async () => {
  const eva = await person("editor")
  const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
  const wren = await person("writer", gone.id)
  const post = await createPost(db(), { authorId: kept.id })
  await createComment(db(), { postId: post.id, staffId: wren.id })
  expect((await getThread(post.id)).rows.map(({ mark }) => mark)).toEqual(["staff"])
  const [tags] = await tagsOf(() => merge(eva, gone, kept))
  expect(tags).toEqual(expect.arrayContaining([`post:${post.slug}`, `title:${post.slug}`]))
  expect((await getThread(post.id)).rows.map(({ mark }) => mark)).toEqual(["author"])
})

test("so are those of somebody whose profile takes the stories of another in", async () => {
  const eva = await person("editor")
  const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
  const wren = await person("writer", kept.id)
  const post = await createPost(db(), { authorId: gone.id })
  await createComment(db(), { postId: post.id, staffId: wren.id })
  const [tags] = await tagsOf(() => merge(eva, gone, kept))
  expect(tags).toEqual(expect.arrayContaining([`post:${post.slug}`, `title:${post.slug}`]))
  expect((await getThread(post.id)).rows.map(({ mark }) => mark)).toEqual(["author"])
})

function typed(fields: Record<string, string>) {
  const form = new FormData()
  const others = { standfirst: "", slug: "", tags: "", picture: "", pictureAlt: "", commentMode: "" }
  const body = JSON.stringify(paragraphs("It rained."))
  for (const [name, value] of Object.entries({ ...others, body, ...fields })) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

async function tagsOf(work: () => Promise<{ ok: boolean }>): Promise<[CacheTag[]]> {
  const tags = new Set<CacheTag>()
  const forget = onTagChanged((tag) => tags.add(tag))
  expect(await work()).toEqual({ ok: true })
  forget()
  return [[...tags].toSorted()]
}

test("newer words and earlier versions credit the profile that is left, in its place and once a part", async () => {
  const eva = await person("editor")
  const [gone, kept, third] = [await createAuthor(db()), await createAuthor(db()), await createAuthor(db())]
  const post = await createPost(db(), { authorId: kept.id })
  const credited = (...bylines: [Author, "words" | "photographs"][]) =>
    bylines.map(([{ id: authorId }, part]) => ({ authorId, part }))
  const bylines = credited([third, "words"], [gone, "words"], [kept, "words"], [gone, "photographs"])
  const { title, standfirst, slug, body } = post
  const words = { title, standfirst, slug, body, tags: [], leadMediaId: null, picture: "", pictureAlt: "" }
  const live = await createRevision(db(), post, { kind: "published", publicFrom: new Date() })
  const earlier = await createRevision(db(), post, { content: { ...words, bylines } })
  const newer = await createRevision(db(), post, { content: { ...words, title: "Newer", bylines } })
  await db()
    .update(posts)
    .set({ liveRevisionId: live.id, workingRevisionId: newer.id })
    .where(eq(posts.id, post.id))
  expect(await merge(eva, gone, kept)).toEqual({ ok: true })

  const after = credited([third, "words"], [kept, "words"], [kept, "photographs"])
  const shown = await getStory(eva, post.id)
  expect(shown?.bylines.map(({ id, part }) => ({ authorId: id, part }))).toEqual(after)
  const [row] = await db().select().from(postRevisions).where(eq(postRevisions.id, earlier.id))
  expect(row?.content).toEqual({ ...words, bylines: after })
  expect(await restoreRevision(eva, { post: post.id, revision: earlier.id })).toMatchObject({ ok: true })
  const restored = await getStory(eva, post.id)
  expect(restored?.bylines.map(({ id, part }) => ({ authorId: id, part }))).toEqual(after)
})

test("a merge finds the versions that name an author along an index, however many others there are", async () => {
  await countStatements()
  const eva = await person("editor")
  const [gone, kept] = [await createAuthor(db()), await createAuthor(db())]
  const post = await createPost(db(), { authorId: gone.id })
  await createRevision(db(), post)
  const others = await createPost(db())
  await db().execute(sql`
    insert into post_revisions (post_id, kind, post_version, content)
    select ${others.id}, 'sitting', n, jsonb_build_object('body', jsonb_build_object('type', 'doc'),
      'bylines', jsonb_build_array(jsonb_build_object('authorId', ${others.authorId}::bigint, 'part', 'words')))
    from generate_series(1, 5000) n`)
  await asOwner((tx) => tx.execute(sql`analyze post_revisions`))
  const scans = async () => {
    await db().execute(sql`select pg_stat_force_next_flush()`)
    const [row] = await db().execute<{ table: number; index: number }>(sql`
      select t.seq_scan::int as table, i.idx_scan::int as index
      from pg_stat_user_tables t join pg_stat_user_indexes i using (relid)
      where i.indexrelname = 'post_revisions_bylines_idx'`)
    return row
  }
  const before = await scans()
  expect(await merge(eva, gone, kept)).toEqual({ ok: true })
  expect(await scans()).toEqual({ table: before?.table, index: (before?.index ?? 0) + 1 })
  await closeDatabase()
})
