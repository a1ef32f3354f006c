import { desc, eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createAuthor, createPageRow, createPost, createStaff, paragraphs, tagPost } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { postSlugs, type RichTextNode } from "@/db/schema/posts"
import { settings } from "@/db/schema/settings"
import { listStoryLog } from "@/lib/audit/log/queries"
import { sentenceOf } from "@/lib/audit/log/sentence"
import type { Staff } from "@/lib/auth/staff"
import type { OverridableKind } from "@/lib/documents/check-finding"
import { type PostInput, parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft } from "@/lib/posts/mutations"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff
let author: Awaited<ReturnType<typeof createAuthor>>

beforeAll(async () => {
  author = await createAuthor(database(), { name: "Eva" })
  eva = asStaff(await createStaff(database(), { name: "Eva", roles: ["editor"], authorId: author.id }))
})

type Typed = { title?: string; standfirst?: string; body?: RichTextNode; tags?: string; anyway?: string }

function story({ body = paragraphs("It rained."), ...fields }: Typed): PostInput {
  const form = new FormData()
  const typed = {
    title: "A fair by the river",
    standfirst: "",
    body: JSON.stringify(body),
    slug: "",
    tags: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
    ...fields,
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed))
  return parsed.value
}

async function draft() {
  const made = await createDraft(eva, story({}))
  if (!made.ok) throw new Error(made.reason)
  return made.post
}

/** What the checklist finds as somebody publishes this, or null where it is published. */
async function foundIn(typed: Typed): Promise<unknown> {
  const outcome = await publishPost(eva, await draft(), story(typed))
  if (outcome.ok) return null
  return outcome.reason === "checklist"
    ? outcome.findings.map(({ kind, words }) => [kind, words])
    : outcome.reason
}

const link = (href: string): RichTextNode => ({
  type: "paragraph",
  content: [{ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }],
})
const linking = (...hrefs: string[]): RichTextNode => ({ type: "doc", content: hrefs.map(link) })
const heading = (level: number, text: string): RichTextNode => ({
  type: "heading",
  attrs: { level },
  content: [{ type: "text", text }],
})

describe("an editor who presses Publish", () => {
  test("publishes a story with a title and a text and nothing else, at the first press", async () => {
    expect(await foundIn({})).toBeNull()
  })

  test("is told of placeholders in title, standfirst and text first", async () => {
    const found = await foundIn({
      title: "The mayor TK",
      standfirst: "It cost xxx euros.",
      body: paragraphs("Said [name], who [sic] came."),
    })
    expect(found).toEqual([
      ["placeholder", "TK"],
      ["placeholder", "xxx"],
      ["placeholder", "[name]"],
    ])
  })

  test("is told of headings that skip a level, and not of empty ones or of those that go back up", async () => {
    const skipping = {
      type: "doc",
      content: [heading(3, "First"), heading(2, "Second"), heading(4, "Third")],
    }
    expect(await foundIn({ body: skipping })).toEqual([
      ["heading-order", "First"],
      ["heading-order", "Third"],
    ])
    const right = {
      type: "doc",
      content: [heading(2, "One"), heading(3, "Two"), heading(4, "Three"), heading(2, "Four")],
    }
    expect(await foundIn({ body: right })).toBeNull()
  })

  test("is told of links to addresses of this site where readers find nothing", async () => {
    const db = database()
    const hidden = await createPost(db, { status: "draft", publishedAt: null })
    const nobody = await createAuthor(db)
    const hiddenPage = await createPageRow(db, { status: "draft", publishedAt: null })
    const dead = [
      "/desk/posts/1",
      `/posts/${hidden.slug}`,
      "/posts/never-was",
      "/posts/never-was#comment-1",
      `/authors/${nobody.slug}`,
      "/tags/never-used",
      `/${hiddenPage.slug}`,
      "http://localhost:3000/posts/never-was-either",
    ]
    const found = await foundIn({ body: linking(...dead) })
    expect(found).toHaveLength(dead.length)
    expect(new Set(found as unknown[])).toEqual(new Set(dead.map((href) => ["dead-link", href])))
  })

  test("is not told of links that lead somewhere: stories, also by a former address, pages, authors, tags, lists, files, elsewhere", async () => {
    const db = database()
    const shown = await createPost(db, { authorId: author.id })
    await db.insert(postSlugs).values({ slug: `former-${shown.slug}`, postId: shown.id })
    await tagPost(db, shown.id, "Harbour")
    const page = await createPageRow(db)
    const child = await createPageRow(db, { parentId: page.id })
    const body = linking(
      `/posts/${shown.slug}`,
      `/posts/${shown.slug}/comments/2#comment-7`,
      `/posts/former-${shown.slug}`,
      `/authors/${author.slug}`,
      "/tags/harbour/feed.xml",
      `/${page.slug}`,
      `/${page.slug}/${child.slug}`,
      "/",
      "/archive/2026/01",
      "/newsletter",
      "/feed.xml",
      "/media/1/large.webp",
      "https://example.org/posts/never-was",
      "mailto:desk@example.org",
    )
    expect(await foundIn({ body })).toBeNull()
  })

  test("can link a story to itself before readers see it", async () => {
    const post = await draft()
    const outcome = await publishPost(eva, post, story({ body: linking(`/posts/${post.slug}`) }))
    expect(outcome).toMatchObject({ ok: true })
  })
})

describe("a publication that asks for a standfirst", () => {
  beforeAll(async () => {
    await database().insert(settings).values({ key: "standfirstRequired", value: true })
  })
  afterAll(async () => {
    await database().delete(settings).where(eq(settings.key, "standfirstRequired"))
  })

  test("is shown no story without one, unless whoever publishes it says so, which the log keeps", async () => {
    expect(await foundIn({ standfirst: " " })).toEqual([["standfirst-missing", ""]])
    expect(await foundIn({ standfirst: "It rained all day." })).toBeNull()
    const post = await draft()
    expect(await publishPost(eva, post, story({ anyway: "standfirst-missing" }))).toMatchObject({ ok: true })
    const [first] = await database()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.postId, post.id))
      .orderBy(auditEvents.id)
    expect(first).toMatchObject({
      action: "checklist_overridden",
      detail: { overridden: "a missing standfirst" },
    })
  })

  test("is not asked about a story's words again where only its tags change", async () => {
    const shown = await publishPost(eva, await draft(), story({ anyway: "standfirst-missing" }))
    if (!shown.ok) throw new Error(shown.reason)
    expect(await publishPost(eva, shown.post, story({ tags: "Harbour" }))).toMatchObject({ ok: true })
    expect(await publishPost(eva, shown.post, story({ title: "Another fair" }))).toMatchObject({ ok: false })
  })

  test("counts signs that nobody sees as no standfirst, and as no title", async () => {
    for (const nothing of [
      "\u200b",
      "\u2060",
      "\u00ad",
      "\u3164",
      "\u2800",
      "\ufe0f",
      "\u034f",
      "\u{e0020}",
    ]) {
      expect(await foundIn({ standfirst: nothing }), nothing).toEqual([["standfirst-missing", ""]])
      expect(await foundIn({ title: nothing, standfirst: "Rain." }), nothing).toBe("title-missing")
      expect(await foundIn({ body: paragraphs(nothing), standfirst: "Rain." }), nothing).toBe("body-missing")
    }
    for (const something of ["—", "؟", "👩‍🚀", "𓀀"])
      expect(await foundIn({ title: something, standfirst: something })).toBeNull()
  })

  test("keeps drafts without one", async () => {
    expect(await saveDraft(eva, await draft(), story({}))).toMatchObject({ ok: true })
  })
})

describe("publishing anyway", () => {
  const body = paragraphs("The mayor TK.")

  test("is in the log with what was overridden, before the publishing", async () => {
    const post = await draft()
    const outcome = await publishPost(eva, post, story({ body, anyway: "placeholder" }))
    expect(outcome).toMatchObject({ ok: true, post: { status: "published" } })
    const events = await database()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.postId, post.id))
      .orderBy(auditEvents.id)
    expect(events.map(({ action }) => action)).toEqual(["checklist_overridden", "post_published"])
    const entries = await listStoryLog(eva, {
      id: post.id,
      createdBy: null,
      authorIds: [],
      status: "published",
      trashedAt: null,
    })
    expect(entries[1] && sentenceOf(entries[1])).toMatchObject({
      who: "Eva",
      did: "overrode the checklist of",
      complement: "for a placeholder (TK)",
    })
  })

  test("overrides what was shown and nothing that came since", async () => {
    const found = await foundIn({
      body: { type: "doc", content: [...(body.content ?? []), heading(4, "Deep")] },
      anyway: "placeholder",
    })
    expect(found).toEqual([
      ["placeholder", "TK"],
      ["heading-order", "Deep"],
    ])
    const all: OverridableKind[] = ["placeholder", "heading-order", "dead-link", "standfirst-missing"]
    expect(await foundIn({ title: "", anyway: all.join(" ") })).toBe("title-missing")
  })

  test("logs nothing where there was nothing to override", async () => {
    const post = await draft()
    await publishPost(eva, post, story({ anyway: "placeholder dead-link" }))
    const [last] = await database()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.postId, post.id))
      .orderBy(desc(auditEvents.id))
    expect(last?.action).toBe("post_published")
    expect(await database().$count(auditEvents, eq(auditEvents.postId, post.id))).toBe(1)
  })

  test("a published story is asked about again when it is updated, and its newer words are saved meanwhile", async () => {
    const made = await publishPost(eva, await draft(), story({}))
    if (!made.ok) throw new Error(made.reason)
    const kept = await saveDraft(eva, made.post, story({ body }))
    if (!kept.ok) throw new Error(kept.reason)
    const outcome = await publishPost(eva, kept.post, story({ body }))
    expect(outcome).toMatchObject({ ok: false, reason: "checklist" })
    expect(await publishPost(eva, kept.post, story({ body, anyway: "placeholder" }))).toMatchObject({
      ok: true,
    })
  })
})
