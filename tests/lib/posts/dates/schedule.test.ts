import { asc, eq, type SQL, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createAuthor, createMedium, createStaff, paragraphs } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { postRevisions } from "@/db/schema/post-revisions"
import { postBylines, posts } from "@/db/schema/posts"
import { staff } from "@/db/schema/staff"
import type { Role, Staff } from "@/lib/auth/staff"
import { publishDue } from "@/lib/posts/dates/go-live"
import { unschedulePost } from "@/lib/posts/dates/mutations"
import { listOverdueStories } from "@/lib/posts/dates/queries"
import { type PostInput, parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft, schedulePost } from "@/lib/posts/mutations"
import { getPost } from "@/lib/posts/queries"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { tagsNamedBy } from "../../../support/tags-of.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

const hour = 3_600_000
let eva: Staff

beforeEach(async () => {
  eva = await person("editor")
})

async function person(...roles: Role[]): Promise<Staff> {
  const author = await createAuthor(database())
  return asStaff(await createStaff(database(), { roles, authorId: author.id }))
}

function story(fields: Record<string, string> = {}): PostInput {
  const form = new FormData()
  const typed = {
    title: "The pool opens again",
    standfirst: "",
    body: JSON.stringify(paragraphs("At six in the morning.")),
    slug: "",
    tags: "",
    bylines: "[]",
    picture: "",
    pictureAlt: "",
    commentMode: "",
    ...fields,
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

const inHours = (hours: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * hour)
/** The database's clock, set forward. */
const later = (hours: number): SQL => sql`clock_timestamp() + make_interval(secs => ${hours * 3600})`

function done(outcome: SaveOutcome): SavedPost {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.post
}

async function scheduled(by: Staff = eva, fields: Record<string, string> = {}, hours = 2) {
  const draft = done(await createDraft(by, story(fields)))
  return done(await schedulePost(by, draft, { ...story(fields), publishAt: inHours(hours) }))
}

async function row(id: number) {
  const [post] = await database().select().from(posts).where(eq(posts.id, id))
  if (!post) throw new Error("no such story")
  return post
}

async function decisions(id: number) {
  const rows = await database()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.postId, id))
    .orderBy(asc(auditEvents.id))
  return rows.map(({ action, staffId }) => [action, staffId])
}

describe("a scheduled story", () => {
  test("is nothing that readers find before its time, and is published once at it, in the name of who scheduled it", async () => {
    const { id, slug } = await scheduled(eva, { tags: "Sport" })
    expect(await getPost(slug)).toBeNull()
    expect(await publishDue(later(1))).toBe(0)
    expect(await getPost(slug)).toBeNull()

    const { publishAt } = await row(id)
    const { named } = await tagsNamedBy(() => publishDue(later(3)))
    expect(await publishDue(later(3))).toBe(0)
    expect(named).toEqual(expect.arrayContaining([`post:${slug}`, "lists", "list:/tags/sport"]))
    expect(await getPost(slug)).toMatchObject({ title: "The pool opens again", publishedAt: publishAt })
    expect(await row(id)).toMatchObject({ status: "published", publishAt: null, scheduledBy: null })
    expect(await decisions(id)).toEqual([
      ["post_scheduled", eva.id],
      ["post_published", eva.id],
    ])
    const revisions = await database().select().from(postRevisions).where(eq(postRevisions.postId, id))
    const live = await row(id)
    expect(revisions).toMatchObject([{ id: live.liveRevisionId, kind: "published", publicUntil: null }])
    expect(live.workingRevisionId).toBe(live.liveRevisionId)
    const [byline] = await database().select().from(postBylines).where(eq(postBylines.postId, id))
    expect(byline?.publishedAt).toEqual(publishAt)
  })

  test("goes out with its newest words, and can be changed by others meanwhile", async () => {
    const first = await scheduled()
    const ada = await person("admin")
    const saved = done(await saveDraft(ada, first, story({ title: "The pool opens at five" })))
    expect(saved).toMatchObject({ status: "scheduled", publishAt: first.publishAt })
    await publishDue(later(3))
    expect((await getPost(first.slug)) ?? (await getPost(saved.slug))).toMatchObject({
      title: "The pool opens at five",
    })
    expect((await row(first.id)).title).toBe("The pool opens at five")
    expect(await decisions(first.id)).toContainEqual(["post_published", eva.id])
  })

  test("keeps a version that somebody has named, and goes out as a version of its own", async () => {
    const { id } = await scheduled()
    await database()
      .update(postRevisions)
      .set({ kind: "named", name: "For the lawyer" })
      .where(eq(postRevisions.postId, id))
    await publishDue(later(3))
    const kinds = await database()
      .select({ kind: postRevisions.kind })
      .from(postRevisions)
      .where(eq(postRevisions.postId, id))
      .orderBy(asc(postRevisions.id))
    expect(kinds.map(({ kind }) => kind)).toEqual(["named", "published"])
  })

  test("is given another time and goes out then", async () => {
    const first = await scheduled()
    const moved = done(await schedulePost(eva, first, { ...story(), publishAt: inHours(5) }))
    expect(await publishDue(later(3))).toBe(0)
    expect(await publishDue(later(6))).toBe(1)
    expect((await row(first.id)).publishedAt).toEqual(moved.publishAt)
    // A second click of the same is one decision.
    expect((await decisions(first.id)).map(([action]) => action)).toEqual([
      "post_scheduled",
      "post_scheduled",
      "post_published",
    ])
  })

  test("is taken off the schedule by anyone who may publish, whoever saved meanwhile", async () => {
    const first = await scheduled()
    done(await saveDraft(eva, first, story({ title: "Newer words" })))
    const back = done(await unschedulePost(await person("admin"), first))
    expect(back).toMatchObject({ status: "draft", publishAt: null })
    expect(await publishDue(later(3))).toBe(0)
    // They have not seen the newer words.
    expect(await saveDraft(eva, back, story({ title: "Over it" }))).toMatchObject({
      ok: false,
      reason: "stale",
    })
  })

  test("that an editor had approved is approved again when it is taken off the schedule", async () => {
    const first = await scheduled()
    const { workingRevisionId } = await row(first.id)
    await database()
      .update(posts)
      .set({ approvedRevisionId: workingRevisionId })
      .where(eq(posts.id, first.id))
    expect(done(await unschedulePost(eva, first)).status).toBe("approved")
  })

  test("that somebody publishes by hand is out at once, and only once", async () => {
    const first = await scheduled()
    const out = done(await publishPost(eva, first, story()))
    expect(out.status).toBe("published")
    expect(await publishDue(later(3))).toBe(0)
    expect((await row(first.id)).publishAt).toBeNull()
  })

  test("has what readers need: a title, a text, and words for each picture", async () => {
    const draft = done(await createDraft(eva, story()))
    const wish = (fields: Record<string, string>) =>
      schedulePost(eva, draft, { ...story(fields), publishAt: inHours(2) })
    expect(await wish({ title: "" })).toMatchObject({ reason: "title-missing" })
    expect(
      await wish({ body: JSON.stringify({ type: "doc", content: [{ type: "paragraph" }] }) }),
    ).toMatchObject({
      reason: "body-missing",
    })
    const picture = await createMedium(database(), { uploadedBy: eva.id })
    expect(await wish({ leadMediaId: String(picture.id) })).toMatchObject({ reason: "alt-missing" })
    expect((await row(draft.id)).status).toBe("draft")
  })

  test("that is withdrawn and scheduled again keeps its first date, as one that is published again", async () => {
    const first = done(await publishPost(eva, done(await createDraft(eva, story())), story()))
    const gone = done(await unpublishPost(eva, first))
    done(await schedulePost(eva, gone, { ...story(), publishAt: inHours(2) }))
    await publishDue(later(3))
    expect(await row(first.id)).toMatchObject({ status: "published", publishedAt: first.publishedAt })
  })
})

describe("a story whose scheduler may not publish any more", () => {
  test.each([
    ["suspended", { disabledAt: new Date() }],
    ["demoted", { roles: ["writer" as const] }],
  ])("does not go out by itself: %s", async (_, change) => {
    const bo = await person("editor")
    const { id } = await scheduled(bo)
    await database().update(staff).set(change).where(eq(staff.id, bo.id))
    expect(await publishDue(later(3))).toBe(0)
    expect((await row(id)).status).toBe("scheduled")

    // For the list of what is overdue its time has to have passed.
    await database()
      .update(posts)
      .set({ publishAt: sql`now() - interval '2 minutes'` })
      .where(eq(posts.id, id))
    expect(await listOverdueStories(eva)).toMatchObject([{ id, why: "scheduler" }])
    expect(await listOverdueStories(await person("writer"))).toEqual([])
    done(await publishPost(eva, await row(id), story()))
    expect(await listOverdueStories(eva)).toEqual([])
  })

  test("goes out in the name of an editor who schedules it again", async () => {
    const bo = await person("editor")
    const first = await scheduled(bo)
    await database().update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, bo.id))
    done(await schedulePost(eva, first, { ...story(), publishAt: inHours(4) }))
    expect(await publishDue(later(5))).toBe(1)
    expect(await decisions(first.id)).toContainEqual(["post_published", eva.id])
  })
})

test("a story that was due while the app was down goes out at the next start", async () => {
  const { id } = await scheduled()
  const due = sql`date_trunc('second', now()) - interval '3 days'`
  await database().update(posts).set({ publishAt: due }).where(eq(posts.id, id))
  expect(await publishDue(sql`clock_timestamp()`)).toBe(1)
  expect((await row(id)).publishedAt?.getTime()).toBeLessThan(Date.now() - 71 * hour)
})
