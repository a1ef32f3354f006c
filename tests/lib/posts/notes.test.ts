import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost, createStaff } from "@/db/factories"
import { postNotes } from "@/db/schema/post-notes"
import { postRevisions } from "@/db/schema/post-revisions"
import { posts } from "@/db/schema/posts"
import type { Role, Staff } from "@/lib/auth/staff"
import { parseForm } from "@/lib/parse-form"
import { noteOnPassageInput } from "@/lib/posts/notes/input"
import { noteLimits } from "@/lib/posts/notes/limits"
import { addNoteOnPassage, deleteNote, replyToNote, resolveNote } from "@/lib/posts/notes/mutations"
import { listNotes } from "@/lib/posts/notes/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { tagsNamedBy } from "../../support/tags-of.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff
let wim: Staff
let story: Awaited<ReturnType<typeof createPost>>
const person = async (name: string, role: Role) =>
  asStaff(await createStaff(database(), { name, roles: [role] }))
const passage = { quote: "The first paragraph", before: "", after: " of story", place: 0 }
const add = (staff: Staff, body = "Who says so?", fields: Partial<typeof passage> = {}) =>
  addNoteOnPassage(staff, { post: story.id, body, ...passage, ...fields })
const only = async (staff = eva) => {
  const [note] = await listNotes(staff, story.id)
  if (!note) throw new Error("There is no note.")
  return note
}

beforeEach(async () => {
  eva = await person("Eva", "editor")
  wim = await person("Wim", "writer")
  story = await createPost(database(), { status: "in_review", publishedAt: null, createdBy: wim.id })
})

describe("a note on a passage", () => {
  test("is read, answered, resolved and opened again by those who may see the story, a writer whose story is approved too", async () => {
    await database().update(posts).set({ status: "approved" }).where(eq(posts.id, story.id))
    expect(await add(eva)).toEqual({ ok: true })
    const note = await only(wim)
    expect(note).toMatchObject({ body: "Who says so?", by: "Eva", own: false, passage, resolvedBy: null })
    const which = { post: story.id, note: note.id }
    expect(await replyToNote(wim, { ...which, body: "The harbour master." })).toEqual({ ok: true })
    expect(await only()).toMatchObject({ replies: [{ by: "Wim", body: "The harbour master." }] })
    await resolveNote(wim, { ...which, resolved: true })
    expect(await only()).toMatchObject({ resolvedBy: "Wim" })
    await replyToNote(eva, { ...which, body: "And who is that?" })
    expect(await only()).toMatchObject({ resolvedBy: null })
    await resolveNote(eva, { ...which, resolved: true })
    await resolveNote(eva, { ...which, resolved: false })
    expect(await only()).toMatchObject({ resolvedBy: null })
  })

  test("is none for a moderator or for another writer, who find no story there", async () => {
    await add(eva)
    const { id } = await only()
    const gone = { ok: false, reason: "not-found" }
    for (const other of [await person("Mo", "moderator"), await person("Wanda", "writer")]) {
      expect(await listNotes(other, story.id)).toEqual([])
      expect(await add(other)).toEqual(gone)
      const which = { post: story.id, note: id }
      expect(await replyToNote(other, { ...which, body: "No." })).toEqual(gone)
      expect(await resolveNote(other, { ...which, resolved: true })).toEqual(gone)
      expect(await deleteNote(other, which)).toEqual(gone)
    }
    expect(await only()).toMatchObject({ replies: [], resolvedBy: null })
  })

  test("is not found under another story that somebody may see, and an answer is no note", async () => {
    await add(eva)
    const { id } = await only()
    const own = await createPost(database(), { createdBy: wim.id, status: "draft", publishedAt: null })
    const foreign = { post: own.id, note: id }
    const gone = { ok: false, reason: "not-found" }
    expect(await replyToNote(wim, { ...foreign, body: "No." })).toEqual(gone)
    expect(await resolveNote(wim, { ...foreign, resolved: true })).toEqual(gone)
    await replyToNote(wim, { post: story.id, note: id, body: "Yes." })
    const [reply] = (await only()).replies
    const answer = { post: story.id, note: reply?.id ?? 0 }
    expect(await replyToNote(wim, { ...answer, body: "Deeper." })).toEqual(gone)
    expect(await deleteNote(wim, answer)).toEqual(gone)
  })

  test("is its author's to delete while nobody has answered, and nobody else's", async () => {
    await add(wim)
    const which = { post: story.id, note: (await only()).id }
    expect(await deleteNote(eva, which)).toEqual({ ok: false, reason: "not-own" })
    await replyToNote(eva, { ...which, body: "Right." })
    expect(await deleteNote(wim, which)).toEqual({ ok: false, reason: "answered" })
    await add(wim, "Another one.")
    const another = (await listNotes(wim, story.id)).find(({ body }) => body === "Another one.")
    expect(await deleteNote(wim, { post: story.id, note: another?.id ?? 0 })).toEqual({ ok: true })
    expect(await listNotes(wim, story.id)).toHaveLength(1)
  })

  test("sent twice is one, also at the same moment, and so is an answer", async () => {
    await Promise.all([add(eva), add(eva), add(eva)])
    const note = await only()
    expect(await listNotes(eva, story.id)).toHaveLength(1)
    const reply = { post: story.id, note: note.id, body: "Yes." }
    await Promise.all([replyToNote(wim, reply), replyToNote(wim, reply)])
    expect((await only()).replies).toHaveLength(1)
  })

  test("is listed in the order of the passages", async () => {
    await add(eva, "Third", { place: 300 })
    await add(eva, "First", { place: 10 })
    await add(wim, "Second", { place: 20 })
    expect((await listNotes(eva, story.id)).map(({ body }) => body)).toEqual(["First", "Second", "Third"])
  })

  test("is in nothing that readers or versions of the story have, and names no cache tag", async () => {
    const shown = await createPost(database(), { createdBy: wim.id })
    const before = await database().select().from(posts).where(eq(posts.id, shown.id))
    const { named } = await tagsNamedBy(() =>
      addNoteOnPassage(eva, { post: shown.id, body: "Only we know this.", ...passage }),
    )
    expect(named).toEqual([])
    expect(await database().select().from(posts).where(eq(posts.id, shown.id))).toEqual(before)
    expect(await database().$count(postRevisions, eq(postRevisions.postId, shown.id))).toBe(0)
  })
})

test("a story takes so many open notes, and a note so many answers; resolving one makes room", async () => {
  const row = { postId: story.id, staffId: eva.id, quote: "The", body: "More" }
  const rows = await database()
    .insert(postNotes)
    .values(Array.from({ length: noteLimits.open }, (_, n) => ({ ...row, place: n })))
    .returning()
  expect(await add(wim)).toEqual({ ok: false, reason: "too-many-notes" })
  const [first] = rows
  await resolveNote(eva, { post: story.id, note: first?.id ?? 0, resolved: true })
  expect(await add(wim)).toEqual({ ok: true })
  const { quote: _, ...reply } = { ...row, parentId: rows[1]?.id ?? 0 }
  await database()
    .insert(postNotes)
    .values(Array.from({ length: noteLimits.replies }, (_, n) => ({ ...reply, body: `Reply ${n}` })))
  expect(await replyToNote(wim, { post: story.id, note: reply.parentId, body: "Again" })).toEqual({
    ok: false,
    reason: "too-many-replies",
  })
})

test("a story holds a thousand notes and answers in all, resolved ones too; one's own that nobody answered makes room", async () => {
  await add(wim, "Mine.")
  const own = await only()
  const row = { postId: story.id, staffId: eva.id, quote: "The", body: "More", resolvedAt: new Date() }
  const rows = Array.from({ length: noteLimits.inAll - 1 }, (_, place) => ({ ...row, place }))
  await database().insert(postNotes).values(rows)
  const refused = { ok: false, reason: "too-many-in-all" }
  expect(await add(eva)).toEqual(refused)
  expect(await replyToNote(eva, { post: story.id, note: own.id, body: "Yes." })).toEqual(refused)
  expect(await deleteNote(wim, { post: story.id, note: own.id })).toEqual({ ok: true })
  expect(await add(eva)).toEqual({ ok: true })
})

test("notes and answers of a story are bounded in bytes too, in whatever letters; a shorter one still has room", async () => {
  const longest = "漢".repeat(noteLimits.body)
  const bytes = Buffer.byteLength(longest + passage.quote + passage.after)
  await add(eva, longest)
  const { id: note } = await only()
  const row = { postId: story.id, staffId: eva.id, ...passage, body: longest, resolvedAt: new Date() }
  const room = Math.floor(noteLimits.bytesInAll / bytes)
  await database()
    .insert(postNotes)
    .values(Array.from({ length: room - 1 }, () => row))
  const refused = { ok: false, reason: "too-much-in-all" }
  expect(await add(wim, longest)).toEqual(refused)
  expect(await replyToNote(wim, { post: story.id, note, body: longest })).toEqual(refused)
  expect(await add(wim, "Shorter.")).toEqual({ ok: true })
  expect(await replyToNote(wim, { post: story.id, note, body: "Yes." })).toEqual({ ok: true })
})

test("nothing is noted on a story in the trash", async () => {
  await add(eva)
  const { id: note } = await only()
  await database().update(posts).set({ trashedAt: new Date() }).where(eq(posts.id, story.id))
  const which = { post: story.id, note }
  const refused = { ok: false, reason: "in-trash" }
  expect(await add(wim)).toEqual(refused)
  expect(await replyToNote(wim, { ...which, body: "Yes." })).toEqual(refused)
  expect(await resolveNote(wim, { ...which, resolved: true })).toEqual(refused)
  expect(await deleteNote(eva, which)).toEqual(refused)
  expect(await listNotes(eva, story.id)).toHaveLength(1)
})

test("a note has 2,000 letters and a passage, and says so where it has not", () => {
  const sent = (fields: Record<string, string>) => {
    const form = new FormData()
    const typed = {
      post: "1",
      body: "Why?",
      quote: "The mayor",
      before: "",
      after: "",
      place: "0",
      ...fields,
    }
    for (const [name, value] of Object.entries(typed)) form.set(name, value)
    return parseForm(noteOnPassageInput, form)
  }
  expect(sent({ body: "é".repeat(2000) })).toMatchObject({ ok: true })
  expect(sent({ body: "é".repeat(2001) })).toMatchObject({
    ok: false,
    errors: { body: "This is too long; 2,000 letters at most." },
  })
  expect(sent({ body: " \n" })).toMatchObject({ ok: false, errors: { body: "Write something first." } })
  expect(sent({ quote: " " })).toMatchObject({
    ok: false,
    errors: { quote: "Select some words of the story first." },
  })
  expect(sent({ place: "-1" })).toMatchObject({ ok: false })
})
