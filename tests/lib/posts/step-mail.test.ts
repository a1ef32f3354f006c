import { and, eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createAuthor, createStaff, paragraphs } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { mailDeliveries } from "@/db/schema/newsletter"
import { postBylines } from "@/db/schema/posts"
import { staff as staffTable } from "@/db/schema/staff"
import type { Role, Staff } from "@/lib/auth/staff"
import { decryptEmail } from "@/lib/email"
import type { Delivery } from "@/lib/mail/deliveries"
import { publishDue } from "@/lib/posts/dates/go-live"
import { unschedulePost } from "@/lib/posts/dates/mutations"
import { type PostInput, parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft, schedulePost, takeStep } from "@/lib/posts/mutations"
import { discardChanges } from "@/lib/posts/revisions/mutations"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import { storyStepMail } from "@/lib/posts/step-mail"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let wim: Staff
let eva: Staff

beforeEach(async () => {
  // Those of other tests, of whom more than are told could be editors.
  await database().update(staffTable).set({ disabledAt: new Date() })
  wim = await person("writer", "Wim")
  eva = await person("editor", "Eva")
})

describe("a scheduled story", () => {
  // Summer time: two hours ahead of Greenwich.
  const publishAt = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 6, 3, 7, 30))
  const year = publishAt.getUTCFullYear()
  const afterwards = sql`${publishAt.toISOString()}::timestamptz + interval '1 minute'`

  test("tells its writer of the time by the newsroom's clocks with the editor's note, and both of them once it is out", async () => {
    const draft = await drafted()
    const wish = { ...typed("The mill", "After the vote."), publishAt }
    const scheduled = done(await schedulePost(eva, draft, wish))
    // A second click says nothing twice.
    done(await schedulePost(eva, scheduled, wish))
    const told = await messages(draft.id)
    expect(told.map(({ to, mail }) => [to, mail?.subject, mail?.quote])).toEqual([
      [wim.email, "Scheduled: The mill", "After the vote."],
    ])
    expect(told[0]?.mail?.opening).toEqual([`Eva scheduled “The mill” for 3 Jul ${year}, 09:30 and wrote:`])
    expect(await publishDue(afterwards)).toBe(1)
    expect(await publishDue(afterwards)).toBe(0)
    const out = (await messages(draft.id)).slice(1)
    expect(out.map(({ to }) => to).toSorted()).toEqual([wim.email, eva.email].toSorted())
    expect(out[0]?.mail?.opening).toEqual([
      `“The mill” was published on 3 Jul ${year}, 09:30, as Eva had scheduled it.`,
      "Readers can see it now.",
    ])
  })

  test("tells its writer each time that another time was chosen", async () => {
    const draft = await drafted()
    const first = done(await schedulePost(eva, draft, { ...typed("The mill"), publishAt }))
    const later = new Date(publishAt.getTime() + 86_400_000)
    done(await schedulePost(eva, first, { ...typed("The mill"), publishAt: later }))
    const told = await messages(draft.id)
    expect(told.map(({ mail }) => /\d+ Jul/.exec(mail?.opening.join() ?? "")?.[0])).toEqual([
      "3 Jul",
      "4 Jul",
    ])
  })

  test("is told to nobody by mail where one person takes hundreds of steps in an hour, and stands in the log all the same", async () => {
    const draft = await drafted()
    await database().execute(sql`
      insert into audit_events (post_id, staff_id, action)
      select ${draft.id}, ${eva.id}, 'post_archived' from generate_series(1, 201)`)
    done(await schedulePost(eva, draft, { ...typed("The mill"), publishAt }))
    expect(await messages(draft.id)).toEqual([])
    const scheduled = and(eq(auditEvents.postId, draft.id), eq(auditEvents.action, "post_scheduled"))
    expect(await database().$count(auditEvents, scheduled)).toBe(1)
  })

  test("tells nobody twice that is its writer and its scheduler", async () => {
    const draft = done(await createDraft(eva, typed("The mill")))
    done(await schedulePost(eva, draft, { ...typed("The mill"), publishAt }))
    expect(await publishDue(afterwards)).toBe(1)
    expect((await messages(draft.id)).map(({ to }) => to)).toEqual([eva.email])
  })

  test("tells its writer that it was taken off the schedule, and why", async () => {
    const draft = await drafted()
    const scheduled = done(await schedulePost(eva, draft, { ...typed("The mill"), publishAt }))
    done(await unschedulePost(eva, scheduled, "The vote is postponed."))
    expect((await messages(draft.id)).map(({ mail }) => [mail?.subject, mail?.quote])).toEqual([
      ["Scheduled: The mill", undefined],
      ["Unscheduled: The mill", "The vote is postponed."],
    ])
  })
})

test("those whom a story credits hear of its steps like the writer who began it, and of its going out once each", async () => {
  const anna = await person("writer", "Anna")
  const begun = await drafted()
  const credits = [wim, anna].map(({ authorId }) => ({ id: authorId, part: "words" as const }))
  const both = done(await saveDraft(eva, begun, { ...typed("The mill"), bylines: credits }))
  const handedIn = done(await takeStep(wim, both, { ...typed("The mill"), step: "submit" }))
  await forget(both.id)
  const wish = { ...typed("The mill", "Shorter."), bylines: credits, step: "send-back" as const }
  const back = done(await takeStep(eva, handedIn, wish))
  expect((await messages(both.id)).map(({ to, mail }) => [to, mail?.quote])).toEqual([
    [wim.email, "Shorter."],
    [anna.email, "Shorter."],
  ])
  const publishAt = new Date(Date.now() + 86_400_000)
  done(await schedulePost(eva, back, { ...typed("The mill"), publishAt }))
  await forget(both.id)
  await publishDue(sql`now() + interval '2 days'`)
  const everyone = [wim.email, anna.email, eva.email].toSorted()
  expect((await messages(both.id)).map(({ to }) => to).toSorted()).toEqual(everyone)
  // Who is credited no more hears no more, and what was queued is not sent.
  await database()
    .delete(postBylines)
    .where(eq(postBylines.authorId, anna.authorId ?? 0))
  const late = (await messages(both.id)).find(({ to }) => to === anna.email)
  expect(late?.mail).toBeNull()
})

describe("changes of a published story", () => {
  test("that an editor discards are told to those who wrote and proposed them, with the note", async () => {
    const ed = await person("editor", "Ed")
    const live = done(await publishPost(eva, await drafted(), typed("The mill")))
    const proposed = done(await takeStep(wim, live, { ...typed("The old mill"), step: "submit" }))
    const touched = done(await saveDraft(ed, proposed, typed("The very old mill")))
    await forget(live.id)
    expect(done(await discardChanges(eva, touched, "It is not old.")).unseen).toBe(false)
    const told = await messages(live.id)
    expect(told.map(({ to }) => to).toSorted()).toEqual([wim.email, ed.email].toSorted())
    expect(told[0]?.mail).toMatchObject({ subject: "Changes discarded: The mill", quote: "It is not old." })
    const [event] = await database()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.postId, live.id), eq(auditEvents.action, "changes_discarded")))
    expect(event?.detail).toMatchObject({ note: "It is not old." })
  })

  test("that an editor has written nobody hears of when the same editor discards them", async () => {
    const live = done(await publishPost(eva, await drafted(), typed("The mill")))
    const newer = done(await saveDraft(eva, live, typed("The old mill")))
    await forget(live.id)
    done(await discardChanges(eva, newer))
    expect(await messages(live.id)).toEqual([])
  })

  test("are a writer's to discard only while nobody else has written in them", async () => {
    const live = done(await publishPost(eva, await drafted(), typed("The mill")))
    const own = done(await saveDraft(wim, live, typed("The old mill")))
    const touched = done(await saveDraft(eva, own, typed("The very old mill")))
    const refused = { ok: false, reason: "others-words" }
    expect(await discardChanges(wim, touched)).toEqual(refused)
    // Writing over the editor's words makes them no less the editor's.
    const over = done(await saveDraft(wim, touched, typed("The ancient mill")))
    expect(await discardChanges(wim, over)).toEqual(refused)
    const clean = done(await discardChanges(eva, over))
    // What was discarded before does not stand in the way of what comes after.
    const again = done(await saveDraft(wim, clean, typed("The older mill")))
    expect(done(await discardChanges(wim, again)).unseen).toBe(false)
  })

  test("are called a proposal also in a second note", async () => {
    const live = done(await publishPost(eva, await drafted(), typed("The mill")))
    const proposed = done(
      await takeStep(wim, live, { ...typed("The old mill", "It is from 1520."), step: "submit" }),
    )
    await forget(live.id)
    done(await takeStep(wim, proposed, { ...typed("The old mill", "Source: the archive."), step: "submit" }))
    expect(
      (await messages(live.id)).map(({ mail }) => [mail?.subject, mail?.opening[0], mail?.quote]),
    ).toEqual([["Change proposed: The mill", "Wim added a note to “The mill”:", "Source: the archive."]])
  })
})

test("every different note within a quarter of an hour arrives, and the same one once", async () => {
  const draft = await drafted()
  const submit = (post: SavedPost, note?: string) =>
    takeStep(wim, post, { ...typed("The mill", note), step: "submit" }).then(done)
  const back = (post: SavedPost) =>
    takeStep(wim, post, { ...typed("The mill"), step: "take-back" }).then(done)
  let post = await submit(draft, "Please hurry.")
  for (const note of ["Please hurry.", "The mayor has called.", undefined])
    post = await submit(await back(post), note)
  expect((await messages(draft.id)).map(({ mail }) => mail?.quote)).toEqual([
    "Please hurry.",
    "The mayor has called.",
  ])
})

test("the note with which a story is withdrawn is its writer's alone to read", async () => {
  const live = done(await publishPost(eva, await drafted(), typed("The mill")))
  await forget(live.id)
  done(await unpublishPost(eva, live, { note: "Their lawyer has called." }))
  expect((await messages(live.id)).map(({ to, mail }) => [to, mail?.subject, mail?.quote])).toEqual([
    [wim.email, "Withdrawn: The mill", "Their lawyer has called."],
  ])
})

async function drafted(): Promise<SavedPost> {
  return done(await createDraft(wim, typed("The mill")))
}

async function person(role: Role, name: string): Promise<Staff> {
  const { id: authorId } = await createAuthor(database(), { name })
  return asStaff(await createStaff(database(), { name, roles: [role], authorId, joinedAt: new Date() }))
}

function typed(title: string, note?: string): PostInput {
  const form = new FormData()
  const body = JSON.stringify(paragraphs("It rained, and everybody came."))
  const empty = { standfirst: "", slug: "", tags: "", picture: "", pictureAlt: "", commentMode: "" }
  for (const [name, value] of Object.entries({ title, body, ...empty })) form.set(name, value)
  if (note) form.set("note", note)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

function done(outcome: SaveOutcome): SavedPost {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.post
}

const ofStory = (postId: number) =>
  and(eq(mailDeliveries.kind, "story_step"), sql`content ->> 'post' = ${String(postId)}`)

/** What was queued until now is not looked at again. */
async function forget(postId: number): Promise<void> {
  await database().delete(mailDeliveries).where(ofStory(postId))
}

/** What was queued about a story, and as it would be sent now. */
async function messages(postId: number) {
  const rows: Delivery[] = await database()
    .select()
    .from(mailDeliveries)
    .where(ofStory(postId))
    .orderBy(mailDeliveries.id)
  const site = { publicationName: "The Gazette", language: "en", timeZone: "Europe/Amsterdam" }
  return Promise.all(
    rows.map(async (row) => ({
      to: decryptEmail(row.recipientSealed),
      mail: plain(await storyStepMail(row, site)),
    })),
  )
}

/** Without the marks that keep the direction of a name apart from that of the sentence. */
function plain<Mail>(mail: Mail): Mail {
  return JSON.parse(JSON.stringify(mail).replace(/[\u2066-\u2069]/gu, "")) as Mail
}
