import { randomUUID } from "node:crypto"
import { and, eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { addBylines, createAuthor, createPost, createRevision, createStaff, paragraphs } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { mailDeliveries } from "@/db/schema/newsletter"
import { postRevisions } from "@/db/schema/post-revisions"
import { posts } from "@/db/schema/posts"
import { settings } from "@/db/schema/settings"
import { staff as staffTable } from "@/db/schema/staff"
import { listStoryLog } from "@/lib/audit/log/queries"
import { sentenceOf } from "@/lib/audit/log/sentence"
import type { Role, Staff } from "@/lib/auth/staff"
import { decryptEmail } from "@/lib/email"
import type { Delivery } from "@/lib/mail/deliveries"
import { unschedulePost } from "@/lib/posts/dates/mutations"
import { type PostInput, parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft, schedulePost, takeStep } from "@/lib/posts/mutations"
import { getPost } from "@/lib/posts/queries"
import { discardChanges, restoreRevision } from "@/lib/posts/revisions/mutations"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import { storyStepMail } from "@/lib/posts/step-mail"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import type { StoryStep } from "@/lib/posts/workflow"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

/** Where a story can stand, a published one with newer words, and one that readers have seen before (`again`). */
const states = [
  "draft",
  "in_review",
  "changes_asked",
  "approved",
  "scheduled",
  "published",
  "proposed",
  "proposal sent back",
  "withdrawn",
  "in_review again",
  "scheduled again",
] as const
type State = (typeof states)[number]

const actions = [
  "save",
  "submit",
  "take back",
  "send back",
  "approve",
  "publish",
  "unpublish",
  "unschedule",
] as const
type Action = (typeof actions)[number]

/** `-` is refused, `=` stays where it stood, anything else is where the story stands afterwards. */
type Row = Record<State, string>
const nothing = Object.fromEntries(states.map((state) => [state, "- - - - - - - -"])) as Row

/**           save  submit     take back  send back      approve  publish   unpublish  unschedule */
const editorOfOthers: Row = {
  draft: "= in_review - - - published = =",
  in_review: "= = - changes_asked approved published = =",
  changes_asked: "= in_review - = approved published = =",
  approved: "= - - changes_asked = published = =",
  scheduled: "= - - - - published = draft",
  published: "= - - - - = withdrawn -",
  proposed: "= - - proposal_sent_back - published withdrawn -",
  "proposal sent back": "= - - = - published withdrawn -",
  withdrawn: "= in_review_again - - - published = =",
  "in_review again": "= = - changes_asked_again approved_again published = =",
  "scheduled again": "= - - - - published = withdrawn",
}

/** Whose story it is: one that they began, one that somebody else began and that credits them, or somebody else's. */
type Own = boolean | "credited"

const ofOwnWriter: Row = {
  ...nothing,
  draft: "= in_review = - - - - -",
  in_review: "= = draft - - - - -",
  changes_asked: "= in_review draft - - - - -",
  published: "= proposed = - - - - -",
  proposed: "= = published - - - - -",
  "proposal sent back": "= proposed published - - - - -",
  "in_review again": "= = draft_again - - - - -",
}

const ofOwnEditor: Row = {
  draft: "= in_review = - - published = =",
  in_review: "= = draft changes_asked approved published = =",
  changes_asked: "= in_review draft = approved published = =",
  approved: "= - - changes_asked = published = =",
  scheduled: "= - - - - published = draft",
  published: "= - = - - = withdrawn -",
  proposed: "= - published proposal_sent_back - published withdrawn -",
  "proposal sent back": "= - published = - published withdrawn -",
  withdrawn: "= in_review_again = - - published = =",
  "in_review again": "= = withdrawn changes_asked_again approved_again published = =",
  "scheduled again": "= - - - - published = withdrawn",
}

const table: { who: string; role: Role; own: Own; row: Row }[] = [
  { who: "a writer, with their own story", role: "writer", own: true, row: ofOwnWriter },
  { who: "a writer, with a story that credits them", role: "writer", own: "credited", row: ofOwnWriter },
  { who: "a writer, with somebody else's story", role: "writer", own: false, row: nothing },
  { who: "a moderator, with a story of their own", role: "moderator", own: true, row: nothing },
  { who: "a moderator, with a story that credits them", role: "moderator", own: "credited", row: nothing },
  { who: "a moderator, with somebody else's story", role: "moderator", own: false, row: nothing },
  { who: "an editor, with somebody else's story", role: "editor", own: false, row: editorOfOthers },
  { who: "an admin, with somebody else's story", role: "admin", own: false, row: editorOfOthers },
  { who: "an editor, with their own story", role: "editor", own: true, row: ofOwnEditor },
  { who: "an editor, with a story that credits them", role: "editor", own: "credited", row: ofOwnEditor },
]

const cases = table.flatMap(({ who, role, own, row }) =>
  states.flatMap((state) =>
    row[state].split(" ").map((word, at) => {
      const action = actions[at] as Action
      const expected = word === "=" ? state : word.replaceAll("_", " ")
      const becomes = word === "-" ? "is refused" : word === "=" ? "leaves it" : `makes it ${expected}`
      return { name: `${who} (${state}): ${action} ${becomes}`, role, own, state, action, word }
    }),
  ),
)

describe("who takes which step with a story, and where it leads", () => {
  test.each(cases)("$name", async ({ role, own, state, action, word }) => {
    const who = await person(role)
    const maker = own === true ? who : await person("writer")
    const post = await standing(state, maker)
    if (own === "credited" && who.authorId) {
      await addBylines(database(), post.id, { authorId: who.authorId, part: "words" })
    }
    const outcome = await acts[action](who, { id: post.id, version: post.version }, typed("Other words"))
    expect(outcome.ok ? "taken" : outcome.reason).toEqual(
      word === "-" ? expect.not.stringMatching("taken") : "taken",
    )
    const after = await stored(post.id)
    expect(stateOf(after).replaceAll(" ", "_")).toBe(
      word === "-" || word === "=" ? state.replaceAll(" ", "_") : word,
    )
    if (word === "-") expect(after).toEqual(post)
    // By none of these do readers see what a writer wrote.
    const seen = role === "writer" ? await getPost(post.slug) : null
    if (role === "writer") expect(seen?.title ?? "").not.toBe("Other words")
  })
})

test("a story goes from its writer to the editors and back with what they say, each step once in its history", async () => {
  const [wim, eva] = [await person("writer", "Wim"), await person("editor", "Eva")]
  const draft = done(await createDraft(wim, typed("The mill")))
  const handedIn = done(
    await takeStep(wim, draft, { ...typed("The mill", "Is the date right?"), step: "submit" }),
  )
  expect(await takeStep(eva, handedIn, { ...typed("The mill"), step: "send-back" })).toEqual({
    ok: false,
    reason: "note-missing",
  })
  const sent = { ...typed("The mill", "It was 1891."), step: "send-back" as const }
  const back = done(await takeStep(eva, handedIn, sent))
  // A second click, or a request that was repeated, is the first.
  expect(done(await takeStep(eva, handedIn, sent)).version).toBe(back.version)
  const again = done(await takeStep(wim, back, { ...typed("The mill of 1891"), step: "submit" }))
  const approved = done(
    await takeStep(eva, again, { ...typed("The mill of 1891", "Good."), step: "approve" }),
  )
  expect(approved.status).toBe("approved")
  done(await publishPost(eva, approved, typed("The mill of 1891")))
  const events = await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.postId, draft.id))
    .orderBy(auditEvents.id)
  expect(events.map(({ action, staffId, detail }) => [action, staffId, detail.note ?? ""])).toEqual([
    ["post_submitted", wim.id, "Is the date right?"],
    ["post_sent_back", eva.id, "It was 1891."],
    ["post_submitted", wim.id, ""],
    ["post_approved", eva.id, "Good."],
    ["post_published", eva.id, ""],
  ])
})

test("whom a step concerns gets a message with what was said, and nobody who may not see the story any more", async () => {
  // Those of other tests, of whom more than are told could be editors.
  await database().update(staffTable).set({ disabledAt: new Date() })
  const [wim, eva] = [await person("writer", "Wim"), await person("editor", "Eva")]
  const [gone, mod] = [await person("editor", "Gone"), await person("moderator", "Mo")]
  await database().update(staffTable).set({ disabledAt: new Date() }).where(eq(staffTable.id, gone.id))
  const draft = done(await createDraft(wim, typed("The mill")))
  const handedIn = done(
    await takeStep(wim, draft, { ...typed("The mill", "Please <b>hurry</b>."), step: "submit" }),
  )
  const [first] = await messages(draft.id)
  expect((await messages(draft.id)).map(({ to }) => to)).toEqual([eva.email])
  expect(first?.mail?.subject).toBe("For review: The mill")
  expect(first?.mail?.quote).toBe("Please <b>hurry</b>.")
  expect(first?.mail?.button?.href).toMatch(new RegExp(`/desk/posts/${draft.id}$`))

  // Handed in again within the quarter of an hour: the editors know.
  const back = done(await takeStep(wim, handedIn, { ...typed("The mill"), step: "take-back" }))
  const again = done(await takeStep(wim, back, { ...typed("The mill"), step: "submit" }))
  expect(await messages(draft.id)).toHaveLength(1)

  done(await takeStep(eva, again, { ...typed("The mill", "Shorter."), step: "send-back" }))
  expect((await messages(draft.id)).map(({ to, mail }) => [to, mail?.subject])).toEqual([
    [eva.email, "For review: The mill"],
    [wim.email, "Changes requested: The mill"],
  ])
  await database()
    .update(staffTable)
    .set({ roles: ["moderator"] })
    .where(eq(staffTable.id, wim.id))
  expect((await messages(draft.id))[1]?.mail).toBeNull()
  expect((await messages(draft.id)).map(({ to }) => to)).not.toContain(mod.email)
})

test("a note on a story that stands there already is in the log as a note, and as no step", async () => {
  const eva = await person("editor", "Eva")
  const draft = done(await createDraft(eva, typed("The mill")))
  const live = done(await publishPost(eva, draft, typed("The mill")))
  const withdrawn = done(await unpublishPost(eva, live))
  const noted = { ...typed("The mill", "The owner asked."), step: "take-back" as const }
  expect(done(await takeStep(eva, withdrawn, noted)).status).toBe("withdrawn")
  const [entry] = await listStoryLog(eva, { ...(await stored(draft.id)), authorIds: [] })
  expect(entry).toMatchObject({ note: "The owner asked." })
  expect(entry && sentenceOf(entry)).toMatchObject({ did: "added a note to", what: "The mill" })
})

test("an update of nothing shows readers no update, whatever is noted with it", async () => {
  const [wim, eva] = [await person("writer", "Wim"), await person("editor", "Eva")]
  const draft = done(await createDraft(wim, typed("The mill")))
  const live = done(await publishPost(eva, draft, typed("The mill")))
  expect(done(await publishPost(eva, live, typed("The mill", "All well."))).version).toBe(live.version)
  expect((await stored(live.id)).revisedAt).toBeNull()
})

test("a story that was taken from readers is approved no more", async () => {
  const [wim, eva] = [await person("writer", "Wim"), await person("editor", "Eva")]
  const draft = done(await createDraft(wim, typed("The mill")))
  const handedIn = done(await takeStep(wim, draft, { ...typed("The mill"), step: "submit" }))
  const approved = done(await takeStep(eva, handedIn, { ...typed("The mill"), step: "approve" }))
  const live = done(await publishPost(eva, approved, typed("The mill")))
  done(await unpublishPost(eva, live))
  expect(await stored(live.id)).toMatchObject({ approvedRevisionId: null, approvedBy: null })
})

test("what a writer proposes for a published story is seen by no reader until an editor updates it", async () => {
  const [wim, eva] = [await person("writer", "Wim"), await person("editor", "Eva")]
  const draft = done(await createDraft(wim, typed("The mill")))
  const live = done(await publishPost(eva, draft, typed("The mill")))
  const saved = done(await saveDraft(wim, live, typed("The old mill")))
  expect(saved).toMatchObject({ status: "published", unseen: true, proposal: null })
  const proposed = done(await takeStep(wim, saved, { ...typed("The old mill"), step: "submit" }))
  expect(proposed).toMatchObject({ unseen: true, proposal: "in_review" })
  expect((await getPost(live.slug))?.title).toBe("The mill")
  const updated = done(await publishPost(eva, proposed, typed("The old mill")))
  expect(updated).toMatchObject({ unseen: false, proposal: null })
  expect((await getPost(updated.slug))?.title).toBe("The old mill")

  // An editor's own newer words are not the writer's to discard.
  const newer = done(await saveDraft(eva, updated, typed("The very old mill")))
  expect(await discardChanges(wim, newer)).toEqual({ ok: false, reason: "others-words" })
  expect(done(await discardChanges(eva, newer)).unseen).toBe(false)
})

describe("where nobody publishes alone what they wrote themselves", () => {
  beforeEach(async () => {
    await database().insert(settings).values({ key: "approvalByAnother", value: true })
  })
  afterEach(async () => {
    await database().delete(settings)
  })

  test("an editor's own story goes out once a colleague has approved it, just as it stands", async () => {
    const [eva, ed] = [await person("editor", "Eva"), await person("editor", "Ed")]
    const draft = done(await createDraft(eva, typed("The mill")))
    expect(await publishPost(eva, draft, typed("The mill"))).toEqual({
      ok: false,
      reason: "approval-missing",
    })
    const handedIn = done(await takeStep(eva, draft, { ...typed("The mill"), step: "submit" }))
    expect(await takeStep(eva, handedIn, { ...typed("The mill"), step: "approve" })).toEqual({
      ok: false,
      reason: "own-approval",
    })
    const approved = done(await takeStep(ed, handedIn, { ...typed("The mill"), step: "approve" }))
    // Within the sitting that was approved: what was approved stays as it was.
    const [revision] = await approvedRevision(draft.id)
    const changed = done(await saveDraft(eva, approved, typed("The mill, longer")))
    expect(await approvedRevision(draft.id)).toEqual([revision])
    expect(await publishPost(eva, changed, typed("The mill, longer"))).toEqual({
      ok: false,
      reason: "approval-missing",
    })
    const restored = done(await saveDraft(eva, changed, typed("The mill")))
    expect(done(await publishPost(eva, restored, typed("The mill"))).status).toBe("published")
  })

  test("an editor schedules no story of their own that no colleague has approved", async () => {
    const eva = await person("editor", "Eva")
    const draft = done(await createDraft(eva, typed("The mill")))
    const before = await stored(draft.id)
    expect(await schedulePost(eva, draft, { ...typed("The mill"), publishAt: tomorrow() })).toEqual({
      ok: false,
      reason: "approval-missing",
    })
    expect(await stored(draft.id)).toEqual(before)
  })

  test("what a colleague approved goes out at its time as it was approved, whatever its author saves or brings back meanwhile", async () => {
    const [eva, ed] = [await person("editor", "Eva"), await person("editor", "Ed")]
    const draft = done(await createDraft(eva, typed("The first mill")))
    const words = typed("The mill")
    const edited = done(await saveDraft(ed, draft, words))
    const handedIn = done(await takeStep(eva, edited, { ...words, step: "submit" }))
    const approved = done(await takeStep(ed, handedIn, { ...words, step: "approve" }))
    const publishAt = tomorrow()
    const scheduled = done(await schedulePost(eva, approved, { ...words, publishAt }))
    const waiting = await stored(draft.id)
    expect(waiting).toMatchObject({ status: "scheduled", publishAt, title: "The mill" })

    const refused = { ok: false, reason: "approval-missing" }
    const other = typed("The mill, longer")
    expect(await saveDraft(eva, scheduled, other)).toEqual(refused)
    expect(await schedulePost(eva, scheduled, { ...other, publishAt })).toEqual(refused)
    const first = await firstRevision(draft.id)
    expect(first.content.title).toBe("The first mill")
    expect(await restoreRevision(eva, { post: draft.id, revision: first.id })).toEqual(refused)
    expect(await stored(draft.id)).toEqual(waiting)
    // To a colleague all of it is open.
    const longer = done(await saveDraft(ed, scheduled, other))
    expect(longer.status).toBe("scheduled")
    expect(done(await restoreRevision(ed, { post: draft.id, revision: first.id })).status).toBe("scheduled")
  })

  test("a colleague publishes what somebody else wrote, and one who is credited does not", async () => {
    const [wim, eva] = [await person("writer", "Wim"), await person("editor", "Eva")]
    const draft = done(await createDraft(wim, typed("The mill")))
    const credited = { ...typed("The mill"), bylines: [{ id: eva.authorId, part: "words" as const }] }
    expect(await publishPost(eva, draft, credited)).toEqual({ ok: false, reason: "approval-missing" })
    expect(done(await publishPost(eva, draft, typed("The mill"))).status).toBe("published")
  })
})

const step =
  (name: StoryStep) =>
  (who: Staff, seen: { id: number; version: number }, input: PostInput): Promise<SaveOutcome> =>
    takeStep(who, seen, { ...input, ...(name === "send-back" ? { note: "Not yet." } : {}), step: name })

const acts: Record<Action, typeof saveDraft> = {
  save: saveDraft,
  submit: step("submit"),
  "take back": step("take-back"),
  "send back": step("send-back"),
  approve: step("approve"),
  publish: publishPost,
  unpublish: (who, seen) => unpublishPost(who, seen),
  unschedule: (who, seen) => unschedulePost(who, seen),
}

/** A story that stands there, with words of its own beside those that readers see where it has some. */
async function standing(state: State, maker: Staff) {
  const proposal =
    state === "proposed" ? "in_review" : state === "proposal sent back" ? "changes_asked" : null
  const [word] = state.split(" ") as [(typeof posts.$inferSelect)["status"]]
  const status = proposal ? "published" : word
  const isPublic = status === "published" || status === "withdrawn" || state.endsWith(" again")
  const post = await createPost(database(), {
    slug: `story-${randomUUID()}`,
    status,
    createdBy: maker.id,
    authorId: maker.authorId ?? undefined,
    publishedAt: isPublic ? new Date() : null,
  })
  if (!proposal) return post
  const live = await createRevision(database(), post, { kind: "published", publicFrom: new Date() })
  const newer = await createRevision(database(), { ...post, title: "Newer words" })
  await database()
    .update(posts)
    .set({ liveRevisionId: live.id, workingRevisionId: newer.id, proposal })
    .where(eq(posts.id, post.id))
  return stored(post.id)
}

function stateOf({ status, proposal, publishedAt }: typeof posts.$inferSelect): string {
  const again = publishedAt !== null && status !== "published" && status !== "withdrawn"
  if (proposal === null) return again ? `${status} again` : status
  return proposal === "in_review" ? "proposed" : "proposal sent back"
}

async function stored(id: number) {
  const [post] = await database().select().from(posts).where(eq(posts.id, id))
  if (!post) throw new Error("no such story")
  return post
}

async function firstRevision(postId: number) {
  const [revision] = await database()
    .select()
    .from(postRevisions)
    .where(eq(postRevisions.postId, postId))
    .orderBy(postRevisions.id)
    .limit(1)
  if (!revision) throw new Error("no version was kept")
  return revision
}

const tomorrow = () => new Date(Date.now() + 86_400_000)

function approvedRevision(postId: number) {
  return database()
    .select({ id: postRevisions.id, content: postRevisions.content })
    .from(postRevisions)
    .innerJoin(posts, eq(posts.approvedRevisionId, postRevisions.id))
    .where(eq(posts.id, postId))
}

async function person(role: Role, name: string = role): Promise<Staff> {
  const author = await createAuthor(database(), { name })
  const row = await createStaff(database(), {
    name,
    roles: [role],
    authorId: author.id,
    joinedAt: new Date(),
  })
  return asStaff(row)
}

function typed(title: string, note?: string): PostInput {
  const form = new FormData()
  const fields = {
    title,
    standfirst: "",
    body: JSON.stringify(paragraphs("It rained, and everybody came.")),
    slug: "",
    tags: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
    ...(note ? { note } : {}),
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

function done(outcome: SaveOutcome): SavedPost {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.post
}

/** What was queued about a story, and as it would be sent now. */
async function messages(postId: number) {
  const rows: Delivery[] = await database()
    .select()
    .from(mailDeliveries)
    .where(and(eq(mailDeliveries.kind, "story_step"), sql`content ->> 'post' = ${String(postId)}`))
    .orderBy(mailDeliveries.id)
  return Promise.all(
    rows.map(async (row) => ({
      to: decryptEmail(row.recipientSealed),
      mail: await storyStepMail(row, {
        publicationName: "The Gazette",
        language: "en",
        timeZone: "Europe/Amsterdam",
      }),
    })),
  )
}
