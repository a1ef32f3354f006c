import { eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createAuthor, createPost, createStaff, paragraphs } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { postRevisions } from "@/db/schema/post-revisions"
import { postBylines } from "@/db/schema/posts"
import type { Role, Staff } from "@/lib/auth/staff"
import { deleteGuest } from "@/lib/authors/delete-guest"
import { answerHref, readAnswer } from "@/lib/posts/bulk/answer-url"
import { bulkSentence } from "@/lib/posts/bulk/messages"
import { actInBulk } from "@/lib/posts/bulk/mutations"
import { getStory, listStories } from "@/lib/posts/desk-queries"
import { type PostInput, parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft, takeStep } from "@/lib/posts/mutations"
import { getPost } from "@/lib/posts/queries"
import { restoreRevision } from "@/lib/posts/revisions/mutations"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import { deleteOverdue } from "@/lib/posts/trash/jobs"
import { archivePost, deletePost, restorePost, trashPost, unarchivePost } from "@/lib/posts/trash/mutations"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

/** What the editor's button "Submit for review" does. */
const submit: typeof saveDraft = (staff, seen, input) => takeStep(staff, seen, { ...input, step: "submit" })

let eva: Staff
let wim: Staff
let mod: Staff
/** The last story of the tests before. */
let last = 0

beforeEach(async () => {
  eva = await person("editor")
  wim = await person("writer")
  mod = await person("moderator")
  const [row] = await database().execute<{ id: string }>(sql`select coalesce(max(id), 0) as id from posts`)
  last = Number(row?.id)
})

describe("the trash", () => {
  test("a writer's draft goes there, cannot be written, submitted or published, and comes back as it was", async () => {
    const draft = done(await createDraft(wim, story()))
    expect(await trashPost(wim, draft.id)).toEqual({ ok: true, changed: true })
    expect(await trashPost(wim, draft.id)).toEqual({ ok: true, changed: false })
    expect(await saveDraft(wim, draft, story({ title: "Other" }))).toMatchObject({ reason: "in-trash" })
    expect(await submit(wim, draft, story())).toMatchObject({ reason: "in-trash" })
    expect(await publishPost(eva, draft, story())).toMatchObject({ reason: "in-trash" })
    const revision = (await getStory(wim, draft.id))?.workingRevisionId ?? 0
    expect(await restoreRevision(wim, { post: draft.id, revision })).toMatchObject({ reason: "in-trash" })
    expect(await ids(wim)).toEqual([])
    expect(await ids(wim, "trash")).toEqual([draft.id])
    expect(await restorePost(wim, draft.id)).toEqual({ ok: true, changed: true })
    expect(await ids(wim)).toEqual([draft.id])
    done(await saveDraft(wim, draft, story({ title: "Other" })))
    expect(await decisions(draft.id)).toEqual(["post_trashed", "post_untrashed"])
  })

  test("nothing that readers see or editors wait for goes there, and no story of somebody else", async () => {
    const draft = done(await createDraft(wim, story()))
    const waiting = done(await submit(wim, draft, story()))
    expect(await trashPost(wim, draft.id)).toEqual({ ok: false, reason: "in-review" })
    const live = done(await publishPost(eva, waiting, story()))
    expect(await trashPost(eva, draft.id)).toEqual({ ok: false, reason: "is-published" })
    done(await unpublishPost(eva, live))
    expect(await trashPost(wim, draft.id)).toEqual({ ok: false, reason: "not-allowed" })
    expect(await trashPost(mod, draft.id)).toEqual({ ok: false, reason: "not-found" })
    expect(await trashPost(await person("writer"), draft.id)).toEqual({ ok: false, reason: "not-found" })
    expect(await trashPost(eva, draft.id)).toEqual({ ok: true, changed: true })
    expect(await restorePost(wim, draft.id)).toEqual({ ok: false, reason: "not-allowed" })
  })

  test("only an editor deletes for good, and then no word is left, while the log still says so", async () => {
    const draft = done(await createDraft(wim, story({ title: "Secret", tags: "a tag" })))
    expect(await deletePost(eva, draft.id)).toEqual({ ok: false, reason: "not-in-trash" })
    await trashPost(wim, draft.id)
    expect(await deletePost(wim, draft.id)).toEqual({ ok: false, reason: "not-allowed" })
    expect(await deletePost(eva, draft.id)).toEqual({ ok: true, changed: true })
    expect(await getStory(eva, draft.id)).toBeNull()
    expect(await ids(eva, "trash")).toEqual([])
    expect(await restorePost(eva, draft.id)).toEqual({ ok: false, reason: "not-found" })
    expect(await database().$count(postRevisions, sql`post_id = ${draft.id}`)).toBe(0)
    const [{ words = "" } = {}] = await database().execute<{ words: string }>(
      sql`select p::text as words from posts p where id = ${draft.id}`,
    )
    expect(words.toLowerCase()).not.toContain("secret")
    expect(await decisions(draft.id)).toEqual(["post_trashed", "post_deleted"])
  })

  test("whom a deleted story credited besides its first author can be deleted, too", async () => {
    const guest = await createAuthor(database(), { name: "A guest" })
    const story = await createPost(database(), { status: "draft", publishedAt: null, createdBy: eva.id })
    const credit = { postId: story.id, authorId: guest.id, part: "photographs" as const, position: 1 }
    await database().insert(postBylines).values(credit)
    await trashPost(eva, story.id)
    await deletePost(eva, story.id)
    const left = await database().select().from(postBylines).where(eq(postBylines.postId, story.id))
    expect(left).toMatchObject([{ authorId: story.authorId, part: "words" }])
    expect(await deleteGuest(eva, { author: guest.id, version: guest.version })).toMatchObject({ ok: true })
  })

  test("after thirty days a draft is deleted by itself, and a story that readers once had is not", async () => {
    const [late, early] = [done(await createDraft(wim, story())), done(await createDraft(wim, story()))]
    const known = done(await publishPost(eva, done(await createDraft(eva, story())), story()))
    done(await unpublishPost(eva, known))
    for (const { id } of [late, early, known]) await trashPost(eva, id)
    const age = (id: number, days: number) =>
      database().execute(
        sql`update posts set trashed_at = now() - make_interval(days => ${days}) where id = ${id}`,
      )
    await age(late.id, 31)
    await age(early.id, 29)
    await age(known.id, 400)
    expect(await deleteOverdue()).toBe(1)
    expect((await ids(eva, "trash")).toSorted()).toEqual([early.id, known.id].toSorted())
    const rows = (await listStories(eva, { shelf: "trash" })).stories
    expect(rows.find(({ id }) => id === early.id)).toMatchObject({ daysLeft: 1, wasPublic: false })
    expect(await decisions(late.id)).toEqual(["post_trashed", "post_deleted"])
    expect(await deleteOverdue()).toBe(0)
  })
})

describe("the archive", () => {
  test("the desk's list leaves an archived story out and readers still have it", async () => {
    const live = done(await publishPost(eva, done(await createDraft(eva, story())), story()))
    expect(await archivePost(eva, live.id)).toEqual({ ok: true, changed: true })
    expect(await ids(eva)).toEqual([])
    expect(await ids(eva, "archived")).toEqual([live.id])
    expect(await getPost(live.slug)).not.toBeNull()
    expect(await archivePost(mod, live.id)).toEqual({ ok: false, reason: "not-found" })
    expect(await unarchivePost(eva, live.id)).toEqual({ ok: true, changed: true })
    expect(await ids(eva)).toEqual([live.id])
  })
})

describe("several at once", () => {
  test("the answer tells how many were moved, and why the others were not", async () => {
    const drafts = [done(await createDraft(eva, story())), done(await createDraft(eva, story()))]
    const live = done(await publishPost(eva, done(await createDraft(eva, story())), story()))
    const result = await actInBulk(eva, {
      act: "trash",
      ids: [...drafts, live].map(({ id }) => id),
      tag: "",
    })
    expect(result).toEqual({ done: drafts.map(({ id }) => id), same: 0, left: { "is-published": 1 } })
    expect(bulkSentence({ ...result, act: "trash", tag: "" })).toBe(
      "2 moved to the trash. 1 story was not moved to the trash: it is published; withdraw it first.",
    )
  })

  test("the answer in the address is told to whom it was given alone, as it was given", async () => {
    const draft = done(await createDraft(eva, story()))
    const result = await actInBulk(eva, { act: "tag", ids: [draft.id], tag: "Two, or “2”" })
    const href = answerHref("status=draft", { staffId: eva.id, act: "tag", tag: "Two, or “2”", result })
    const query = Object.fromEntries(new URL(href, "https://example.org").searchParams)
    expect(readAnswer(query, eva.id)).toMatchObject({ act: "tag", done: [draft.id], tag: "Two, or “2”" })
    const forged = [
      readAnswer(query, wim.id),
      readAnswer({ ...query, done: "1,2,3" }, eva.id),
      readAnswer({ ...query, did: "trash" }, eva.id),
      readAnswer({ ...query, added: "Three" }, eva.id),
      readAnswer({ ...query, seal: "" }, eva.id),
      readAnswer({ did: "delete", done: "1" }, eva.id),
    ]
    for (const answer of forged) {
      expect(answer).toMatchObject({ act: undefined, done: [], tag: "" })
      expect(bulkSentence(answer)).toBe("")
    }
    expect(bulkSentence(readAnswer({ problem: "nothing-chosen" }, eva.id))).toContain("Tick the boxes")
    expect(bulkSentence({ ...result, left: { constructor: 1 } as never, act: "trash", tag: "" })).toContain(
      "1 moved",
    )
  })

  test("a tag is added beside those that a story has, readers have it at once, and undoing takes it off", async () => {
    const live = done(await publishPost(eva, done(await createDraft(eva, story())), story({ tags: "One" })))
    const ask = { ids: [live.id], tag: "Two" }
    expect((await actInBulk(eva, { act: "tag", ...ask })).done).toEqual([live.id])
    expect(await tagsOf(live.slug)).toEqual(["One", "Two"])
    expect((await actInBulk(eva, { act: "tag", ...ask })).same).toBe(1)
    expect((await actInBulk(wim, { act: "untag", ...ask })).left).toEqual({ "not-found": 1 })
    expect((await actInBulk(eva, { act: "untag", ...ask })).done).toEqual([live.id])
    expect(await tagsOf(live.slug)).toEqual(["One"])
  })

  test("a tag is not lost in newer words: such a story is left alone, and unpublishing takes a story back once", async () => {
    const live = done(await publishPost(eva, done(await createDraft(eva, story())), story()))
    done(await saveDraft(eva, live, story({ title: "Newer" })))
    const ask = { ids: [live.id], tag: "Two" }
    expect((await actInBulk(eva, { act: "tag", ...ask })).left).toEqual({ "newer-words": 1 })
    expect((await actInBulk(wim, { act: "unpublish", ...ask })).left).toEqual({ "not-found": 1 })
    expect((await actInBulk(eva, { act: "unpublish", ...ask })).done).toEqual([live.id])
    expect((await actInBulk(eva, { act: "unpublish", ...ask })).same).toBe(1)
    expect(await getPost(live.slug)).toBeNull()
  })
})

describe("the list", () => {
  test("a word is found in titles, texts and words that readers do not see yet, and only in what a person may see", async () => {
    const draft = done(await createDraft(wim, story({ title: "Harbour", body: text("The ferry sails.") })))
    const live = done(await publishPost(eva, done(await createDraft(eva, story())), story()))
    done(await saveDraft(eva, live, story({ body: text("A lighthouse keeper.") })))
    const found = async (staff: Staff, search: string) =>
      (await listStories(staff, { search })).stories.map(({ id }) => id)
    expect(await found(eva, "ferry")).toEqual([draft.id])
    expect(await found(eva, "arbou")).toEqual([draft.id])
    expect(await found(eva, "lighthouse")).toEqual([live.id])
    expect(await found(wim, "lighthouse")).toEqual([])
    expect(await found(eva, "paragraph")).toEqual([])
    expect(await found(eva, `"sails ferry" '; & | !`)).toEqual([])
  })

  test("it is filtered by tag and day, and sorted by title or publication", async () => {
    const make = (title: string, publishedAt: string) =>
      createPost(database(), {
        title: `Sorted ${title}`,
        publishedAt: new Date(publishedAt),
        createdBy: eva.id,
      })
    const [b, a, c] = [
      await make("B", "2026-03-01T23:30:00Z"),
      await make("a", "2026-03-03T12:00:00Z"),
      await make("C", "2026-03-02T12:00:00Z"),
    ]
    const order = async (filter: Parameters<typeof listStories>[1], limit?: number) =>
      (await listStories(eva, { search: "Sorted", ...filter }, limit)).stories.map(({ id }) => id)
    expect(await order({ sort: "title" })).toEqual([a.id, b.id, c.id])
    expect(await order({ sort: "published" })).toEqual([a.id, c.id, b.id])
    // Half an hour before midnight in London is the next day in Berlin.
    const days = { from: "2026-03-02", to: "2026-03-02", timeZone: "Europe/Berlin" }
    expect(await order({ sort: "published", days })).toEqual([c.id, b.id])
    await actInBulk(eva, { act: "tag", ids: [c.id], tag: "News" })
    const [tag] = await database().execute<{ id: string }>(sql`select id from tags where name = 'News'`)
    expect(await order({ tagId: Number(tag?.id) })).toEqual([c.id])
  })
})

async function person(role: Role): Promise<Staff> {
  return asStaff(await createStaff(database(), { roles: [role] }))
}

async function ids(staff: Staff, shelf?: "archived" | "trash") {
  return (await listStories(staff, shelf ? { shelf } : {})).stories
    .map(({ id }) => id)
    .filter((id) => id > last)
}

async function decisions(postId: number) {
  const rows = await database()
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(sql`post_id = ${postId}`)
    .orderBy(auditEvents.id)
  return rows.map(({ action }) => action)
}

async function tagsOf(slug: string) {
  const rows = await database().execute<{ name: string }>(sql`
    select t.name from tags t join post_tags pt on pt.tag_id = t.id join posts p on p.id = pt.post_id
    where p.slug = ${slug} order by pt.position`)
  return rows.map(({ name }) => name)
}

function done(outcome: SaveOutcome): SavedPost {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.post
}

function text(words: string): string {
  return JSON.stringify(paragraphs(words))
}

function story(fields: Record<string, string> = {}): PostInput {
  const form = new FormData()
  const all = { title: "A story", standfirst: "", body: text("Some words."), slug: "", tags: "", ...fields }
  for (const [name, value] of Object.entries({ picture: "", pictureAlt: "", commentMode: "", ...all }))
    form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed))
  return parsed.value
}
