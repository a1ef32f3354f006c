import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createAuthor, createPost, createStaff, paragraphs } from "@/db/factories"
import { posts } from "@/db/schema/posts"
import type { Staff } from "@/lib/auth/staff"
import { countStories, mostCounted } from "@/lib/posts/count-stories"
import { listStories } from "@/lib/posts/desk-queries"
import { parsePost } from "@/lib/posts/input"
import { createDraft, publishPost, saveDraft } from "@/lib/posts/mutations"
import { discardChanges } from "@/lib/posts/revisions/mutations"
import type { SaveOutcome } from "@/lib/posts/save-outcome"
import type { StoryCursor } from "@/lib/posts/story-cursor"
import { storiesAddress, storiesHref } from "@/lib/posts/story-list-url"
import { unpublishPost } from "@/lib/posts/withdrawal/mutations"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let eva: Staff

beforeEach(async () => {
  eva = asStaff(await createStaff(database(), { roles: ["editor"] }))
  // Those of the tests before: nobody finds them any more.
  await database()
    .update(posts)
    .set({ status: "draft", publishAt: null, trashedAt: sql`now()`, deletedAt: sql`now()` })
})

describe("pages of the list", () => {
  const orders = ["saved", "published", "title"] as const

  test.each(orders)(
    "by %s show each story once, those that are alike too, and carry on by address",
    async (sort) => {
      const moment = new Date("2024-05-01T10:00:00.123Z")
      for (let n = 0; n < 11; n++) {
        await createPost(database(), {
          title: ["Alike", "İstanbul’da – 100%_", "-1-2", ""][n % 4] ?? "",
          status: "draft",
          updatedAt: n < 5 ? moment : new Date(moment.getTime() + n),
          publishedAt: n % 3 === 0 ? null : n % 3 === 1 ? moment : new Date("1969-07-20T20:17:00Z"),
        })
      }
      const whole = (await listStories(eva, { sort })).stories.map(({ id }) => id)
      expect(new Set(whole).size).toBe(11)
      const seen: number[] = []
      let after: StoryCursor | undefined
      do {
        const page = await listStories(eva, { sort, after }, 2)
        seen.push(...page.stories.map(({ id }) => id))
        const href = page.next && storiesHref({ ...storiesAddress.parse({ sort }), before: page.next })
        after = href ? asked(href).before : undefined
        expect(after ?? null).toEqual(page.next)
      } while (after && seen.length < 30)
      expect(seen).toEqual(whole)
    },
  )

  test("go on behind a story that was changed or thrown away meanwhile", async () => {
    for (const title of ["A", "B", "C", "D"])
      await createPost(database(), { title, status: "draft", publishedAt: null })
    const { stories, next } = await listStories(eva, { sort: "title" }, 2)
    // Nothing is said of their end: they are not in the trash.
    expect(stories.map(({ daysLeft }) => daysLeft)).toEqual([null, null])
    await database()
      .update(posts)
      .set({ title: "Z", trashedAt: new Date() })
      .where(sql`id = ${stories[1]?.id}`)
    const rest = await listStories(eva, { sort: "title", after: next ?? undefined }, 2)
    expect(rest.stories.map(({ title }) => title)).toEqual(["C", "D"])
    expect(rest.next).toBeNull()
  })

  test("go on behind a title of any length in any script, by an address that a server takes", async () => {
    for (const end of ["一", "二", "三"])
      await createPost(database(), { title: `${"水".repeat(299)}${end}`, status: "draft", publishedAt: null })
    const whole = (await listStories(eva, { sort: "title" })).stories.map(({ id }) => id)
    const { stories, next } = await listStories(eva, { sort: "title" }, 2)
    const href = storiesHref({ ...storiesAddress.parse({ sort: "title" }), before: next ?? undefined })
    expect(href.length).toBeLessThan(1000)
    const rest = await listStories(eva, { sort: "title", after: asked(href).before }, 2)
    expect([...stories, ...rest.stories].map(({ id }) => id)).toEqual(whole)
  })

  test("begin at the first where the address names no place that a list wrote", async () => {
    await createPost(database(), { title: "One" })
    const forged = [
      "",
      "-",
      "x",
      "1",
      "x-1",
      "99999999999999999-1",
      "1-9999999999999999",
      "a\u0000-1",
      "\ud800-1",
    ]
    for (const before of forged) expect(asked(storiesQueryOf({ before })).before, before).toBeUndefined()
    const odd = ["'; drop table posts; ---1", `${"x".repeat(601)}-1`, "a\u0000-1"]
    const [quote, ...bad] = odd.map((before) => storiesAddress.parse({ sort: "title", before }).before)
    expect(bad).toEqual([undefined, undefined])
    expect((await listStories(eva, { sort: "title", after: quote })).stories).toHaveLength(1)
  })
})

test("the numbers above the list count what it shows under the same filters, and stop where they say", async () => {
  const author = await createAuthor(database())
  const statuses = ["draft", "in_review", "scheduled", "published", "published", "withdrawn"] as const
  for (const status of statuses)
    await createPost(database(), { status, authorId: author.id, title: "Bridge" })
  const put = { status: "draft", publishedAt: null } as const
  await createPost(database(), { ...put, archivedAt: new Date(), title: "Bridge" })
  await createPost(database(), { ...put, archivedAt: new Date(), trashedAt: new Date(), authorId: author.id })
  await createPost(database(), { ...put, trashedAt: new Date(), deletedAt: new Date() })
  const { stories } = await listStories(eva)
  expect(await countStories(eva)).toEqual({
    all: stories.length,
    draft: 1,
    in_review: 1,
    changes_asked: 0,
    approved: 0,
    scheduled: 1,
    published: 2,
    withdrawn: 1,
    archived: 1,
    trash: 1,
  })
  expect(await countStories(eva, { authorId: author.id })).toMatchObject({ all: 6, archived: 0, trash: 1 })
  expect(await countStories(eva, { search: "bridge" })).toMatchObject({ all: 6, archived: 1, trash: 0 })
  await database().execute(sql`
    insert into posts (slug, title, body, status, author_id)
    select 'many-' || n, 'Many', '{"type": "doc"}', 'draft', ${author.id} from generate_series(1, 1100) n`)
  expect((await countStories(eva)).draft).toBe(mostCounted)
})

test("newer words of a published story are found as soon as they are saved, and no longer once they are discarded", async () => {
  const found = async (search: string) => (await listStories(eva, { search })).stories.length
  const live = done(await publishPost(eva, done(await createDraft(eva, story("Calm"))), story("Calm")))
  const ahead = done(await saveDraft(eva, live, story("Storm")))
  expect([await found("calm"), await found("storm"), await found("-calm storm")]).toEqual([1, 1, 1])
  const further = done(await saveDraft(eva, ahead, story("Hail")))
  expect([await found("storm"), await found("hail")]).toEqual([0, 1])
  const back = done(await discardChanges(eva, further))
  expect([await found("calm"), await found("hail")]).toEqual([1, 0])
  done(await unpublishPost(eva, done(await saveDraft(eva, back, story("Snow")))))
  expect([await found("snow"), await found("calm")]).toEqual([1, 0])
})

function asked(href: string) {
  return storiesAddress.parse(Object.fromEntries(new URL(href, "https://desk.example").searchParams))
}

function storiesQueryOf(query: Record<string, string>) {
  return `/desk/posts?${new URLSearchParams(query)}`
}

function story(word: string) {
  const form = new FormData()
  const typed = {
    title: "The weather",
    standfirst: "",
    body: JSON.stringify(paragraphs(`It will be ${word.toLowerCase()}.`)),
    slug: "",
    tags: "",
    bylines: "[]",
    leadMediaId: "",
    picture: "",
    pictureAlt: "",
    commentMode: "",
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const input = parsePost(form)
  if (!input.ok) throw new Error("The form was refused.")
  return input.value
}

function done(outcome: SaveOutcome) {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.post
}

test("a search for a word that every story has makes the words of no text anew", async () => {
  for (let n = 0; n < 5; n++) await createPost(database(), { body: paragraphs("The council met.") })
  const readWhole = await database().transaction(async (tx) => {
    const times = async () => {
      const [row] = await tx.execute<{ times: number }>(
        sql`select seq_scan::int as times from pg_stat_xact_user_tables where relname = 'posts'`,
      )
      return row?.times ?? 0
    }
    const before = await times()
    const found = await tx.execute(sql`select posts_that_say(websearch_to_tsquery('simple', 'council'))`)
    expect(found.length).toBeGreaterThanOrEqual(5)
    return (await times()) - before
  })
  expect(readWhole).toBe(0)
})
