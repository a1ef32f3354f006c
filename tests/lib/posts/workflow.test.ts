import { and, eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createAuthor, createStaff, paragraphs } from "@/db/factories"
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
import { type PostInput, parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft, schedulePost, takeStep } from "@/lib/posts/mutations"
import { getPost } from "@/lib/posts/queries"
import { discardChanges, restoreRevision } from "@/lib/posts/revisions/mutations"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import { storyStepMail } from "@/lib/posts/step-mail"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { storedStory } from "../../support/story-workflow.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

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
  const [entry] = await listStoryLog(eva, { ...(await storedStory(draft.id)), authorIds: [] })
  expect(entry).toMatchObject({ note: "The owner asked." })
  expect(entry && sentenceOf(entry)).toMatchObject({ did: "added a note to", what: "The mill" })
})

test("an update of nothing shows readers no update, whatever is noted with it", async () => {
  const [wim, eva] = [await person("writer", "Wim"), await person("editor", "Eva")]
  const draft = done(await createDraft(wim, typed("The mill")))
  const live = done(await publishPost(eva, draft, typed("The mill")))
  expect(done(await publishPost(eva, live, typed("The mill", "All well."))).version).toBe(live.version)
  expect((await storedStory(live.id)).revisedAt).toBeNull()
})

test("a story that was taken from readers is approved no more", async () => {
  const [wim, eva] = [await person("writer", "Wim"), await person("editor", "Eva")]
  const draft = done(await createDraft(wim, typed("The mill")))
  const handedIn = done(await takeStep(wim, draft, { ...typed("The mill"), step: "submit" }))
  const approved = done(await takeStep(eva, handedIn, { ...typed("The mill"), step: "approve" }))
  const live = done(await publishPost(eva, approved, typed("The mill")))
  done(await unpublishPost(eva, live))
  expect(await storedStory(live.id)).toMatchObject({ approvedRevisionId: null, approvedBy: null })
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
    const before = await storedStory(draft.id)
    expect(await schedulePost(eva, draft, { ...typed("The mill"), publishAt: tomorrow() })).toEqual({
      ok: false,
      reason: "approval-missing",
    })
    expect(await storedStory(draft.id)).toEqual(before)
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
    const waiting = await storedStory(draft.id)
    expect(waiting).toMatchObject({ status: "scheduled", publishAt, title: "The mill" })

    const refused = { ok: false, reason: "approval-missing" }
    const other = typed("The mill, longer")
    expect(await saveDraft(eva, scheduled, other)).toEqual(refused)
    expect(await schedulePost(eva, scheduled, { ...other, publishAt })).toEqual(refused)
    const first = await firstRevision(draft.id)
    expect(first.content.title).toBe("The first mill")
    expect(await restoreRevision(eva, { post: draft.id, revision: first.id })).toEqual(refused)
    expect(await storedStory(draft.id)).toEqual(waiting)
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
