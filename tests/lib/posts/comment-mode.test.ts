import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createPost, createStaff, paragraphs } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { posts } from "@/db/schema/posts"
import { setCommentMode, undoCommentMode } from "@/lib/posts/comment-mode"
import { parsePost } from "@/lib/posts/input"
import { publishPost } from "@/lib/posts/mutations"
import { maySetCommentMode } from "@/lib/posts/policy"
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
  expect(maySetCommentMode(editor, { status: "published" })).toBe(false)
  expect(maySetCommentMode(await moderator(), { status: "withdrawn" })).toBe(false)
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
  const eventId = await set(mo, id, "closed")
  await set(await moderator(), id, "hold_all")
  expect(await undoCommentMode(mo, { postId: id, eventId })).toEqual({ ok: false, reason: "mode-changed" })
  expect((await readPost(id)).commentMode).toBe("hold_all")
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
  for (const [name, value] of Object.entries({ ...fields, picture: "", pictureAlt: "", authorId: "" }))
    form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}
