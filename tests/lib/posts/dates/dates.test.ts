import { desc, eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { postBylines, postSlugs, posts } from "@/db/schema/posts"
import type { Role, Staff } from "@/lib/auth/staff"
import { publishDue } from "@/lib/posts/dates/go-live"
import { parseEmbargo, parseSchedule, reminderOfTime } from "@/lib/posts/dates/input"
import { datesRefusals } from "@/lib/posts/dates/messages"
import { setDate, setEmbargo, setNotice } from "@/lib/posts/dates/mutations"
import { getDatedStory, getWithdrawalNotice } from "@/lib/posts/dates/queries"
import { parsePost } from "@/lib/posts/input"
import { publishPost } from "@/lib/posts/mutations"
import { getPost, listPosts } from "@/lib/posts/queries"
import { deletePost, trashPost } from "@/lib/posts/trash/mutations"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import { withFreshDatabase } from "../../../support/fresh-database.ts"
import { tagsNamedBy } from "../../../support/tags-of.ts"
import { asStaff } from "../../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff
const person = async (role: Role) => asStaff(await createStaff(database(), { roles: [role] }))
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

beforeEach(async () => {
  eva = await person("editor")
})

async function row(id: number) {
  const [post] = await database().select().from(posts).where(eq(posts.id, id))
  return post
}

/** What the editor sends of a story that nobody has changed. */
function asItIs({ title, body }: typeof posts.$inferSelect) {
  const form = new FormData()
  const empty = { standfirst: "", slug: "", tags: "", picture: "", pictureAlt: "", commentMode: "" }
  const fields = { ...empty, title, body: JSON.stringify(body) }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

async function newestEvent() {
  const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
  return event
}

describe("an embargo", () => {
  test("is set and lifted by who may publish alone, and both are in the log", async () => {
    const post = await createPost(database(), { status: "draft", publishedAt: null })
    const until = inHours(5)
    for (const role of ["writer", "moderator"] as const)
      expect((await setEmbargo(await person(role), { post: post.id, until })).ok).toBe(false)
    expect(await setEmbargo(eva, { post: post.id, until })).toEqual({ ok: true })
    expect(await row(post.id)).toMatchObject({ embargoUntil: until, version: post.version })
    expect(await newestEvent()).toMatchObject({
      action: "embargo_set",
      staffId: eva.id,
      detail: { until: until.toISOString() },
    })
    expect(await setEmbargo(eva, { post: post.id, until: null })).toEqual({ ok: true })
    expect(await newestEvent()).toMatchObject({ action: "embargo_lifted", postId: post.id })
  })

  test("is refused of a story that readers see, that goes out before it, and for the past", async () => {
    const live = await createPost(database())
    const waiting = await createPost(database(), {
      status: "scheduled",
      publishedAt: null,
      publishAt: inHours(2),
    })
    const ask = async (post: number, until: Date) => {
      const outcome = await setEmbargo(eva, { post, until })
      return outcome.ok || outcome.reason
    }
    expect(await ask(live.id, inHours(5))).toBe("is-published")
    expect(await ask(waiting.id, inHours(5))).toBe("scheduled-before")
    expect(await ask(waiting.id, inHours(-5))).toBe("time-past")
    expect(await ask(waiting.id, inHours(1))).toBe(true)
  })

  test("keeps even who set it from publishing by hand, and no longer once it is lifted", async () => {
    const post = await createPost(database(), { status: "draft", publishedAt: null })
    await setEmbargo(eva, { post: post.id, until: inHours(5) })
    const held = await row(post.id)
    expect(await publishPost(eva, post, asItIs(post))).toEqual({ ok: false, reason: "embargoed" })
    expect(await row(post.id)).toEqual(held)
    expect(await getPost(post.slug)).toBeNull()
    await setEmbargo(eva, { post: post.id, until: null })
    expect(await publishPost(eva, post, asItIs(post))).toMatchObject({ ok: true })
    expect((await getPost(post.slug))?.title).toBe(post.title)
  })

  test("that is over keeps nobody from publishing", async () => {
    const fields = { publishedAt: null, embargoUntil: inHours(-1) }
    const post = await createPost(database(), { status: "draft", ...fields })
    expect(await publishPost(eva, post, asItIs(post))).toMatchObject({ ok: true })
  })

  test("holds a scheduled story back even where it was set by other means", async () => {
    const post = await createPost(database(), {
      status: "scheduled",
      publishedAt: null,
      publishAt: inHours(1),
      scheduledBy: eva.id,
      embargoUntil: inHours(5),
    })
    const later = (hours: number) => sql`clock_timestamp() + make_interval(hours => ${hours}::int)`
    expect(await publishDue(later(2))).toBe(0)
    expect(await publishDue(later(6))).toBe(1)
    expect((await row(post.id))?.status).toBe("published")
  })
})

describe("the date of a story", () => {
  test("moves it in lists, months and its authors' pages, and names them", async () => {
    const before = new Date("2026-03-05T08:00:00Z")
    const date = new Date("2026-05-05T08:00:00Z")
    const post = await createPost(database(), { publishedAt: before })
    const other = await createPost(database(), { publishedAt: new Date("2026-04-05T08:00:00Z") })
    const { named } = await tagsNamedBy(() => setDate(eva, { post: post.id, date }))
    expect(named).toEqual(
      expect.arrayContaining([
        `post:${post.slug}`,
        "lists",
        "list:/archive/2026/03",
        "list:/archive/2026/05",
      ]),
    )
    expect((await getPost(post.slug))?.publishedAt).toEqual(date)
    const slugs = (await listPosts()).posts.map(({ slug }) => slug)
    expect(slugs.indexOf(post.slug)).toBeLessThan(slugs.indexOf(other.slug))
    const [byline] = await database().select().from(postBylines).where(eq(postBylines.postId, post.id))
    expect(byline?.publishedAt).toEqual(date)
    expect(await newestEvent()).toMatchObject({
      action: "post_dated",
      detail: { from: before.toISOString(), to: date.toISOString() },
    })
  })

  test("is never one to come, and nothing that a writer decides", async () => {
    const post = await createPost(database())
    const outcome = await setDate(eva, { post: post.id, date: inHours(1) })
    expect(outcome).toEqual({ ok: false, reason: "time-ahead" })
    expect((await setDate(await person("writer"), { post: post.id, date: inHours(-9) })).ok).toBe(false)
    expect(await row(post.id)).toEqual(post)
  })

  test("that was chosen before it is published is the one that readers see then", async () => {
    const date = new Date("2026-02-03T08:00:00Z")
    const fields = { publishedAt: null, publishAt: inHours(1), scheduledBy: eva.id }
    const post = await createPost(database(), { status: "scheduled", ...fields })
    expect(await setDate(eva, { post: post.id, date })).toEqual({ ok: true })
    await publishDue(sql`clock_timestamp() + interval '2 hours'`)
    expect((await getPost(post.slug))?.publishedAt).toEqual(date)
  })
})

describe("a story that readers knew once", () => {
  test("keeps a date, and says at its field that it does", async () => {
    const gone = await createPost(database(), { status: "withdrawn" })
    expect(await setDate(eva, { post: gone.id, date: null })).toEqual({ ok: false, reason: "date-missing" })
    expect(datesRefusals["date-missing"].field).toBe("date")
    expect((await row(gone.id))?.publishedAt).toEqual(gone.publishedAt)
  })

  test("has no page of dates in the trash, and its dates are changed by nobody there", async () => {
    const gone = await createPost(database(), { status: "withdrawn" })
    expect(await getDatedStory(eva, gone.id)).not.toBeNull()
    await trashPost(eva, gone.id)
    expect(await getDatedStory(eva, gone.id)).toBeNull()
    const refused = { ok: false, reason: "in-trash" }
    expect(await setDate(eva, { post: gone.id, date: new Date(0) })).toEqual(refused)
    expect(await setNotice(eva, { post: gone.id, notice: "Sorry." })).toEqual(refused)
    await deletePost(eva, gone.id)
    expect(await getDatedStory(eva, gone.id)).toBeNull()
  })
})

describe("a notice in place of a story", () => {
  test("is there from the moment of withdrawing, can be changed, and goes when the story is back", async () => {
    const post = await createPost(database())
    await unpublishPost(eva, post, { notice: "Withdrawn: it named the wrong school." })
    expect(await getPost(post.slug)).toBeNull()
    expect(await getWithdrawalNotice(post.slug)).toBe("Withdrawn: it named the wrong school.")
    const { named } = await tagsNamedBy(() => setNotice(eva, { post: post.id, notice: "Sorry." }))
    expect(named).toEqual([`post:${post.slug}`])
    expect(await getWithdrawalNotice(post.slug)).toBe("Sorry.")
    const back = { status: "scheduled" as const, publishAt: inHours(1), scheduledBy: eva.id }
    await database().update(posts).set(back).where(eq(posts.id, post.id))
    expect(await getWithdrawalNotice(post.slug)).toBe("Sorry.")
    await publishDue(sql`clock_timestamp() + interval '2 hours'`)
    expect((await row(post.id))?.withdrawalNotice).toBe("")
  })

  test("is forgotten at former addresses, too, when it changes, when the story is deleted, and when it is back", async () => {
    const here = (slug: string) => [`post:${slug}`, `post:${slug}-first`, `post:${slug}-second`]
    const withNotice = async () => {
      const post = await createPost(database(), { status: "withdrawn", withdrawalNotice: "Sorry." })
      const slugs = ["first", "second"].map((name) => ({ postId: post.id, slug: `${post.slug}-${name}` }))
      await database().insert(postSlugs).values(slugs)
      expect(await getWithdrawalNotice(`${post.slug}-first`)).toBe("Sorry.")
      return post
    }
    const changed = await withNotice()
    const change = await tagsNamedBy(() => setNotice(eva, { post: changed.id, notice: "" }))
    expect(change.named.toSorted()).toEqual(here(changed.slug).toSorted())

    const deleted = await withNotice()
    expect(await trashPost(eva, deleted.id)).toMatchObject({ ok: true })
    const deletion = await tagsNamedBy(() => deletePost(eva, deleted.id))
    expect(deletion.named.toSorted()).toEqual(here(deleted.slug).toSorted())

    const due = await withNotice()
    const back = { status: "scheduled" as const, publishAt: inHours(1), scheduledBy: eva.id }
    await database().update(posts).set(back).where(eq(posts.id, due.id))
    const goLive = await tagsNamedBy(() => publishDue(sql`clock_timestamp() + interval '2 hours'`))
    expect(goLive.named).toEqual(expect.arrayContaining(here(due.slug)))

    const again = await withNotice()
    const publishing = await tagsNamedBy(() => publishPost(eva, again, asItIs(again)))
    expect(publishing.named).toEqual(expect.arrayContaining(here(again.slug)))
  })

  test("is left to a story that readers knew and do not see, by who may publish", async () => {
    const live = await createPost(database())
    const draft = await createPost(database(), { status: "draft", publishedAt: null })
    const gone = await createPost(database(), { status: "withdrawn" })
    const ask = async (staff: Staff, post: number) => {
      const outcome = await setNotice(staff, { post, notice: "Sorry." })
      return outcome.ok || outcome.reason
    }
    expect(await ask(eva, live.id)).toBe("is-published")
    expect(await ask(eva, draft.id)).toBe("never-published")
    expect(await ask(await person("moderator"), gone.id)).not.toBe(true)
    expect(await getWithdrawalNotice(gone.slug)).toBeNull()
  })
})

describe("a time as somebody types it", () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    return data
  }

  test("that the clocks skip or that is none is answered with a sentence at its field", () => {
    const ask = (publishAt: string) => parseSchedule(form({ publishAt }), "Europe/Berlin")
    expect(ask("2027-03-28T02:30")).toMatchObject({
      ok: false,
      errors: { publishAt: expect.stringContaining("skip this time") },
    })
    expect(ask("")).toMatchObject({
      ok: false,
      errors: { publishAt: expect.stringContaining("Choose when") },
    })
    expect(ask("soon")).toMatchObject({ ok: false, errors: { publishAt: "Choose a day and a time." } })
    expect(ask("2027-03-28T03:30")).toEqual({
      ok: true,
      value: { publishAt: new Date("2027-03-28T01:30:00Z") },
    })
  })

  test("that comes twice is asked about, and is the one that was chosen", () => {
    const ask = (turn: string) =>
      parseSchedule(form({ publishAt: "2027-11-07T01:30", publishAtTurn: turn }), "America/New_York")
    expect(ask("")).toMatchObject({ ok: false, errors: { publishAt: expect.stringContaining("twice") } })
    expect(ask("first")).toEqual({ ok: true, value: { publishAt: new Date("2027-11-07T05:30:00Z") } })
    expect(ask("second")).toEqual({ ok: true, value: { publishAt: new Date("2027-11-07T06:30:00Z") } })
    expect(ask("third").ok).toBe(false)
  })

  test("and that nobody scheduled is told of with the save, unless it is the story's own", () => {
    const told = (publishAt: string, status: "draft" | "scheduled" | "published", at: string | null = null) =>
      reminderOfTime(form({ publishAt }), { status, publishAt: at, timeZone: "Europe/Berlin" })
    expect(told("2027-06-03T09:30", "draft")).toContain("not saved. Press “Schedule”")
    expect(told("soon", "draft")).toContain("not saved")
    expect(told("2027-06-03T09:30", "scheduled", "2027-06-03T07:30:00.000Z")).toBeNull()
    expect(told("2027-06-03T10:30", "scheduled", "2027-06-03T07:30:00.000Z")).toContain(
      "new time is not saved",
    )
    expect(told("", "scheduled", "2027-06-03T07:30:00.000Z")).toBeNull()
    expect(told("2027-06-03T09:30", "published")).toBeNull()
  })

  test("is not asked for when an embargo is lifted", () => {
    expect(parseEmbargo(form({ post: "7", intent: "lift", embargoUntil: "x" }), "UTC")).toEqual({
      ok: true,
      value: { post: 7, until: null },
    })
  })
})
