import { asc, eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createAuthor, createPost as createRow, createStaff, paragraphs } from "@/db/factories"
import { auditEvents } from "@/db/schema/audit"
import { authors } from "@/db/schema/authors"
import { postSlugs, posts } from "@/db/schema/posts"
import { settings } from "@/db/schema/settings"
import type { Role, Staff } from "@/lib/auth/staff"
import { postStatuses } from "@/lib/documents/post-statuses"
import { countStories } from "@/lib/posts/count-stories"
import { getStory, listBylines, listStories } from "@/lib/posts/desk-queries"
import { type PostInput, parsePost, parseSaveAddress } from "@/lib/posts/input"
import { monthPath } from "@/lib/posts/month"
import { createDraft, publishPost, saveDraft, takeStep } from "@/lib/posts/mutations"
import { mayEdit, mayPublish, maySubmit } from "@/lib/posts/policy"
import { getPost, getSlugAfter } from "@/lib/posts/queries"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import type { StoryCursor } from "@/lib/posts/story-cursor"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"

import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

/** What the editor's button "Submit for review" does. */
const submit: typeof saveDraft = (staff, seen, input) => takeStep(staff, seen, { ...input, step: "submit" })

let eva: Staff
let writer: Staff
let changed: string[]
/** The lists that a story of Eva's without a tag is in: hers, and the month's. */
let evasLists: string[]
let stopListening: () => void

beforeEach(async () => {
  eva = await person("Eva", "editor")
  const [byline] = await database()
    .select()
    .from(authors)
    .where(eq(authors.id, eva.authorId ?? 0))
  const now = new Date()
  const month = monthPath({ year: now.getUTCFullYear(), month: now.getUTCMonth() + 1 })
  evasLists = [`list:/authors/${byline?.slug}`, `list:${month}`]
  writer = await person("Wim", "writer")
  changed = []
  stopListening = onTagChanged((tag) => changed.push(tag))
})

afterEach(() => stopListening())

async function person(name: string, ...roles: Role[]): Promise<Staff> {
  const author = await createAuthor(database(), { name })
  return asStaff(await createStaff(database(), { name, roles, authorId: author.id }))
}

function story(fields: Record<string, string> = {}): PostInput {
  const form = new FormData()
  const typed = {
    title: "A fair by the river",
    standfirst: "",
    body: JSON.stringify(paragraphs("It rained, and everybody came.")),
    slug: "",
    tags: "",
    bylines: "[]",
    picture: "",
    pictureAlt: "",
    commentMode: "hold_all",
    ...fields,
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

/** These authors for the words, as the page sends them. */
function by(...ids: (number | null)[]): string {
  return JSON.stringify(ids.map((id) => ({ id, name: "", part: "words" })))
}

function done(outcome: SaveOutcome): SavedPost {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.post
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
  return rows.map(({ action, fromStatus, toStatus, staffId }) => ({ action, fromStatus, toStatus, staffId }))
}

describe("an editor", () => {
  test("writes a story that readers do not find until it is published", async () => {
    // With the very first one the frame of every page changes.
    await createRow(database())
    const draft = done(await createDraft(eva, story({ title: "Not yet" })))
    expect(draft).toMatchObject({ slug: "not-yet", status: "draft", version: 1, publishedAt: null })
    expect(await getPost("not-yet")).toBeNull()
    expect(changed).toEqual([])

    const published = done(await publishPost(eva, draft, story({ title: "Not yet" })))
    expect(published).toMatchObject({ slug: "not-yet", status: "published", version: 2 })
    expect(await getPost("not-yet")).toMatchObject({ title: "Not yet", bylines: [{ name: "Eva" }] })
    expect(changed).toEqual(["post:not-yet", "title:not-yet", "lists", ...evasLists])
    expect(await decisions(draft.id)).toEqual([
      { action: "post_published", fromStatus: "draft", toStatus: "published", staffId: eva.id },
    ])
  })

  test("publishes only what has a title and a text", async () => {
    const draft = done(
      await createDraft(eva, story({ title: "", body: JSON.stringify(paragraphs("Words.")) })),
    )
    expect(draft.slug).toBe(`story-${draft.id}`)
    const untitled = await publishPost(eva, draft, story({ title: " " }))
    expect(untitled).toEqual({ ok: false, reason: "title-missing" })
    const empty = JSON.stringify({
      type: "doc",
      content: [{ type: "paragraph" }, { type: "horizontalRule" }],
    })
    expect(await publishPost(eva, draft, story({ body: empty }))).toEqual({
      ok: false,
      reason: "body-missing",
    })
    expect(await row(draft.id)).toMatchObject({ status: "draft", version: 1 })
    expect(changed).toEqual([])
  })

  test("changes a published story: the date stays, the decision is a row", async () => {
    const first = done(await publishPost(eva, done(await createDraft(eva, story())), story()))
    const second = done(await publishPost(eva, first, story({ title: "Another title" })))
    expect(second.publishedAt).toEqual(first.publishedAt)
    expect(second.slug).toBe(first.slug)
    expect((await decisions(first.id)).map((event) => event.action)).toEqual([
      "post_published",
      "post_updated",
    ])
  })

  test("withdraws a story and publishes it again under its first date", async () => {
    const first = done(
      await publishPost(
        eva,
        done(await createDraft(eva, story({ title: "Gone" }))),
        story({ title: "Gone" }),
      ),
    )
    changed = []
    const gone = done(await unpublishPost(eva, first))
    expect(gone).toMatchObject({ status: "withdrawn", version: 3 })
    expect(changed).toEqual(["post:gone", "title:gone", "lists", ...evasLists])
    expect(await getPost("gone")).toBeNull()
    expect(done(await unpublishPost(eva, first)).status).toBe("withdrawn")
    const back = done(await publishPost(eva, gone, story({ title: "Gone" })))
    expect(back.publishedAt).toEqual(first.publishedAt)
    expect((await decisions(first.id)).map((event) => event.action)).toEqual([
      "post_published",
      "post_unpublished",
      "post_published",
    ])
  })

  test("withdraws at once even when somebody saved meanwhile, and is told at the next save", async () => {
    const seen = done(await publishPost(eva, done(await createDraft(eva, story())), story()))
    const ben = await person("Ben", "editor")
    done(await publishPost(ben, seen, story({ title: "Ben's title" })))
    const gone = done(await unpublishPost(eva, seen))
    expect(gone).toMatchObject({ status: "withdrawn", version: seen.version })
    expect(await saveDraft(eva, gone, story({ title: "Eva's title" }))).toMatchObject({ reason: "stale" })
  })

  test("cannot hand in a published story", async () => {
    const first = done(await publishPost(eva, done(await createDraft(eva, story())), story()))
    expect(await submit(eva, first, story({ title: "Quietly" }))).toMatchObject({
      ok: false,
      reason: "is-published",
    })
  })

  test("gives a story an author, but not one who does not exist", async () => {
    const draft = done(await createDraft(eva, story({ bylines: by(writer.authorId) })))
    expect((await row(draft.id)).authorId).toBe(writer.authorId)
    expect(await saveDraft(eva, draft, story({ bylines: by(999_999) }))).toEqual({
      ok: false,
      reason: "author-unknown",
    })
    const before = (await database().select().from(posts)).length
    expect(await createDraft(eva, story({ title: "Nobody's", bylines: by(999_999) }))).toMatchObject({
      ok: false,
    })
    expect(await database().select().from(posts)).toHaveLength(before)
  })
})

describe("two people at one story", () => {
  test("the second is told by name who saved meanwhile, and nothing is overwritten", async () => {
    const draft = done(await createDraft(eva, story()))
    const ben = await person("Ben", "editor")
    const bens = done(await saveDraft(ben, draft, story({ title: "Ben's title" })))
    const evas = await saveDraft(eva, draft, story({ title: "Eva's title" }))
    expect(evas).toEqual({ ok: false, reason: "stale", by: "Ben", own: false, post: bens })
    expect((await row(draft.id)).title).toBe("Ben's title")
    expect(done(await saveDraft(eva, bens, story({ title: "Eva's title" }))).version).toBe(3)
  })

  test("one person in two tabs is told that it was themselves", async () => {
    const draft = done(await createDraft(eva, story()))
    const first = done(await saveDraft(eva, draft, story({ title: "In one tab" })))
    const second = await saveDraft(eva, draft, story({ title: "In another" }))
    expect(second).toEqual({ ok: false, reason: "stale", by: "Eva", own: true, post: first })
  })

  test("the same save twice is one save", async () => {
    const draft = done(await createDraft(eva, story()))
    const typed = story({ title: "Once", tags: "Families, News" })
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => saveDraft(eva, draft, typed)))
    expect(outcomes.map(done).map((post) => post.version)).toEqual(Array(20).fill(2))
  })

  test("fifty publishes at once have one effect", async () => {
    const draft = done(await createDraft(eva, story({ title: "Fifty" })))
    const typed = story({ title: "Fifty", tags: "Families" })
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => publishPost(eva, draft, typed)))
    expect(
      new Set(outcomes.map(done).map((post) => `${post.version} ${post.publishedAt?.toISOString()}`)).size,
    ).toBe(1)
    expect(await decisions(draft.id)).toHaveLength(1)
    expect(changed.filter((tag) => tag !== "frame")).toEqual([
      "post:fifty",
      "title:fifty",
      "lists",
      evasLists[0],
      "list:/tags/families",
      evasLists[1],
    ])
  })

  test("fifty first saves at once make one draft", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => createDraft(eva, story({ title: "New" }), "tab1")),
    )
    expect(new Set(outcomes.map(done).map((post) => post.id)).size).toBe(1)
  })

  test("a first save that comes again an hour later, with more words, is the same draft", async () => {
    const first = done(await createDraft(eva, story({ title: "Once" }), "tab2"))
    await database()
      .update(posts)
      .set({ createdAt: new Date(Date.now() - 3_600_000) })
      .where(eq(posts.id, first.id))
    const again = done(await createDraft(eva, story({ title: "Once, and longer" }), "tab2"))
    expect(again).toMatchObject({ id: first.id, version: 1 })
    expect(done(await saveDraft(eva, again, story({ title: "Once, and longer" }))).version).toBe(2)
    expect(done(await createDraft(writer, story({ title: "Wim's" }), "tab2")).id).not.toBe(first.id)
  })

  test("ten stories of one title at once get ten addresses", async () => {
    const people = await Promise.all(Array.from({ length: 10 }, (_, n) => person(`P${n}`, "editor")))
    const made = await Promise.all(
      people.map((one) => createDraft(one, story({ title: "Same", tags: "Brand new" }))),
    )
    expect(made.map((outcome) => done(outcome).slug).sort()).toEqual(
      ["same", ...Array.from({ length: 9 }, (_, n) => `same-${n + 2}`)].sort(),
    )
  })
})

describe("an address", () => {
  test("follows the title until the story is published", async () => {
    const draft = done(await createDraft(eva, story({ title: "" })))
    expect(draft.slug).toBe(`story-${draft.id}`)
    const named = done(await saveDraft(eva, draft, story({ title: "A name" })))
    expect(named.slug).toBe("a-name")
    expect(done(await saveDraft(eva, named, story({ title: "A better name" }))).slug).toBe("a-better-name")
  })

  test("of a title in another script is written in Latin letters", async () => {
    const draft = done(await createDraft(eva, story({ title: "Лето у реки" })))
    expect(draft.slug).toBe("leto-u-reki")
  })

  test("that was typed stays, is refused when another story has it, and when it is a reserved word", async () => {
    const other = done(await createDraft(eva, story({ title: "Taken" })))
    const draft = done(await createDraft(eva, story({ title: "Mine", slug: "my-own" })))
    expect(done(await saveDraft(eva, draft, story({ title: "Renamed", slug: "my-own" }))).slug).toBe("my-own")
    const seen = { id: draft.id, version: 2 }
    expect(await saveDraft(eva, seen, story({ slug: other.slug }))).toEqual({
      ok: false,
      reason: "slug-taken",
    })
    expect(await saveDraft(eva, seen, story({ slug: "feed" }))).toEqual({
      ok: false,
      reason: "slug-reserved",
    })
    expect(done(await createDraft(eva, story({ title: "Admin" }))).slug).toBe("admin-2")
  })

  test("that readers knew leads on to the new one, and back when it is taken again", async () => {
    const first = done(
      await publishPost(eva, done(await createDraft(eva, story({ title: "Old" }))), story({ title: "Old" })),
    )
    changed = []
    const moved = done(await publishPost(eva, first, story({ title: "Old", slug: "new-place" })))
    expect(changed).toEqual(["post:old", "post:new-place", "title:old", "title:new-place", "card:old"])
    expect(await getSlugAfter("old")).toBe("new-place")
    const taken = await createDraft(eva, story({ title: "Else", slug: "old" }))
    expect(taken).toEqual({ ok: false, reason: "slug-taken" })
    expect(done(await createDraft(eva, story({ title: "Old!" }))).slug).toBe("old-2")
    const back = done(await publishPost(eva, moved, story({ title: "Old", slug: "old" })))
    expect(back.slug).toBe("old")
    expect(await database().select().from(postSlugs).where(eq(postSlugs.postId, first.id))).toMatchObject([
      { slug: "new-place" },
    ])
  })
})

test("tags are put in their order, and one that is known in other letters is that tag", async () => {
  const draft = done(await createDraft(eva, story({ tags: "Café, C++, C, café , 北京, News" })))
  const names = async () => (await getStory(eva, draft.id))?.tags
  expect(await names()).toEqual([
    { name: "Café", slug: "cafe" },
    { name: "C++", slug: "c" },
    { name: "C", slug: "c-2" },
    { name: "北京", slug: "bei-jing" },
    { name: "News", slug: "news" },
  ])
  const other = done(await createDraft(eva, story({ title: "Two", tags: "news, CAFE, 北京" })))
  const first = (await getStory(eva, draft.id))?.tags.map((tag) => tag.slug)
  const second = (await getStory(eva, other.id))?.tags.map((tag) => tag.slug)
  expect(second).toEqual(["news", "cafe", first?.[3]])
  done(await saveDraft(eva, draft, story({ tags: "News" })))
  expect(await names()).toEqual([{ name: "News", slug: "news" }])
})

test("a tag with other accents is another tag, and one without any is a spelling of it", async () => {
  const tagsOf = async (tags: string) =>
    (
      await getStory(
        eva,
        done(await createDraft(eva, story({ title: `Tagged ${tags} ${Math.random()}`, tags }))).id,
      )
    )?.tags ?? []
  const [first] = await tagsOf("Pêche")
  const [other] = await tagsOf("Péché")
  expect(other).toMatchObject({ name: "Péché" })
  expect(other?.slug).not.toBe(first?.slug)
  for (const spelling of ["pêche", "PÊCHE", "Pe\u0302che"]) expect(await tagsOf(spelling)).toEqual([first])
  const slugs = new Set<string | undefined>()
  for (const name of ["Åre", "Äre", "कर", "कौर", "กา", "ก่า", "мой", "мои"])
    slugs.add((await tagsOf(name))[0]?.slug)
  expect(slugs.size).toBe(8)
})

describe("a writer", () => {
  test("writes, hands in, and neither publishes nor withdraws", async () => {
    const draft = done(await createDraft(writer, story()))
    const handed = done(await submit(writer, draft, story({ title: "Ready" })))
    expect(handed.status).toBe("in_review")
    expect(await publishPost(writer, handed, story())).toEqual({ ok: false, reason: "not-allowed" })
    expect(await unpublishPost(writer, handed)).toEqual({ ok: false, reason: "not-allowed" })
    expect((await decisions(draft.id)).map((event) => event.action)).toEqual(["post_submitted"])
    expect(done(await saveDraft(writer, handed, story({ title: "Ready, nearly" }))).status).toBe("in_review")
  })

  test("gives only their own name", async () => {
    const draft = done(await createDraft(writer, story({ bylines: by(eva.authorId) })))
    expect((await row(draft.id)).authorId).toBe(writer.authorId)
    done(await saveDraft(writer, draft, story({ title: "Again", bylines: by(eva.authorId) })))
    expect((await row(draft.id)).authorId).toBe(writer.authorId)
    expect((await listBylines(writer)).map((byline) => byline.id)).toEqual([writer.authorId])
  })

  test("sees within their own only", async () => {
    const anna = await person("Anna", "writer")
    const own = done(await createDraft(anna, story({ title: "Anna's" })))
    const others = done(await createDraft(writer, story({ title: "Wim's" })))
    expect((await listStories(anna)).stories.map((post) => post.id)).toEqual([own.id])
    expect((await listStories(anna, { authorId: writer.authorId ?? 0 })).stories).toEqual([])
    expect((await countStories(anna)).all).toBe(1)
    expect(await getStory(anna, others.id)).toBeNull()
    expect(await saveDraft(anna, others, story())).toEqual({ ok: false, reason: "not-found" })
    // Nobody comes by a story by naming themselves on it.
    const stolen = await saveDraft(anna, others, story({ bylines: by(writer.authorId, anna.authorId) }))
    expect(stolen).toEqual({ ok: false, reason: "not-found" })
    expect(await getStory(anna, others.id)).toBeNull()
  })

  test("has the stories that credit them among their own, until an editor credits others", async () => {
    const anna = await person("Anna", "writer")
    const begun = done(await createDraft(writer, story({ title: "Of both" })))
    const ofBoth = by(writer.authorId, anna.authorId)
    const both = done(await saveDraft(eva, begun, story({ title: "Of both", bylines: ofBoth })))
    expect((await listStories(anna)).stories.map(({ id }) => id)).toEqual([both.id])
    expect((await countStories(anna)).draft).toBe(1)
    expect(await getStory(anna, both.id)).toMatchObject({ title: "Of both" })
    const saved = done(await saveDraft(anna, both, story({ title: "Of both, by Anna", bylines: ofBoth })))
    // The writer who began it stays, whatever a co-author wishes.
    const alone = done(await saveDraft(anna, saved, story({ title: "Mine", bylines: by(anna.authorId) })))
    expect(await getStory(writer, both.id)).toMatchObject({ title: "Mine" })
    const taken = await saveDraft(eva, alone, story({ title: "Mine", bylines: by(writer.authorId) }))
    expect((await listStories(anna)).stories).toEqual([])
    expect((await countStories(anna)).all).toBe(0)
    expect(await getStory(anna, both.id)).toBeNull()
    expect(await saveDraft(anna, done(taken), story())).toEqual({ ok: false, reason: "not-found" })
  })
})

test("a moderator has no business with stories", async () => {
  const mod = await person("Mo", "moderator")
  const draft = done(await createDraft(eva, story()))
  expect(await createDraft(mod, story())).toEqual({ ok: false, reason: "not-allowed" })
  for (const act of [saveDraft, submit, publishPost]) {
    expect(await act(mod, draft, story())).toEqual({ ok: false, reason: "not-found" })
  }
  expect(await unpublishPost(mod, draft)).toEqual({ ok: false, reason: "not-found" })
  expect(await getStory(mod, draft.id)).toBeNull()
  expect((await listStories(mod)).stories).toEqual([])
  expect((await countStories(mod)).all).toBe(0)
})

test.each(["writer", "admin"] as const)(
  "a first story by a %s without a byline is in their own name, and so is the next",
  async (role) => {
    const bare = asStaff(await createStaff(database(), { name: `Bo ${role}`, roles: [role] }))
    const both = await Promise.all([
      createDraft(bare, story()).then(done),
      createDraft(bare, story({ title: "Another" })).then(done),
    ])
    const bylines = await database()
      .select()
      .from(authors)
      .where(eq(authors.name, `Bo ${role}`))
    expect(bylines).toMatchObject([{ slug: `bo-${role}` }])
    for (const { id } of both) expect((await row(id)).authorId).toBe(bylines[0]?.id)
  },
)

test("an editor whose byline is made by the first save can still choose it after another", async () => {
  const bare = asStaff(await createStaff(database(), { name: "Bo Later", roles: ["editor"] }))
  const draft = done(await createDraft(bare, story({ bylines: by(eva.authorId) })))
  const own = done(await saveDraft(bare, draft, story({ title: "Mine", bylines: "[]" })))
  const [byline] = await database().select().from(authors).where(eq(authors.name, "Bo Later"))
  expect((await row(own.id)).authorId).toBe(byline?.id)
})

describe("every role and every state: what the policy refuses, the database never sees", () => {
  const statuses = [...postStatuses]
  const roles: Role[] = ["writer", "editor", "moderator", "admin"]
  const cases = roles.flatMap((role) =>
    statuses.flatMap((status) => [true, false].map((own) => ({ role, status, own }))),
  )

  test.each(cases)("$role, $status, own: $own", async ({ role, status, own }) => {
    const who = await person("Somebody", role)
    const make = async () =>
      createRow(database(), {
        status,
        publishedAt: status === "published" || status === "withdrawn" ? new Date() : null,
        createdBy: own ? who.id : eva.id,
      })
    const acts = [
      { act: saveDraft, allowed: (post: Owned) => mayEdit(who, post), unseen: true },
      // Of their published story a writer proposes a change.
      {
        act: submit,
        allowed: (post: Owned) => maySubmit(who, post) || (role === "writer" && mayEdit(who, post)),
        unseen: true,
      },
      { act: publishPost, allowed: (post: Owned) => mayEdit(who, post) && mayPublish(who) },
    ]
    for (const { act, allowed, unseen = false } of acts) {
      const post = await make()
      const outcome = await act(who, post, story({ title: `Changed by ${act.name}` }))
      expect(outcome.ok).toBe(allowed({ ...post, authorIds: [post.authorId] }))
      const after = await row(post.id)
      expect(after.version === post.version).toBe(!outcome.ok)
      // What is saved of a published story stands beside what readers see.
      const beside = unseen && status === "published"
      expect(after.title === post.title && after.status === post.status).toBe(!outcome.ok || beside)
    }
    const post = await make()
    const allowed = role === "editor" || role === "admin"
    expect((await unpublishPost(who, post)).ok).toBe(allowed)
    expect((await row(post.id)).status === "published").toBe(status === "published" && !allowed)
  })
})

type Owned = typeof posts.$inferSelect & { authorIds: number[] }

test("fields that nobody asked for change nothing", async () => {
  const form = new FormData()
  const typed = {
    title: "Plain",
    standfirst: "",
    body: JSON.stringify(paragraphs("Words.")),
    slug: "",
    tags: "",
    picture: "",
    pictureAlt: "",
    commentMode: "open",
    status: "published",
    publishedAt: "2020-01-01",
    createdBy: "1",
    updatedBy: "1",
    id: "1",
    version: "99",
    "author[id]": "1",
    __proto__: "x",
    constructor: "x",
  }
  for (const [name, value] of Object.entries(typed)) form.append(name, String(value))
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const made = done(await createDraft(writer, parsed.value))
  expect(await row(made.id)).toMatchObject({
    status: "draft",
    publishedAt: null,
    createdBy: writer.id,
    updatedBy: writer.id,
    version: 1,
    commentMode: "open",
  })
})

test.each(["1abc", "0", "-1", "1.5", "1e3", " 1", "١", "99999999999999999", "null", "[object Object]"])(
  "“%s” is no story",
  (id) => {
    const form = new FormData()
    form.set("intent", "publish")
    form.set("version", "1")
    form.set("id", id)
    expect(parseSaveAddress(form).ok).toBe(false)
  },
)

test("the list goes on where it ended, whatever was saved meanwhile", async () => {
  const one = await person("One", "writer")
  for (let n = 0; n < 7; n++)
    await createRow(database(), { createdBy: one.id, title: `Story 100%_${n}`, status: "draft" })
  const seen: number[] = []
  let after: StoryCursor | undefined
  do {
    const page = await listStories(one, { after }, 3)
    seen.push(...page.stories.map((post) => post.id))
    after = page.next ?? undefined
  } while (after && seen.length < 20)
  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
  expect((await listStories(one, { search: "100%_3" })).stories).toHaveLength(1)
  expect((await listStories(one, { search: "'; drop table posts; --" })).stories).toEqual([])
  expect((await listStories(one, { status: "published" })).stories).toEqual([])
  expect(await countStories(one)).toMatchObject({ all: 7, draft: 7, published: 0 })
})

test("a published story drops the archive's page of the month that it is where the publication is", async () => {
  // On the other side of the date line the months differ for a day; elsewhere these two agree.
  for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    await database()
      .insert(settings)
      .values({ key: "timeZone", value: timeZone })
      .onConflictDoUpdate({ target: settings.key, set: { value: timeZone } })
    const lastHour = new Date("2026-06-30T23:30:00Z")
    const post = await createRow(database(), { authorId: eva.authorId ?? 0, publishedAt: lastHour })
    changed = []
    await unpublishPost(eva, { id: post.id, version: post.version })
    expect(changed.filter((tag) => tag.startsWith("list:/archive"))).toEqual([
      `list:/archive/2026/${timeZone === "Pacific/Kiritimati" ? "07" : "06"}`,
    ])
  }
  await database().delete(settings)
})
