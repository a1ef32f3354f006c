import { access, rm } from "node:fs/promises"
import path from "node:path"
import { and, asc, count, eq, gt, inArray, sql } from "drizzle-orm"
import { afterAll, expect, inject, test, vi } from "vitest"
import { closeDatabase, database } from "@/db/client"
import { auditEvents } from "@/db/schema/audit"
import { authors } from "@/db/schema/authors"
import { comments } from "@/db/schema/comments"
import { jobs } from "@/db/schema/jobs"
import { media } from "@/db/schema/media"
import { mediaUses } from "@/db/schema/media-uses"
import { mailDeliveries } from "@/db/schema/newsletter"
import { pages } from "@/db/schema/pages"
import { postRevisions } from "@/db/schema/post-revisions"
import { postBylines, posts, postTags } from "@/db/schema/posts"
import { staff, staffLinks } from "@/db/schema/staff"
import { getThread } from "@/lib/comments/thread/queries"
import { parseDocument } from "@/lib/documents/document-schema"
import { placeholderLeft } from "@/lib/documents/placeholder"
import { plainText } from "@/lib/documents/rich-text"
import { decryptEmail } from "@/lib/email"
import { changedFacts } from "@/lib/pages/privacy/facts"
import { factsOfSite } from "@/lib/pages/privacy/queries"
import { getFrontPage } from "@/lib/posts/front-page"
import { getTagPage } from "@/lib/posts/section-queries"
import { getSettings } from "@/lib/settings/queries"
import { seed } from "@/server/boot/seed"
import * as frontPage from "@/server/boot/seed-front-page"
import { addressAs, recreateDatabase } from "../support/database.ts"
import { withFreshDatabase } from "../support/fresh-database.ts"

const dataDir = vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? "/tmp"}/masthead-seed-${process.pid}`
  return process.env.DATA_DIR
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

withFreshDatabase()

const published = eq(posts.status, "published")

test("two instances that start at once make one publication, and only one tells a password", async () => {
  const answers = await Promise.all([seed(), seed()])
  expect(answers.map((answer) => answer.seeded).sort()).toEqual([false, true])
  const passwords = answers.flatMap(({ demoPassword }) => demoPassword ?? [])
  expect(passwords).toEqual([expect.stringMatching(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)])
  expect(await database().$count(staff)).toBe(6)
})

test("a publication that already has staff or stories is left alone", async () => {
  const before = await contents()
  expect(await seed()).toEqual({ seeded: false })
  expect(await contents()).toEqual(before)
})

test("a visitor finds twelve stories or more by writers who say who they are", async () => {
  const stories = await database().select().from(posts).where(published)
  expect(stories.length).toBeGreaterThanOrEqual(12)
  for (const story of stories) {
    expect(story.standfirst, story.slug).not.toBe("")
    expect(story.leadMediaId === null || story.pictureAlt !== "", story.slug).toBe(true)
    expect(story.publishedAt?.getTime(), story.slug).toBeLessThan(Date.now())
  }
  const credited = database().select({ id: postBylines.authorId }).from(postBylines)
  const writers = await database().select().from(authors).where(inArray(authors.id, credited))
  expect(writers.length).toBeGreaterThanOrEqual(3)
  for (const { id, name, bio, title } of writers) {
    expect(bio.length, name).toBeGreaterThan(100)
    expect(title, name).not.toBe("")
    const portraits = and(eq(mediaUses.authorId, id), eq(mediaUses.place, "portrait"))
    expect(await database().$count(mediaUses, portraits), name).toBe(1)
  }
  expect((await getSettings()).publicationName).not.toBe("Masthead")
})

test("the demo publication goes by the clocks of England, where its town lies", async () => {
  expect((await getSettings()).timeZone).toBe("Europe/London")
})

test("the pictures of stories and writers lie in the library, said who made them, with a size to be shown at once and others to come", async () => {
  const pictures = await database().select().from(media)
  expect(pictures).toHaveLength(15)
  for (const { alt, credit, files, filename, state } of pictures) {
    expect([alt, credit], filename).not.toContain("")
    expect([state, files.length, files[0]?.format], filename).toEqual(["processing", 1, "jpeg"])
  }
  expect(await database().$count(mediaUses, eq(mediaUses.place, "lead"))).toBe(11)
  expect(await database().$count(jobs, eq(jobs.name, "media.variants"))).toBe(15)
})

test("a visitor finds who makes it, what it knows of them, and the rules for comments", async () => {
  const rows = await database().select().from(pages).orderBy(asc(pages.id))
  expect(rows.map(({ purpose, status }) => [purpose, status])).toEqual([
    ["about", "published"],
    [null, "published"],
    ["house_rules", "published"],
    ["contact", "published"],
    ["privacy", "published"],
  ])
  for (const { slug, body, description } of rows) {
    expect(parseDocument(JSON.stringify(body)), slug).toEqual({ ok: true, document: body })
    expect([plainText(body).length > 300, description !== ""], slug).toEqual([true, true])
    expect(placeholderLeft(plainText(body)), slug).toBe(null)
  }
  const privacy = rows.find(({ purpose }) => purpose === "privacy")
  expect(changedFacts(privacy?.facts ?? {}, await factsOfSite())).toEqual([])
})

test("the front page has a section whose tag says what it is about, as an editor arranged it", async () => {
  const { sections, next } = await getFrontPage()
  expect(sections.map(({ tag, posts: stories }) => [tag.name, stories.length])).toEqual([["Outdoors", 2]])
  expect(next).not.toBeNull()
  expect((await getTagPage("outdoors", undefined))?.tag.description).toContain("Wenlow")
  const done = await database()
    .select({ action: auditEvents.action, by: staff.email })
    .from(auditEvents)
    .innerJoin(staff, eq(staff.id, auditEvents.staffId))
    .where(inArray(auditEvents.subject, ["tag", "front_page"]))
    .orderBy(asc(auditEvents.id))
  expect(done).toEqual([
    { action: "tag_changed", by: "editor@example.org" },
    { action: "front_page_published", by: "editor@example.org" },
  ])
})

test("a story is written by two, and another names its editor", async () => {
  const rows = await database()
    .select({ part: postBylines.part, stories: count() })
    .from(postBylines)
    .where(gt(postBylines.position, 0))
    .groupBy(postBylines.part)
    .orderBy(postBylines.part)
  expect(rows).toEqual([
    { part: "words", stories: 1 },
    { part: "editing", stories: 1 },
  ])
})

test("each story came to readers by the steps of the desk: begun by its writer, dated and published by the editor", async () => {
  const stories = await database().select().from(posts).where(published)
  for (const { id, slug, createdBy, publishedAt, liveRevisionId } of stories) {
    const [writer] = await database()
      .select({ authorId: staff.authorId })
      .from(staff)
      .where(eq(staff.id, createdBy ?? 0))
    const [first] = await database()
      .select()
      .from(postBylines)
      .where(and(eq(postBylines.postId, id), eq(postBylines.position, 0)))
    expect(first?.authorId, slug).toBe(writer?.authorId)
    const [live] = await database()
      .select()
      .from(postRevisions)
      .where(eq(postRevisions.id, liveRevisionId ?? 0))
    expect([live?.kind, live?.content.slug], slug).toEqual(["published", slug])
    const steps = await database()
      .select({ action: auditEvents.action, by: staff.email, detail: auditEvents.detail })
      .from(auditEvents)
      .innerJoin(staff, eq(staff.id, auditEvents.staffId))
      .where(eq(auditEvents.postId, id))
      .orderBy(asc(auditEvents.id))
    const by = "editor@example.org"
    expect(
      steps.filter(({ action }) => action !== "checklist_overridden"),
      slug,
    ).toEqual([
      { action: "post_dated", by, detail: { from: "", to: publishedAt?.toISOString() } },
      { action: "post_published", by, detail: {} },
    ])
  }
})

test("staff were invited and have joined, and nobody is mailed of it or of the stories", async () => {
  const actions = await database()
    .select({ action: auditEvents.action, of: staff.email })
    .from(auditEvents)
    .innerJoin(staff, eq(staff.id, auditEvents.memberId))
    .where(inArray(auditEvents.action, ["first_admin_made", "staff_invited", "password_set"]))
    .orderBy(asc(auditEvents.id))
  expect(actions[0]).toEqual({ action: "first_admin_made", of: "admin@example.org" })
  expect(actions.filter(({ action }) => action === "staff_invited")).toHaveLength(5)
  expect(actions.filter(({ action }) => action === "password_set")).toHaveLength(5)
  expect(await database().$count(mailDeliveries)).toBe(0)
  expect(await database().$count(staffLinks, sql`${staffLinks.usedAt} is null`)).toBe(0)
})

test("a seed that fails on the way leaves the database as empty as it was", async () => {
  const empty = await recreateDatabase(inject("postgres"), `test_half_${process.pid}`, "masthead_template")
  const full = process.env.DATABASE_URL
  await closeDatabase()
  process.env.DATABASE_URL = addressAs(empty, inject("app"))
  try {
    const failing = vi.spyOn(frontPage, "seedFrontPage").mockRejectedValueOnce(new Error("killed"))
    await expect(seed()).rejects.toThrow("killed")
    failing.mockRestore()
    expect(await database().$count(staff)).toBe(0)
    expect(await database().$count(posts)).toBe(0)
    expect((await seed()).seeded).toBe(true)
    expect(await database().$count(staff)).toBe(6)
  } finally {
    await closeDatabase()
    process.env.DATABASE_URL = full
  }
})

test("no tag leads to a list of one", async () => {
  const rows = await database()
    .select({ tag: postTags.tagId, stories: count() })
    .from(postTags)
    .innerJoin(posts, eq(posts.id, postTags.postId))
    .where(published)
    .groupBy(postTags.tagId)
  for (const row of rows) expect(row.stories).toBeGreaterThan(1)
})

test("every story is a document that the editor would have saved as it stands", async () => {
  for (const { slug, body } of await database().select().from(posts)) {
    expect(parseDocument(JSON.stringify(body)), slug).toEqual({ ok: true, document: body })
  }
})

test("one story has two hundred comments in a thread, and one query gives them in order", async () => {
  const rows = await database()
    .select({ path: comments.path, at: comments.createdAt, body: comments.body })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(sql`${posts.slug} = 'forty-minutes-without-cars' and ${comments.status} = 'approved'`)
    .orderBy(asc(comments.path))
  expect(rows).toHaveLength(200)
  expect(new Set(rows.map((row) => row.body)).size).toBe(200)
  expect(Math.max(...rows.map((row) => row.path.length))).toBe(6)
  const seen = new Map<string, Date>()
  for (const [index, { path, at }] of rows.entries()) {
    const parent = path.slice(0, -1)
    // A reply comes later than what it answers, and stands below it.
    if (parent.length > 0) expect(seen.get(parent.join())?.getTime(), path.join()).toBeLessThan(at.getTime())
    const above = rows[index - 1]?.path ?? []
    expect(path.length, path.join()).toBeLessThanOrEqual(above.length + 1)
    seen.set(path.join(), at)
  }
})

test("one story's thread goes on over a second page", async () => {
  const [story] = await database()
    .select({ id: posts.id })
    .from(posts)
    .where(eq(posts.slug, "nine-things-for-a-wet-saturday"))
  const thread = await getThread(story?.id ?? 0, { page: 2 })
  expect(thread.pages).toBe(2)
  expect(thread.rows.filter(({ parentId }) => parentId === null).length).toBeGreaterThan(3)
})

test("a reader sees of whoever writes here, and of nobody else, that they answer as staff", async () => {
  const rows = await database()
    .select({ name: comments.name, byStaff: sql<boolean>`${comments.staffId} is not null` })
    .from(comments)
  const bylines = (await database().select().from(authors)).map(({ name }) => name)
  expect(rows.filter(({ byStaff }) => byStaff).length).toBeGreaterThan(10)
  for (const { name, byStaff } of rows) expect(byStaff, name).toBe(bylines.includes(name))
})

test("a moderator finds comments waiting, and a reason beside each decision's event", async () => {
  const statuses = await database()
    .select({ status: comments.status, number: count() })
    .from(comments)
    .groupBy(comments.status)
  const number = Object.fromEntries(statuses.map((row) => [row.status, row.number]))
  expect(number.pending).toBeGreaterThanOrEqual(9)
  expect(number.rejected).toBeGreaterThanOrEqual(2)
  expect(number.spam).toBeGreaterThanOrEqual(2)

  const decided = await database()
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(auditEvents, eq(auditEvents.commentId, comments.id))
    .where(sql`${auditEvents.toStatus} = ${comments.status}::text and ${auditEvents.staffId} is not null`)
  expect(decided).toHaveLength((number.approved ?? 0) + (number.rejected ?? 0) + (number.spam ?? 0))
})

test("no commenter's address is in the database in clear", async () => {
  const [first] = await database().select({ sealed: comments.emailSealed }).from(comments).limit(1)
  expect(first && decryptEmail(first.sealed)).toMatch(/@example\.com$/)
  expect(await contents()).not.toMatch(/@example\.com/i)
  // The same in the form that bytes have in a dump.
  expect(await contents()).not.toContain(Buffer.from("@example.com").toString("hex"))
})

/** Every row of every table as text, as a dump would hold it. */
async function contents(): Promise<string> {
  const tables = await database().execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const dumps = []
  for (const { name } of tables) {
    const rows = await database().execute<{ text: string }>(
      sql`select t::text as text from ${sql.identifier(name)} t order by 1`,
    )
    dumps.push(name, ...rows.map((row) => row.text))
  }
  return dumps.join("\n")
}

test("the pictures of a demo publication from before the library are still at their addresses", async () => {
  const names = [
    "allotment",
    "bag-by-the-door",
    "bellfield-pool",
    "chandler-street",
    "class-7b",
    "kitchen-table",
  ]
  const more = ["library-van", "night-train", "red-lentils", "repair-table", "wet-saturday"]
  for (const name of [...names, ...more])
    await access(path.join(import.meta.dirname, `../../public/demo/${name}.webp`))
})
