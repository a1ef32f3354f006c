import { asc, eq, sql } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import type { Role, Staff } from "@/lib/auth/staff"
import { mergeProfiles } from "@/lib/authors/merge"
import { getThread } from "@/lib/comments/thread/queries"
import { listStories } from "@/lib/posts/desk-queries"
import { parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft } from "@/lib/posts/mutations"
import { getPost, listPosts, readFeed } from "@/lib/posts/queries"
import { restoreRevision } from "@/lib/posts/revisions/mutations"
import type { SavedPost, SaveOutcome } from "@/lib/posts/save-outcome"
import { getAuthor } from "@/lib/posts/section-queries"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import { type CacheTag, onTagChanged } from "../../../db/cache-tags.ts"
import { database } from "../../../db/client.ts"
import {
  addBylines,
  createAuthor,
  createComment,
  createPost,
  createRevision,
  createStaff,
  paragraphs,
} from "../../../db/factories.ts"
import { authors } from "../../../db/schema/authors.ts"
import { postRevisions } from "../../../db/schema/post-revisions.ts"
import { postBylines, posts } from "../../../db/schema/posts.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asOwner } from "../../support/owner.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

type Part = "words" | "photographs" | "translation" | "editing"
type Wished = [id: number | null, part: Part][]

const author = async () => (await createAuthor(database())).id

async function person(role: Role): Promise<Staff & { authorId: number }> {
  const authorId = await author()
  const staff = asStaff(await createStaff(database(), { roles: [role], authorId }))
  return { ...staff, authorId }
}

function story(wished?: Wished, title = "Together") {
  const form = new FormData()
  const body = JSON.stringify(paragraphs("It rained."))
  const fields = {
    title,
    body,
    standfirst: "",
    slug: "",
    tags: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (wished) form.set("bylines", JSON.stringify(wished.map(([id, part]) => ({ id, part, name: "Anybody" }))))
  const parsed = parsePost(form)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.value
}

function done(outcome: SaveOutcome): SavedPost {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.post
}

async function bylinesOf(postId: number): Promise<Wished> {
  const rows = await database()
    .select()
    .from(postBylines)
    .where(eq(postBylines.postId, postId))
    .orderBy(asc(postBylines.position))
  return rows.map(({ authorId, part }) => [authorId, part])
}

async function nameOf(authorId: number): Promise<string | undefined> {
  const [row] = await database().select().from(authors).where(eq(authors.id, authorId))
  return row?.name
}

async function tagsOf<T>(work: () => Promise<T>): Promise<CacheTag[]> {
  const tags = new Set<CacheTag>()
  const forget = onTagChanged((tag) => tags.add(tag))
  await work()
  forget()
  return [...tags]
}

describe("an editor", () => {
  test("names several authors in order, each with a part, and readers find all of them", async () => {
    const eva = await person("editor")
    const [one, two, three] = [await author(), await author(), await author()]
    const wished: Wished = [
      [three, "photographs"],
      [two, "words"],
      [one, "words"],
      [two, "editing"],
    ]
    const draft = done(await createDraft(eva, story(wished)))
    expect(await bylinesOf(draft.id)).toEqual(wished)
    const out = done(await publishPost(eva, draft, story(wished)))
    const shown = wished.map(([, part]) => ({ part }))
    expect((await getPost(out.slug))?.bylines).toMatchObject(shown)
    const [card] = (await listPosts({ authorId: one })).posts
    expect(card?.bylines).toMatchObject(shown)
    expect((await readFeed({ authorId: three })).posts[0]?.bylines).toMatchObject(shown)
    // The first of those who wrote it.
    const [row] = await database().select().from(posts).where(eq(posts.id, draft.id))
    expect(row?.authorId).toBe(two)
    expect((await listStories(eva, { authorId: three })).stories.map(({ id }) => id)).toEqual([draft.id])
  })

  test("reads in a list of the desk who made a story, all of them, in order and each once", async () => {
    const eva = await person("editor")
    const [wren, ana] = [
      await createAuthor(database(), { name: "Wren" }),
      await createAuthor(database(), { name: "Ana" }),
    ]
    const wished: Wished = [
      [wren.id, "words"],
      [ana.id, "words"],
      [wren.id, "photographs"],
      [eva.authorId, "editing"],
    ]
    const { id } = done(await createDraft(eva, story(wished)))
    const { stories } = await listStories(eva, { authorId: ana.id })
    expect(stories).toMatchObject([{ id, bylines: ["Wren", "Ana", await nameOf(eva.authorId)] }])
  })

  test("who names the same author twice for one part has named them once", async () => {
    const eva = await person("editor")
    const one = await author()
    const wished: Wished = [
      [one, "words"],
      [one, "words"],
      [one, "photographs"],
    ]
    expect(await bylinesOf(done(await createDraft(eva, story(wished))).id)).toEqual([
      [one, "words"],
      [one, "photographs"],
    ])
  })

  test("whose page says nothing of authors leaves them as they are", async () => {
    const eva = await person("editor")
    const [one, two] = [await author(), await author()]
    const draft = done(
      await createDraft(
        eva,
        story([
          [one, "words"],
          [two, "words"],
        ]),
      ),
    )
    done(await saveDraft(eva, draft, story(undefined, "Another title")))
    expect(await bylinesOf(draft.id)).toEqual([
      [one, "words"],
      [two, "words"],
    ])
  })

  test("is refused a number of nobody, and nothing is saved", async () => {
    const eva = await person("editor")
    const draft = done(await createDraft(eva, story([[eva.authorId, "words"]])))
    const forged = story(
      [
        [eva.authorId, "words"],
        [999_999_999, "words"],
      ],
      "Forged",
    )
    expect(await saveDraft(eva, draft, forged)).toEqual({ ok: false, reason: "author-unknown" })
    expect(await bylinesOf(draft.id)).toEqual([[eva.authorId, "words"]])
  })

  test("who saves the same authors again has changed nothing, and another order is a change", async () => {
    const eva = await person("editor")
    const [one, two] = [await author(), await author()]
    const draft = done(
      await createDraft(
        eva,
        story([
          [one, "words"],
          [two, "words"],
        ]),
      ),
    )
    const same = done(
      await saveDraft(
        eva,
        draft,
        story([
          [one, "words"],
          [two, "words"],
        ]),
      ),
    )
    expect(same.version).toBe(draft.version)
    const turned = done(
      await saveDraft(
        eva,
        draft,
        story([
          [two, "words"],
          [one, "words"],
        ]),
      ),
    )
    expect(turned.version).toBe(draft.version + 1)
  })
})

describe("a writer", () => {
  test("names themself, and neither others nor a stranger by a forged number", async () => {
    const wim = await person("writer")
    const other = await author()
    const draft = done(
      await createDraft(
        wim,
        story([
          [other, "words"],
          [999_999_999, "editing"],
        ]),
      ),
    )
    expect(await bylinesOf(draft.id)).toEqual([[wim.authorId, "words"]])
    done(
      await saveDraft(
        wim,
        draft,
        story([
          [other, "words"],
          [wim.authorId, "photographs"],
        ]),
      ),
    )
    expect(await bylinesOf(draft.id)).toEqual([[wim.authorId, "photographs"]])
  })

  test("takes nobody off the story, and keeps their own name on it", async () => {
    const [wim, eva] = [await person("writer"), await person("editor")]
    const [one, two] = [await author(), await author()]
    const draft = done(await createDraft(wim, story()))
    const chosen: Wished = [
      [one, "words"],
      [wim.authorId, "words"],
      [two, "editing"],
    ]
    const edited = done(await saveDraft(eva, draft, story(chosen)))
    // Alone, in another order, and with another part for somebody else.
    const mine = done(await saveDraft(wim, edited, story([[wim.authorId, "words"]], "Mine alone")))
    expect(await bylinesOf(draft.id)).toEqual([
      [wim.authorId, "words"],
      [one, "words"],
      [two, "editing"],
    ])
    const turned = story(
      [
        [two, "words"],
        [one, "editing"],
        [wim.authorId, "words"],
      ],
      "Turned",
    )
    done(await saveDraft(wim, mine, turned))
    expect(await bylinesOf(draft.id)).toEqual([
      [one, "words"],
      [two, "editing"],
      [wim.authorId, "words"],
    ])
  })

  test("can leave a story to the others who are named, and come back", async () => {
    const [wim, eva] = [await person("writer"), await person("editor")]
    const one = await author()
    const draft = done(await createDraft(wim, story()))
    const edited = done(
      await saveDraft(
        eva,
        draft,
        story([
          [wim.authorId, "words"],
          [one, "words"],
        ]),
      ),
    )
    const left = done(await saveDraft(wim, edited, story([[one, "words"]])))
    expect(await bylinesOf(draft.id)).toEqual([[one, "words"]])
    done(
      await saveDraft(
        wim,
        left,
        story([
          [one, "words"],
          [wim.authorId, "editing"],
        ]),
      ),
    )
    expect(await bylinesOf(draft.id)).toEqual([
      [one, "words"],
      [wim.authorId, "editing"],
    ])
  })

  test("whose profile is merged while they write is told so, and loses no byline by the next save", async () => {
    const [wim, eva] = [await person("writer"), await person("editor")]
    const [kept, guest] = [await createAuthor(database()), await author()]
    const both: Wished = [
      [wim.authorId, "words"],
      [guest, "photographs"],
    ]
    const draft = done(await createDraft(wim, story()))
    const open = done(await saveDraft(eva, draft, story(both)))
    const merge = { author: wim.authorId, into: kept.id, version: 1, intoVersion: 1 }
    expect(await mergeProfiles(eva, merge)).toEqual({ ok: true })
    // The page still names the writer by the profile that is gone; the session knows the one that is left.
    const later = { ...wim, authorId: kept.id }
    const outcome = await saveDraft(later, open, story(both, "Later words"))
    expect(outcome).toEqual({ ok: false, reason: "author-unknown" })
    expect(await bylinesOf(draft.id)).toEqual([
      [kept.id, "words"],
      [guest, "photographs"],
    ])
  })

  test("who has no profile yet gets one with their first story, and stays the same person with the next save", async () => {
    const bo = asStaff(await createStaff(database(), { roles: ["writer"], name: "Bo Linden" }))
    const draft = done(await createDraft(bo, story([[null, "words"]])))
    done(await saveDraft(bo, draft, story([[null, "words"]], "Again")))
    const rows = await database().select().from(authors).where(eq(authors.name, "Bo Linden"))
    expect(await bylinesOf(draft.id)).toEqual([[rows[0]?.id, "words"]])
    expect(rows).toHaveLength(1)
  })
})

test.each([
  ["no list", "{}"],
  ["no JSON", "["],
  ["a part that there is not", JSON.stringify([{ id: 1, part: "ghost" }])],
  ["a number in letters", JSON.stringify([{ id: "1 or 1=1", part: "words" }])],
  ["a number below one", JSON.stringify([{ id: 0, part: "words" }])],
  [
    "twenty-one authors",
    JSON.stringify(Array.from({ length: 21 }, (_, n) => ({ id: n + 1, part: "words" }))),
  ],
  ["a megabyte", JSON.stringify([{ id: 1, part: "words", name: "x".repeat(1_000_000) }])],
])("%s instead of authors is refused beside the field", (_, bylines) => {
  const form = new FormData()
  const fields = { title: "", body: JSON.stringify(paragraphs("")), standfirst: "", slug: "", tags: "" }
  for (const [name, value] of Object.entries({
    ...fields,
    picture: "",
    pictureAlt: "",
    commentMode: "",
    bylines,
  }))
    form.set(name, value)
  const parsed = parsePost(form)
  expect(parsed.ok).toBe(false)
})

test("a story without a byline cannot be made by anybody", async () => {
  const { id, authorId } = await createPost(database())
  expect(await bylinesOf(id)).toEqual([[authorId, "words"]])
})

test("an author has the stories that readers see, and no other, also those written with somebody", async () => {
  const eva = await person("editor")
  const [one, two] = [await author(), await author()]
  const wished: Wished = [
    [one, "words"],
    [two, "photographs"],
  ]
  const draft = done(await createDraft(eva, story(wished)))
  const slug = async (id: number) =>
    (await database().select().from(authors).where(eq(authors.id, id)))[0]?.slug ?? ""
  expect(await getAuthor(await slug(two))).toBeNull()
  const out = done(await publishPost(eva, draft, story(wished)))
  expect(await getAuthor(await slug(two))).not.toBeNull()
  done(await unpublishPost(eva, out))
  expect(await getAuthor(await slug(two))).toBeNull()
  expect((await listPosts({ authorId: one })).posts).toEqual([])
})

test("leafing through an author's stories meets each once, also where they have two parts", async () => {
  const one = await author()
  const made: number[] = []
  for (let n = 0; n < 30; n++) {
    // Some of the same moment.
    const publishedAt = new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 4)))
    const post = await createPost(database(), { publishedAt, ...(n % 2 ? { authorId: one } : {}) })
    await addBylines(database(), post.id, { authorId: one, part: "photographs" })
    made.push(post.id)
  }
  const met: number[] = []
  let before: { micros: number; id: number } | undefined
  for (let page = 0; page < 10; page++) {
    const { posts, next } = await listPosts({ authorId: one, before })
    met.push(...posts.map(({ id }) => id))
    if (!next) break
    const [micros = 0, id = 0] = next.split("-").map(Number)
    before = { micros, id }
  }
  expect(met).toHaveLength(30)
  expect(new Set(met)).toEqual(new Set(made))
})

test("a page of an author with ten thousand stories is read along the index", async () => {
  const one = await author()
  await database().execute(sql`
    insert into posts (slug, title, body, status, author_id, published_at)
    select 'many-' || n, 'Many', '{"type":"doc"}', 'published', ${one}, timestamptz '2020-01-01' + n * interval '1 minute'
    from generate_series(1, 10000) n`)
  await asOwner((tx) => tx.execute(sql`analyze post_bylines`))
  const plan = await database().execute<{ "QUERY PLAN": string }>(sql`
    explain (analyze, timing off, summary off)
    select distinct post_id, published_at from post_bylines
    where author_id = ${one} and published_at is not null
      and (published_at, post_id) < (timestamptz '2020-01-05', 1000000::bigint)
    order by published_at desc nulls last, post_id desc nulls last limit 13`)
  const text = plan.map((row) => row["QUERY PLAN"]).join("\n")
  expect(text).toMatch(/Index (Only )?Scan using post_bylines_published_idx/)
  expect(text).not.toMatch(/Sort|Seq Scan/)
})

test("everybody who is credited on a story answers under it as its author", async () => {
  const [wim, other] = [await person("writer"), await person("moderator")]
  const post = await createPost(database())
  await addBylines(database(), post.id, { authorId: wim.authorId, part: "translation" })
  await createComment(database(), { postId: post.id, staffId: wim.id })
  await createComment(database(), { postId: post.id, staffId: other.id })
  expect((await getThread(post.id)).rows.map(({ mark }) => mark)).toEqual(["author", "staff"])
})

test("a second author changes the story, its card, its comments' pages and their own list", async () => {
  const eva = await person("editor")
  const [one, two] = [await createAuthor(database()), await createAuthor(database())]
  const draft = done(await createDraft(eva, story([[one.id, "words"]])))
  const out = done(await publishPost(eva, draft, story([[one.id, "words"]])))
  const both = story([
    [one.id, "words"],
    [two.id, "photographs"],
  ])
  const tags = await tagsOf(() => publishPost(eva, out, both))
  const slug = out.slug
  expect(new Set(tags)).toEqual(
    new Set([`post:${slug}`, `card:${slug}`, `title:${slug}`, `list:/authors/${two.slug}`]),
  )
})

describe("a story that a writer has by its byline", () => {
  async function shared() {
    const [eva, wim, bo] = [await person("editor"), await person("writer"), await person("writer")]
    const draft = done(await createDraft(wim, story([[wim.authorId, "words"]])))
    const both: Wished = [
      [wim.authorId, "words"],
      [bo.authorId, "photographs"],
    ]
    const credited = done(await saveDraft(eva, draft, story(both)))
    return { eva, wim, bo, both, credited }
  }

  test("is not lost by taking their own name away, which an editor can", async () => {
    const { eva, wim, bo, both, credited } = await shared()
    const saved = done(await saveDraft(bo, credited, story([[wim.authorId, "words"]], "By Bo")))
    expect(await bylinesOf(saved.id)).toEqual(both)
    const alone = done(await saveDraft(eva, saved, story([[wim.authorId, "words"]], "By Eva")))
    expect(await bylinesOf(alone.id)).toEqual([[wim.authorId, "words"]])
    expect(await saveDraft(bo, alone, story(undefined, "Again"))).toMatchObject({ reason: "not-found" })
  })

  test("is given to nobody by a writer who restores a version that credits them; an editor can", async () => {
    const { eva, wim, both, credited } = await shared()
    const [held] = await database().select().from(posts).where(eq(posts.id, credited.id))
    if (!held) throw new Error("The story is gone.")
    const bylines = both.map(([authorId, part]) => ({ authorId: Number(authorId), part }))
    const version = await createRevision(database(), held)
    await database()
      .update(postRevisions)
      .set({ content: { ...version.content, title: "Before", bylines } })
      .where(eq(postRevisions.id, version.id))
    done(await saveDraft(eva, credited, story([[wim.authorId, "words"]], "Alone")))
    const which = { post: credited.id, revision: version.id }
    done(await restoreRevision(wim, which))
    expect(await bylinesOf(credited.id)).toEqual([[wim.authorId, "words"]])
    const [row] = await database().select().from(posts).where(eq(posts.id, credited.id))
    expect(row?.title).toBe("Before")
    const renamed = done(
      await saveDraft(eva, { id: credited.id, version: row?.version ?? 0 }, story(undefined, "Once more")),
    )
    done(await restoreRevision(eva, which))
    expect(await bylinesOf(renamed.id)).toEqual(both)
  })

  test("keeps, while its newer words are written on, an author whom an editor has credited in them", async () => {
    const [eva, wim] = [await person("editor"), await person("writer")]
    const anna = await author()
    const own: Wished = [[wim.authorId, "words"]]
    const draft = done(await createDraft(wim, story(own)))
    const out = done(await publishPost(eva, draft, story(own)))
    const newer = done(await saveDraft(eva, out, story([...own, [anna, "words"]], "With Anna")))
    const more = done(await saveDraft(wim, newer, story(own, "With Anna, and more")))
    const shown = done(await publishPost(eva, more, story(undefined, "With Anna, and more")))
    expect(await bylinesOf(shown.id)).toEqual([...own, [anna, "words"]])
  })
})
