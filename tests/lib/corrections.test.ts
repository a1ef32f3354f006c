import { desc, eq, sql } from "drizzle-orm"
import { XMLParser } from "fast-xml-parser"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createPost, createStaff } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { corrections, errorReports } from "@/db/schema/corrections"
import { posts } from "@/db/schema/posts"
import type { Role, Staff } from "@/lib/auth/staff"
import { correctionFeed } from "@/lib/corrections/feed"
import { correctionInput, errorReportInput } from "@/lib/corrections/input"
import {
  addCorrection,
  closeErrorReport,
  removeCorrection,
  sweepErrorReports,
} from "@/lib/corrections/mutations"
import {
  countErrorReports,
  getCorrectedStory,
  listCorrections,
  listErrorReports,
} from "@/lib/corrections/queries"
import { reportError } from "@/lib/corrections/report-error"
import { parseForm } from "@/lib/parse-form"
import { readCursor } from "@/lib/posts/cursor"
import { getPost } from "@/lib/posts/queries"
import { withFreshDatabase } from "../support/fresh-database.ts"
import { tagsNamedBy } from "../support/tags-of.ts"
import { asStaff } from "./comments/as-staff.ts"

withFreshDatabase()

let eva: Staff
const person = async (role: Role) => asStaff(await createStaff(database(), { roles: [role] }))
const correction = { kind: "correction", place: "top", text: "It was Tuesday, not Monday." } as const

beforeEach(async () => {
  await database().delete(corrections)
  await database().delete(errorReports)
  eva = await person("editor")
})

describe("a correction", () => {
  test("is on the story and in the list at once, moves the date that readers see, and is in the log", async () => {
    const post = await createPost(database(), { publishedAt: new Date("2026-01-05T08:00:00Z") })
    expect((await getPost(post.slug))?.updatedAt).toEqual(post.publishedAt)
    const { named } = await tagsNamedBy(() => addCorrection(eva, { ...correction, post: post.id }))
    expect(named).toEqual(["corrections", `post:${post.slug}`])
    const story = await getPost(post.slug)
    expect(story?.corrections).toMatchObject([{ kind: "correction", place: "top", body: correction.text }])
    expect(story?.updatedAt.getTime()).toBeGreaterThan(post.publishedAt?.getTime() ?? 0)
    expect((await listCorrections()).corrections).toMatchObject([{ slug: post.slug, body: correction.text }])
    const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
    expect(event).toMatchObject({
      action: "post_corrected",
      postId: post.id,
      staffId: eva.id,
      detail: { kind: "correction", text: correction.text },
    })
  })

  test("sent twice is one correction", async () => {
    const post = await createPost(database())
    for (let n = 0; n < 2; n++)
      expect(await addCorrection(eva, { ...correction, post: post.id })).toEqual({ ok: true })
    expect((await listCorrections()).corrections).toHaveLength(1)
  })

  test("of a story that readers do not see is refused, and one of a withdrawn story is not in the list", async () => {
    const draft = await createPost(database(), { status: "draft", publishedAt: null })
    expect(await addCorrection(eva, { ...correction, post: draft.id })).toEqual({
      ok: false,
      reason: "not-published",
    })
    const post = await createPost(database())
    await addCorrection(eva, { ...correction, post: post.id })
    await database().update(posts).set({ status: "withdrawn" }).where(eq(posts.id, post.id))
    expect((await listCorrections()).corrections).toEqual([])
  })

  test("that was a mistake is taken back, and stays in the log", async () => {
    const post = await createPost(database())
    await addCorrection(eva, { ...correction, post: post.id })
    const [told] = (await getCorrectedStory(eva, post.id))?.told ?? []
    expect(await removeCorrection(eva, told?.id ?? 0)).toEqual({ ok: true })
    expect(await removeCorrection(eva, told?.id ?? 0)).toEqual({ ok: false, reason: "not-found" })
    expect((await getPost(post.slug))?.corrections).toEqual([])
    const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
    expect(event).toMatchObject({ action: "correction_removed", detail: { text: correction.text } })
  })

  test.each(["writer", "moderator"] as const)("is nothing that a %s decides or sees", async (role) => {
    const post = await createPost(database())
    await addCorrection(eva, { ...correction, post: post.id })
    const [told] = (await getCorrectedStory(eva, post.id))?.told ?? []
    const other = await person(role)
    const refused = { ok: false, reason: "not-allowed" }
    expect(await addCorrection(other, { ...correction, text: "No.", post: post.id })).toEqual(refused)
    expect(await removeCorrection(other, told?.id ?? 0)).toEqual(refused)
    expect(await getCorrectedStory(other, post.id)).toBeNull()
    expect(await listErrorReports(other)).toEqual([])
    expect(await countErrorReports(other, 100)).toBeNull()
  })
})

test("the list goes on where a page ends, newest first, also within one moment", async () => {
  const post = await createPost(database())
  await database()
    .insert(corrections)
    .values(
      Array.from({ length: 45 }, (_, n) => ({
        postId: post.id,
        kind: "clarification" as const,
        place: "foot" as const,
        body: `Number ${n}`,
        createdAt: sql`'2026-03-01'::timestamptz + make_interval(secs => ${Math.floor(n / 9)})`,
      })),
    )
  const seen: string[] = []
  let before: string | null | undefined
  do {
    const page = await listCorrections(readCursor(before ?? undefined) ?? undefined)
    seen.push(...page.corrections.map(({ body }) => body))
    before = page.next
  } while (before)
  expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `Number ${44 - n}`))
})

test("a feed reader gets the words of a correction as they were typed", () => {
  const body = "It is <b>not</b> bold & never was.\n\nSorry."
  const facts = {
    title: "Corrections",
    description: "",
    language: "en",
    siteUrl: "https://example.org",
    page: "/corrections",
    feed: "/corrections/feed.xml",
  }
  const xml = correctionFeed(facts, [
    { id: 7, kind: "correction", body, createdAt: new Date(0), slug: "a", title: "Tea & <i>milk</i>" },
  ])
  const { item } = new XMLParser().parse(xml).rss.channel
  expect(item.description).toBe("<p>It is &lt;b&gt;not&lt;/b&gt; bold &amp; never was.</p><p>Sorry.</p>")
  expect(item.link).toBe("https://example.org/posts/a#correction-7")
})

describe("what a reader says is wrong", () => {
  const report = { wrong: "The pool opens at six.", leftEmpty: "", network: "198.51.100.7/32" }

  test("reaches the desk once, however often it is sent, until somebody has dealt with it", async () => {
    const post = await createPost(database())
    for (let n = 0; n < 2; n++) expect(await reportError({ ...report, story: post.slug })).toBe("taken")
    const reports = await listErrorReports(eva)
    expect(reports).toMatchObject([{ body: report.wrong, postId: post.id, slug: post.slug }])
    expect(await countErrorReports(eva, 100)).toMatchObject({ count: 1 })
    expect(await closeErrorReport(eva, reports[0]?.id ?? 0)).toEqual({ ok: true })
    expect(await closeErrorReport(eva, reports[0]?.id ?? 0)).toEqual({ ok: false, reason: "not-found" })
    expect(await listErrorReports(eva)).toEqual([])
    await reportError({ ...report, story: post.slug })
    expect(await listErrorReports(eva)).toHaveLength(1)
  })

  test("is about a story that readers can see, and of a robot nothing is kept", async () => {
    const draft = await createPost(database(), { status: "draft", publishedAt: null })
    const post = await createPost(database())
    expect(await reportError({ ...report, story: draft.slug })).toBe("story-gone")
    expect(await reportError({ ...report, story: "../x" })).toBe("story-gone")
    expect(await reportError({ ...report, story: post.slug, leftEmpty: "buy" })).toBe("taken")
    expect(await listErrorReports(eva)).toEqual([])
  })

  test("is taken ten times an hour from one network", async () => {
    const post = await createPost(database())
    const answers: string[] = []
    for (let n = 0; n < 11; n++)
      answers.push(
        await reportError({ ...report, network: "203.0.113.9/32", wrong: `Line ${n}`, story: post.slug }),
      )
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(10)
    expect(answers.at(-1)).toBe("too-many")
  })

  test("is forgotten thirty days after it was dealt with", async () => {
    const post = await createPost(database())
    await database()
      .insert(errorReports)
      .values([
        { postId: post.id, body: "Old", closedAt: sql`now() - interval '31 days'` },
        { postId: post.id, body: "New", closedAt: sql`now() - interval '29 days'` },
        { postId: post.id, body: "Open", createdAt: sql`now() - interval '400 days'` },
      ])
    await sweepErrorReports()
    const left = await database().select({ body: errorReports.body }).from(errorReports)
    expect(left.map(({ body }) => body).toSorted()).toEqual(["New", "Open"])
  })
})

test("forms say what is missing or too long, and keep what was typed", () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    return data
  }
  expect(parseForm(correctionInput, form({ post: "1", kind: "x", place: "top", text: " " }))).toMatchObject({
    ok: false,
    errors: { kind: "Choose what it is.", text: "Write what was wrong, and what is right." },
  })
  expect(parseForm(errorReportInput, form({ story: "a", wrong: "é".repeat(2001) }))).toMatchObject({
    ok: false,
    errors: { wrong: "This is too long; 2000 letters at most." },
  })
  expect(parseForm(errorReportInput, form({ story: "a", wrong: "é".repeat(2000) }))).toMatchObject({
    ok: true,
  })
})
