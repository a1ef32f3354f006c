import { eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { auditActions } from "@/db/schema/audit-actions"
import { comments } from "@/db/schema/comments"
import type { posts } from "@/db/schema/posts"
import { settings } from "@/db/schema/settings"
import { chainEvents } from "@/lib/audit/chain"
import { getChainState } from "@/lib/audit/chain-state"
import { actionNames } from "@/lib/audit/log/actions"
import { logAddress, logHref } from "@/lib/audit/log/filters"
import { listDeciders, listLatestDecisions, listLog, listStoryLog } from "@/lib/audit/log/queries"
import { sentenceOf } from "@/lib/audit/log/sentence"
import type { LogEntry } from "@/lib/audit/log/types"
import { versionWords } from "@/lib/audit/log/version-words"
import { recordEvents } from "@/lib/audit/mutations"
import type { Role, Staff } from "@/lib/auth/staff"
import { hashEmail } from "@/lib/email"
import { addBan, undoBan } from "@/lib/moderation/bans/mutations"
import { decideBulk } from "@/lib/moderation/bulk/decide"
import { undoBatch } from "@/lib/moderation/bulk/undo"
import { approveComment, rejectComment } from "@/lib/moderation/decisions/mutations"
import { undoDecision } from "@/lib/moderation/decisions/undo"
import { setCommentMode, undoCommentMode } from "@/lib/posts/comment-mode"
import { tamper } from "../../support/backdate.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let ana: Staff
let ben: Staff
let post: typeof posts.$inferSelect

beforeAll(async () => {
  ana = asStaff(await createStaff(database(), { roles: ["moderator"], name: "Ana" }))
  ben = asStaff(await createStaff(database(), { roles: ["moderator"], name: "Ben" }))
  post = await createPost(database(), { title: "Forty 100% minutes_without cars" })
})

test("a decision is one entry: who, what, why, on which version, about what", async () => {
  const comment = await waiting({ name: "Ottoline", version: 2 })
  await rejectComment(ana, { id: comment.id, version: 2, reason: "abusive" })
  const { entries } = await look({ comment: String(comment.id) })
  expect(entries).toMatchObject([
    { by: "Ana", action: "rejected", reason: "abusive", version: 2, batch: null, seq: null },
  ])
  expect(entries[0]?.comment).toEqual({
    id: comment.id,
    name: "Ottoline",
    title: post.title,
    deleted: false,
  })
  expect(JSON.stringify(entries)).not.toMatch(/email|hash|@/i)
})

test("a moderator reads in words which text a decision was about, and not its number", () => {
  const comment = { id: 1, name: "Ottoline", title: "Rain", deleted: false }
  expect(versionWords({ version: 1, comment })).toBe("")
  expect(versionWords({ version: 2, comment })).toBe("after 1 edit")
  expect(versionWords({ version: 4, comment })).toBe("after 3 edits")
  expect(versionWords({ version: 5, comment: null })).toBe("after 5 saves")
  expect(versionWords({ version: null, comment: null })).toBe("")
})

test("every filter narrows to what it says", async () => {
  const [one, two] = [await waiting(), await waiting()]
  await approveComment(ben, { id: one.id, version: 1 })
  await rejectComment(ben, { id: two.id, version: 1, reason: "off-topic" })
  await database()
    .insert(auditEvents)
    .values({ commentId: one.id, action: "edited", createdAt: new Date("2026-02-03T23:59:59.999Z") })
  const actions = async (asked: Record<string, string>) =>
    (await look(asked)).entries.map(({ action }) => action)
  expect(await actions({ person: String(ben.id) })).toEqual(["rejected", "approved"])
  expect(await actions({ person: String(ben.id), action: "approved" })).toEqual(["approved"])
  expect(await actions({ person: String(ben.id), reason: "off-topic" })).toEqual(["rejected"])
  expect(await actions({ person: "nobody" })).toEqual(["edited"])
  expect(await actions({ from: "2026-02-03", to: "2026-02-03" })).toEqual(["edited"])
  expect(await actions({ from: "2026-02-04", to: "2026-02-28" })).toEqual([])
  await database().insert(settings).values({ key: "timeZone", value: "Europe/Berlin" })
  expect(await actions({ from: "2026-02-04", to: "2026-02-04" })).toEqual(["edited"])
  expect(await actions({ from: "2026-02-01", to: "2026-02-03" })).toEqual([])
  await database().delete(settings)
  expect(await actions({ comment: String(two.id) })).toEqual(["rejected"])
  const other = await createPost(database())
  const elsewhere = await createComment(database(), { postId: other.id, status: "pending" })
  await approveComment(ana, { id: elsewhere.id, version: 1 })
  expect((await look({ story: other.slug })).entries.map(({ comment }) => comment?.id)).toEqual([
    elsewhere.id,
  ])
  expect((await look({ story: "100% MINUTES_w" })).entries.length).toBeGreaterThan(2)
  expect((await look({ story: "100_ minutes%w" })).entries).toEqual([])
})

test("an entry is a sentence about people and stories, in which no number stands", async () => {
  const comment = await waiting({ name: "Marek" })
  const event = { commentId: comment.id }
  const approved = await approveComment(ana, { id: comment.id, version: 1 })
  await undoDecision(ben, (approved.ok && approved.eventId) || 0)
  await database()
    .insert(auditEvents)
    .values([
      { ...event, action: "held", reason: "links" },
      { ...event, action: "edited" },
      { ...event, action: "proved" },
      { ...event, action: "published", staffId: ana.id },
      { ...event, action: "appeal_denied", staffId: ben.id },
    ])
  const { entries } = await look({ comment: String(comment.id) })
  expect(entries.map(sentence).toReversed()).toEqual([
    "Ana approved a comment by Marek on The story",
    "Ben took back the approval of a comment by Marek on The story",
    "The rules held a comment by Marek on The story",
    "Marek changed their comment on The story",
    "Marek proved the address of their comment on The story",
    "Ana published a reply of the staff by Marek on The story",
    "Ben denied the appeal about a comment by Marek on The story",
  ])
  await database().update(comments).set({ status: "deleted" }).where(eq(comments.id, comment.id))
  const [, , , newest] = (await look({ comment: String(comment.id) })).entries
  expect(newest && sentence(newest)).toBe("An author changed their comment on The story")
})

test("what was decided about many at once is one entry, and the batch shows each", async () => {
  const many = await Promise.all(Array.from({ length: 12 }, () => waiting()))
  const outcome = await decideBulk(ana, {
    verdict: "spam",
    seen: many.map(({ id }) => ({ id, version: 1 })),
    about: "everything by one address",
  })
  const batchId = (outcome.ok && outcome.batchId) || 0
  const { entries } = await look({ action: "marked_spam" })
  expect(entries).toMatchObject([
    {
      by: "Ana",
      batch: { id: batchId, count: 12, about: "everything by one address", undone: false, undoable: true },
    },
  ])
  expect((await look({ batch: String(batchId) })).entries).toHaveLength(12)
  expect((await look({ comment: String(many[3]?.id) })).entries).toMatchObject([{ batch: { count: 1 } }])
  await undoBatch(ben, batchId)
  expect((await look({ action: "marked_spam" })).entries).toMatchObject([
    { batch: { count: 12, undone: true } },
  ])
  const [back] = (await look({ action: "undone" })).entries
  expect(back).toMatchObject({ by: "Ben", batch: { count: 12 } })
  expect(back && sentence(back)).toBe("Ben took back the spam mark on 12 comments")
})

test("a ban that is taken back with the comments it marked is a ban that is taken back", async () => {
  const emailHash = hashEmail("banned@example.org")
  const [one] = [await waiting({ emailHash }), await waiting({ emailHash })]
  const ban = await addBan(ana, {
    target: "author",
    comment: one.id,
    lasts: "day",
    reason: "Insults.",
    spam: true,
  })
  if (!ban.ok) throw new Error(ban.reason)
  await undoBan(ben, ban.banId)
  const entries = (await look({})).entries.slice(0, 3)
  expect(entries.map(sentence)).toEqual([
    "Ben took back a ban",
    `Ana banned somebody over a comment by ${one.name} on The story`,
    "Ana marked as spam 2 comments",
  ])
})

test("pages follow each other without a gap or a repetition", async () => {
  const comment = await waiting()
  await database().execute(sql`
    insert into audit_events (comment_id, action, reason)
    select ${comment.id}, 'held', 'paged' from generate_series(1, 120)`)
  const ids: number[] = []
  let before: number | null | undefined
  do {
    const page = await look({ reason: "paged", ...(before ? { before: String(before) } : {}) })
    ids.push(...page.entries.map(({ id }) => id))
    before = page.next
  } while (before !== null)
  expect(ids).toHaveLength(120)
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
})

test("the page tells how the chain stands, and names what is broken", async () => {
  await chainEvents()
  await database()
    .insert(auditEvents)
    .values({ action: "held", commentId: (await waiting()).id })
  const state = await getChainState(ana)
  expect(state).toMatchObject({ found: null, unchained: 1 })
  expect(state.head).toMatch(/^[0-9a-f]{64}$/)
  expect(state.checked).toBe(Math.min(state.seq, 500))
  await tamper((tx) =>
    tx.execute(sql`update audit_events set reason = 'other' where chain_seq = ${state.seq}`),
  )
  expect((await getChainState(ana)).found).toMatchObject({ kind: "changed", seq: state.seq })
})

test("everybody reads of the log what concerns them, and whom it does not concern reads nothing", async () => {
  const person = async (role: Role, name: string) =>
    asStaff(await createStaff(database(), { roles: [role], name }))
  const writer = await person("writer", "Wren")
  const [editor, admin] = [await person("editor", "Eva"), await person("admin", "Ada")]
  const comment = await waiting()
  await database().transaction((tx) =>
    recordEvents(tx, [
      { staffId: ana.id, commentId: comment.id, action: "approved", reason: "readers" },
      { staffId: ana.id, banId: 7, action: "banned", reason: "readers" },
      { staffId: admin.id, action: "settings_changed", reason: "readers" },
      { staffId: editor.id, postId: post.id, action: "post_published", reason: "readers" },
      { memberId: writer.id, action: "staff_invited", reason: "readers", detail: { roles: "writer" } },
      { memberId: writer.id, staffId: writer.id, action: "password_set", reason: "readers" },
    ]),
  )
  const read = async (staff: Staff, subject?: string) =>
    (await listLog(staff, logAddress.parse({ reason: "readers", subject }))).entries
      .map(sentence)
      .toReversed()
  const ofComments = [
    `Ana approved a comment by ${comment.name} on The story`,
    "Ana banned somebody",
    "Ada changed the settings",
  ]
  const ofStories = [`Eva published ${post.title}`]
  const ofStaff = ["The operator invited Wren", "Wren set a password"]
  expect(await read(ana)).toEqual(ofComments)
  expect(await read(editor)).toEqual(ofStories)
  expect(await read(admin)).toEqual([...ofComments, ...ofStories, ...ofStaff])
  expect(await read(admin, "ban")).toEqual(["Ana banned somebody"])
  expect(await read(ana, "staff")).toEqual([])
  expect(await read(editor, "comment")).toEqual([])

  await expect(listLog(writer, logAddress.parse({}))).rejects.toThrow()
  await expect(listDeciders(writer)).rejects.toThrow()
  await expect(getChainState(writer)).rejects.toThrow()
  const names = async (staff: Staff) => (await listDeciders(staff)).map(({ name }) => name)
  expect(await names(ana)).toEqual(["Ada", "Ana", "Ben"])
  expect(await names(editor)).toEqual(["Ada", "Eva", "Wren"])
})

test("moderators read how comments on stories are taken on, whoever changed it, and nothing else of stories", async () => {
  const eva = asStaff(await createStaff(database(), { roles: ["editor"], name: "Eva" }))
  const story = await createPost(database(), { title: "The ferry", commentMode: "open" })
  const set = await setCommentMode(ana, { postId: story.id, mode: "closed" })
  if (!set.ok) throw new Error("Not set.")
  await undoCommentMode(ana, { postId: story.id, eventId: set.eventId ?? 0 })
  await database().transaction((tx) =>
    recordEvents(tx, [{ staffId: eva.id, postId: story.id, action: "post_updated" }]),
  )
  const modes = [
    "Ana changed how comments are taken on The ferry",
    "Ana took back the change of how comments are taken on The ferry",
  ]
  const read = async (staff: Staff, asked: object = {}) =>
    (await listLog(staff, logAddress.parse({ story: story.slug, ...asked }))).entries.toReversed()
  expect((await read(ana)).map(sentence)).toEqual(modes)
  expect((await read(ana)).map((entry) => entry.story?.opens)).toEqual([false, false])
  expect((await read(ana, { subject: "post" })).map(sentence)).toEqual(modes)
  expect((await read(ana, { action: "comment_mode_set" })).map(sentence)).toEqual(modes.slice(0, 1))
  expect(await read(ana, { subject: "comment" })).toEqual([])
  expect((await read(eva)).map(sentence)).toEqual([...modes, "Eva updated The ferry"])
  const latest = await listLatestDecisions(ana, 2)
  expect(latest.map(sentence)).toEqual(modes.toReversed())
})

test("a story's own history is its part of the log, for whoever may see the story", async () => {
  const editor = asStaff(await createStaff(database(), { roles: ["editor"], name: "Edda" }))
  const writer = asStaff(await createStaff(database(), { roles: ["writer"], name: "Wim" }))
  const story = { ...(await createPost(database(), { createdBy: writer.id })), authorIds: [] }
  await createComment(database(), { postId: story.id })
  const event = { postId: story.id, action: "post_updated" } as const
  await database().transaction((tx) =>
    recordEvents(tx, [
      { staffId: writer.id, postId: story.id, action: "post_submitted", version: 1 },
      { staffId: editor.id, postId: post.id, action: "post_published" },
      ...Array.from({ length: 50 }, () => ({ ...event, staffId: editor.id })),
    ]),
  )
  const log = await listStoryLog(writer, story)
  expect(log).toHaveLength(50)
  expect(new Set(log.map(({ by, action }) => `${by} ${action}`))).toEqual(new Set(["Edda post_updated"]))
  expect((await look({ story: story.slug })).entries).toEqual([])
  const all = await listLog(editor, logAddress.parse({ story: story.slug }))
  expect(all.entries.map(({ story }) => story?.id)).toEqual(Array.from({ length: 50 }, () => story.id))
  expect(all.next).not.toBeNull()
  const other = asStaff(await createStaff(database(), { roles: ["writer"] }))
  expect(await listStoryLog(other, story)).toEqual([])
  expect(await listStoryLog(ana, story)).toEqual([])
})

test("every action can be asked for, under the subject that it is about", () => {
  expect(actionNames.toSorted()).toEqual(auditActions.toSorted())
})

test("what an address asks in vain counts as not asked, and the rest comes through", () => {
  const asked = {
    person: "x",
    action: "explode",
    reason: "",
    story: " ",
    comment: "1e9",
    from: "soon",
    to: "2026-13-01",
  }
  expect(logHref(logAddress.parse(asked))).toBe("/desk/log")
  const good =
    "/desk/log?person=7&action=approved&subject=comment&reason=rules&story=a+b&comment=3&batch=4&from=2026-01-01&to=2026-01-31&before=99"
  expect(logHref(logAddress.parse(Object.fromEntries(new URL(good, "http://x").searchParams)))).toBe(good)
})

function look(asked: Record<string, string>) {
  return listLog(ana, logAddress.parse(asked))
}

function waiting(fields: Partial<Parameters<typeof createComment>[1]> = {}) {
  return createComment(database(), { postId: post.id, status: "pending", ...fields })
}

/** An entry as it is read. */
function sentence(entry: LogEntry): string {
  const { who, did, what, by, on } = sentenceOf(entry)
  const where = on === post.title ? "on The story" : on
  return [who, did, what, by && `by ${by}`, where].filter(Boolean).join(" ")
}

test("what staff do to their own account is said of themselves, and to another's of the other", async () => {
  const ada = asStaff(await createStaff(database(), { roles: ["admin"], name: "Ada" }))
  const namesake = await createStaff(database(), { name: "Ada" })
  const detail = { roles: "writer, moderator" }
  await database().transaction((tx) =>
    recordEvents(tx, [
      { memberId: ada.id, staffId: ada.id, action: "roles_changed", reason: "self", detail },
      { memberId: ada.id, staffId: ada.id, action: "sessions_ended", reason: "self" },
      { memberId: ada.id, staffId: ada.id, action: "email_change_asked", reason: "self" },
      { memberId: namesake.id, staffId: ada.id, action: "sessions_ended", reason: "self" },
    ]),
  )
  const { entries } = await listLog(ada, logAddress.parse({ reason: "self" }))
  expect(entries.map(sentence).toReversed()).toEqual([
    "Ada changed their own roles",
    "Ada ended sessions of their own",
    "Ada asked to change their email address",
    "Ada ended every session of Ada",
  ])
  expect(entries.map(({ roles }) => roles)).toEqual([[], [], [], ["writer", "moderator"]])
})
