import { and, eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createComment, createPost, createStaff, paragraphs } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { posts } from "@/db/schema/posts"
import { getQueueItem } from "@/lib/moderation/queue/queries"
import { setCommentMode, undoCommentMode } from "@/lib/posts/comment-mode"
import { parsePost } from "@/lib/posts/input"
import { publishPost, saveDraft } from "@/lib/posts/mutations"
import { maySetCommentMode } from "@/lib/posts/policy"
import type { CommentMode } from "@/lib/settings/comment-modes"
import { backdate } from "../../support/backdate.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let changed: string[]
let stopListening: () => void

beforeEach(() => {
  changed = []
  stopListening = onTagChanged((tag) => changed.push(tag))
})

afterEach(() => stopListening())

async function moderator() {
  return asStaff(await createStaff(database(), { roles: ["moderator"] }))
}

async function readPost(id: number) {
  const [row] = await database().select().from(posts).where(eq(posts.id, id))
  if (!row) throw new Error("The story is gone.")
  return row
}

test("a moderator closes a story's comments: its form is dropped, its version and its pages stay", async () => {
  const { id, slug, version } = await createPost(database())
  const mo = await moderator()
  expect(await setCommentMode(mo, { postId: id, mode: "closed" })).toMatchObject({ ok: true })
  expect(await readPost(id)).toMatchObject({ commentMode: "closed", version })
  expect(changed).toEqual([`form:${slug}`])
  const [event] = await database().select().from(auditEvents).where(eq(auditEvents.postId, id))
  expect(event).toMatchObject({
    action: "comment_mode_set",
    staffId: mo.id,
    detail: { from: "publication", to: "closed" },
  })
})

test("setting the same mode twice is one change in the log", async () => {
  const { id } = await createPost(database())
  const mo = await moderator()
  await setCommentMode(mo, { postId: id, mode: "closed" })
  expect(await setCommentMode(mo, { postId: id, mode: "closed" })).toEqual({ ok: true, eventId: null })
  expect(await database().$count(auditEvents, eq(auditEvents.postId, id))).toBe(1)
})

test("a story that its age has closed keeps its pages when its own mode becomes closed", async () => {
  const { id } = await createPost(database(), { publishedAt: new Date("2020-01-01") })
  await database().execute("insert into settings (key, value) values ('commentsCloseAfterDays', '30')")
  await setCommentMode(await moderator(), { postId: id, mode: "closed" })
  await database().execute("delete from settings where key = 'commentsCloseAfterDays'")
  expect(changed).toEqual([])
})

test("only moderators, and only published stories", async () => {
  const { id } = await createPost(database(), { status: "draft", publishedAt: null })
  const shown = await createPost(database())
  const editor = asStaff(await createStaff(database(), { roles: ["editor"] }))
  expect(await setCommentMode(await moderator(), { postId: id, mode: "closed" })).toEqual({
    ok: false,
    reason: "not-published",
  })
  expect(await setCommentMode(editor, { postId: shown.id, mode: "closed" })).toEqual({
    ok: false,
    reason: "not-allowed",
  })
  const closing = { from: "open", to: "closed", site: "open" } as const
  expect(maySetCommentMode(editor, { status: "published" }, closing)).toBe(false)
  expect(maySetCommentMode(await moderator(), { status: "withdrawn" }, closing)).toBe(false)
})

test("a moderator makes a story's mode stricter and never milder; who edits all stories does both", async () => {
  const mo = await moderator()
  const ada = asStaff(await createStaff(database(), { roles: ["admin"] }))
  const refused = { ok: false, reason: "mode-milder" }
  const { id } = await createPost(database(), { commentMode: "closed" })
  for (const mode of ["hold_all", "open", null] as const) {
    expect(await setCommentMode(mo, { postId: id, mode })).toEqual(refused)
  }
  expect((await readPost(id)).commentMode).toBe("closed")
  expect(await setCommentMode(ada, { postId: id, mode: "open" })).toMatchObject({ ok: true })
  expect(await setCommentMode(mo, { postId: id, mode: "hold_all" })).toMatchObject({ ok: true })
  expect(await setCommentMode(mo, { postId: id, mode: "closed" })).toMatchObject({ ok: true })
})

test("whether a mode is stricter is judged by what holds: the publication's where a story has none", async () => {
  const mo = await moderator()
  const set = (from: CommentMode | null, to: CommentMode | null, site: CommentMode) =>
    maySetCommentMode(mo, { status: "published" }, { from, to, site })
  expect(set(null, "hold_all", "open")).toBe(true)
  expect(set(null, "hold_all", "closed")).toBe(false)
  expect(set(null, "hold_all", "hold_all")).toBe(true)
  expect(set("open", null, "hold_all")).toBe(true)
  // It would become milder with the publication.
  expect(set("hold_all", null, "hold_all")).toBe(false)
  // A commenter who has only proved an address waits under the first and not under the second.
  expect(set("hold_first", "hold_unverified", "open")).toBe(false)
  expect(set("hold_unverified", "hold_first", "open")).toBe(true)
})

test("a moderator takes back their own change alone, within the hour; who edits all stories anybody's", async () => {
  const { id } = await createPost(database(), { commentMode: "open" })
  const [mo, ben] = [await moderator(), await moderator()]
  const ada = asStaff(await createStaff(database(), { roles: ["admin"] }))
  const eventId = await set(mo, id, "closed")
  expect(await undoCommentMode(ben, { postId: id, eventId })).toEqual({ ok: false, reason: "mode-milder" })
  expect(await undoCommentMode(ada, { postId: id, eventId })).toMatchObject({ ok: true })
  const late = await set(mo, id, "closed")
  await backdate(late, 61)
  expect(await undoCommentMode(mo, { postId: id, eventId: late })).toEqual({ ok: false, reason: "too-late" })
})

test("a card offers what its moderator may do, and says who set the mode", async () => {
  const post = await createPost(database(), { commentMode: "open" })
  const { id } = await createComment(database(), { postId: post.id, status: "pending" })
  const [mo, ben] = [await moderator(), await moderator()]
  const ada = asStaff(await createStaff(database(), { roles: ["admin"] }))
  const offers = async (staff: typeof mo) => (await getQueueItem(staff, id))?.thread?.offers
  // The publication's own mode is to hold every comment.
  expect(await offers(mo)).toEqual(["hold_thread", "close_thread", "free_thread"])
  const eventId = await set(mo, post.id, "closed")
  expect(await offers(mo)).toEqual(["undo_thread"])
  expect(await offers(ben)).toEqual([])
  expect(await offers(ada)).toEqual(["hold_thread", "free_thread", "undo_thread"])
  expect((await getQueueItem(ben, id))?.thread?.change).toMatchObject({ id: eventId, by: mo.name })
})

test("undoing brings the former mode back, once", async () => {
  const { id } = await createPost(database(), { commentMode: "hold_first" })
  const mo = await moderator()
  const eventId = await set(mo, id, "closed")
  expect(await undoCommentMode(mo, { postId: id, eventId })).toMatchObject({ ok: true })
  expect((await readPost(id)).commentMode).toBe("hold_first")
  expect(await undoCommentMode(mo, { postId: id, eventId })).toEqual({ ok: true, eventId: null })
})

test("a mode that somebody has changed since is not taken back", async () => {
  const { id } = await createPost(database())
  const mo = await moderator()
  const eventId = await set(mo, id, "hold_all")
  await set(await moderator(), id, "closed")
  expect(await undoCommentMode(mo, { postId: id, eventId })).toEqual({ ok: false, reason: "mode-changed" })
  expect((await readPost(id)).commentMode).toBe("closed")
})

test("closed, opened and closed again by others: the first closing can no longer be taken back", async () => {
  const { id } = await createPost(database(), { commentMode: "open" })
  const mo = await moderator()
  const eventId = await set(mo, id, "closed")
  const eva = asStaff(await createStaff(database()))
  for (const [mode, seen] of [
    ["open", "closed"],
    ["closed", "open"],
  ] as const) {
    const { version } = await readPost(id)
    await publishPost(eva, { id, version }, typed(`Now ${mode}`, mode, seen))
  }
  expect(await undoCommentMode(mo, { postId: id, eventId })).toEqual({ ok: false, reason: "mode-changed" })
  expect((await readPost(id)).commentMode).toBe("closed")
})

test("once a later change is taken back, the one before it stands again and can be", async () => {
  const { id } = await createPost(database(), { commentMode: "open" })
  const mo = await moderator()
  const first = await set(mo, id, "hold_all")
  const second = await set(mo, id, "closed")
  expect(await undoCommentMode(mo, { postId: id, eventId: first })).toMatchObject({ reason: "mode-changed" })
  await undoCommentMode(mo, { postId: id, eventId: second })
  expect(await undoCommentMode(mo, { postId: id, eventId: first })).toMatchObject({ ok: true })
  expect((await readPost(id)).commentMode).toBe("open")
})

test("a mode that an editor changes with a save is in the log, but not of a story that readers never saw", async () => {
  const eva = asStaff(await createStaff(database()))
  const shown = await createPost(database(), { commentMode: "open" })
  await publishPost(eva, shown, typed("A better title", "closed", "open"))
  const changes = (postId: number) =>
    database().$count(
      auditEvents,
      and(eq(auditEvents.postId, postId), eq(auditEvents.action, "comment_mode_set")),
    )
  expect(await changes(shown.id)).toBe(1)
  const draft = await createPost(database(), { status: "draft", publishedAt: null })
  expect(await saveDraft(eva, draft, typed("A draft", "closed", ""))).toMatchObject({ ok: true })
  expect(await changes(draft.id)).toBe(0)
})

test("an editor who has the story open saves without a conflict, and the thread stays closed", async () => {
  const { id, version } = await createPost(database(), { commentMode: "open" })
  const eva = asStaff(await createStaff(database()))
  await setCommentMode(await moderator(), { postId: id, mode: "closed" })
  const saved = await publishPost(eva, { id, version }, typed("A better title", "open", "open"))
  expect(saved).toMatchObject({ ok: true })
  expect(await readPost(id)).toMatchObject({ title: "A better title", commentMode: "closed" })
})

test("an editor whose page does not say which mode it saw leaves the one that a moderator has set", async () => {
  const { id, version } = await createPost(database(), { commentMode: "open" })
  const eva = asStaff(await createStaff(database()))
  await setCommentMode(await moderator(), { postId: id, mode: "closed" })
  const saved = await publishPost(eva, { id, version }, typed("A better title", "open"))
  expect(saved).toMatchObject({ ok: true, post: { commentMode: "closed" } })
  expect(await readPost(id)).toMatchObject({ title: "A better title", commentMode: "closed" })
})

test("a mode that the editor did change is the one that holds", async () => {
  const { id, version } = await createPost(database(), { commentMode: "open" })
  const eva = asStaff(await createStaff(database()))
  await setCommentMode(await moderator(), { postId: id, mode: "closed" })
  await publishPost(eva, { id, version }, typed("A better title", "hold_first", "open"))
  expect((await readPost(id)).commentMode).toBe("hold_first")
})

async function set(mo: Awaited<ReturnType<typeof moderator>>, postId: number, mode: "closed" | "hold_all") {
  const outcome = await setCommentMode(mo, { postId, mode })
  if (!outcome.ok || outcome.eventId === null) throw new Error("Nothing was changed.")
  return outcome.eventId
}

function typed(title: string, commentMode: string, commentModeSeen?: string) {
  const form = new FormData()
  if (commentModeSeen !== undefined) form.set("commentModeSeen", commentModeSeen)
  const body = JSON.stringify(paragraphs("It rained."))
  const fields = { title, body, commentMode, standfirst: "", slug: "", tags: "" }
  for (const [name, value] of Object.entries({ ...fields, picture: "", pictureAlt: "", bylines: "[]" }))
    form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}
