import { sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { listMonths, listPostAddresses, listSitemapParts } from "@/lib/posts/archive-queries"
import { readCursor } from "@/lib/posts/cursor"
import { type Month, monthOf, monthPath, periodOf, readMonth } from "@/lib/posts/month"
import { published } from "@/lib/posts/published"
import { getPost, getSlugAfter, listPosts, readFeed } from "@/lib/posts/queries"
import { getAuthor, getSections, getTag } from "@/lib/posts/section-queries"
import { getSettingsVersion } from "@/lib/settings/queries"
import { formatDate, formatMonth } from "@/lib/text/format-date"
import { timeZones } from "@/lib/text/time-zone"
import { database } from "../../../db/client.ts"
import { createAuthor, createComment, createPost, paragraphs, tagPost } from "../../../db/factories.ts"
import { authors } from "../../../db/schema/authors.ts"
import { comments } from "../../../db/schema/comments.ts"
import { postSlugs, posts, tags } from "../../../db/schema/posts.ts"
import { rememberSite, siteAddress } from "../../../db/site.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asOwner } from "../../support/owner.ts"

withFreshDatabase()

beforeEach(async () => {
  const db = database()
  await db.delete(comments)
  await asOwner((tx) => tx.delete(posts))
  await db.delete(authors)
  await db.delete(tags)
})

for (const status of ["draft", "in_review", "scheduled", "withdrawn"] as const) {
  test(`a story that is ${status} is not found by readers, in no list and under no address`, async () => {
    const db = database()
    const author = await createAuthor(db)
    const post = await createPost(db, { slug: "kept-back", status, authorId: author.id })
    await tagPost(db, post.id, "Hidden")
    await db.insert(postSlugs).values({ slug: "kept-back-before", postId: post.id })

    expect(await getPost("kept-back")).toBeNull()
    expect(await getSlugAfter("kept-back-before")).toBeNull()
    expect((await listPosts()).posts).toEqual([])
    expect((await readFeed()).posts).toEqual([])
    expect(await listPostAddresses({})).toEqual([])
    expect(await getSections()).toEqual({ hasStories: false, tags: [], pages: [], menu: null, footer: null })
    expect(await getTag("hidden")).toBeNull()
    expect(await getAuthor(author.slug)).toBeNull()
  })
}

test("the sections are the tags in most use, and a story without a tag is a story all the same", async () => {
  const db = database()
  await createPost(db)
  expect(await getSections()).toEqual({ hasStories: true, tags: [], pages: [], menu: null, footer: null })
  for (const names of [["News", "Food"], ["News"], ...["B", "C", "D", "E", "F", "G"].map((name) => [name])]) {
    const { id } = await createPost(db)
    for (const name of names) await tagPost(db, id, name)
  }
  const { tags } = await getSections()
  expect(tags.map(({ name }) => name)).toEqual(["News", "B", "C", "D", "E", "F"])
})

test("a reader leafing through the list meets every story once, also those of one moment", async () => {
  const db = database()
  const moments = ["2026-03-01 10:00:00.123456+00", "2026-03-01 10:00:00.123457+00", "2026-03-02 10:00:00+00"]
  const ids: number[] = []
  for (let i = 0; i < 30; i++) {
    const at = sql<Date>`${moments[i % 3]}::timestamptz` as unknown as Date
    ids.push((await createPost(db, { publishedAt: at })).id)
  }

  const met: number[] = []
  let before = readCursor(undefined)
  do {
    const page = await listPosts({ before: before ?? undefined }, 4)
    expect(page.posts.length).toBeLessThanOrEqual(4)
    met.push(...page.posts.map((post) => post.id))
    before = page.next ? readCursor(page.next) : null
  } while (before)

  expect(met).toHaveLength(30)
  expect(new Set(met)).toEqual(new Set(ids))
})

test("a list names author, tags in their order, and only comments that can be read", async () => {
  const db = database()
  const author = await createAuthor(db, { name: "Wren Halloway" })
  const post = await createPost(db, { authorId: author.id, standfirst: "", body: paragraphs("So it began.") })
  await tagPost(db, post.id, "Second", "First")
  for (const status of ["approved", "approved", "pending", "spam", "rejected", "deleted"] as const) {
    await createComment(db, { postId: post.id, status })
  }

  const [listed] = (await listPosts()).posts
  expect(listed).toMatchObject({
    standfirst: "So it began.",
    commentCount: 2,
    bylines: [{ name: "Wren Halloway" }],
    tags: [{ name: "Second" }, { name: "First" }],
  })
})

test("a tag's list and an author's list hold their own stories only", async () => {
  const db = database()
  const [one, other] = [await createPost(db), await createPost(db)]
  await tagPost(db, one.id, "Gardens")
  const tag = await getTag("gardens")

  expect((await listPosts({ tagId: tag?.id })).posts.map((post) => post.id)).toEqual([one.id])
  expect((await listPosts({ authorId: other.authorId })).posts.map((post) => post.id)).toEqual([other.id])
})

test("an old address leads to the present one, and an address in capitals is another", async () => {
  const db = database()
  const post = await createPost(db, { slug: "new-name" })
  await db.insert(postSlugs).values({ slug: "old-name", postId: post.id })

  expect(await getSlugAfter("old-name")).toBe("new-name")
  expect(await getPost("New-Name")).toBeNull()
  expect(await getPost(`${"a".repeat(250)}`)).toBeNull()
  expect(await getPost("new-name'; drop table posts --")).toBeNull()
})

test("the sitemap is cut into parts that miss no story", async () => {
  const db = database()
  for (let i = 0; i < 5; i++) await createPost(db)

  const parts = await listSitemapParts(2)
  const found = await Promise.all(parts.map((from) => listPostAddresses({ from, limit: 2 })))
  expect(parts).toHaveLength(3)
  expect(new Set(found.flat().map((post) => post.id)).size).toBe(5)
})

test("lists are read from an index and not by sorting every story", async () => {
  // One connection for all: the settings hold for no other. Of so few stories the planner would rather sort what another
  // index gives it, if it has counted them.
  const plan = await database().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    await tx.execute(sql`set local enable_sort = off`)
    return tx.execute<{ "QUERY PLAN": string }>(sql`explain select id from posts
      where status = 'published' and published_at is not null
        and (published_at, id) < (now(), 5)
      order by published_at desc nulls last, id desc nulls last limit 13`)
  })
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/posts_published_idx/)
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).not.toMatch(/Sort/)
})

test("a page's address that nobody was given is refused", () => {
  for (const value of ["", "1", "-", "1-", "1-2-3", "1-2;", "9".repeat(17), `${"9".repeat(16)}-1`, "１-２"]) {
    expect(readCursor(value), value).toBeNull()
  }
  expect(readCursor(["1-2", "3-4"])).toBeNull()
  expect(readCursor("1700000000000000-12")).toEqual({ micros: 1_700_000_000_000_000, id: 12 })
})

test("the archive names each month that has a story, and its page holds that month's alone", async () => {
  const db = database()
  for (const at of ["2026-03-31T23:59:59.999Z", "2026-03-01T00:00:00Z", "2025-12-31T23:00:00Z"]) {
    await createPost(db, { publishedAt: new Date(at) })
  }
  await createPost(db, { status: "withdrawn", publishedAt: new Date("2026-02-10T00:00:00Z") })

  const inMonth = async (month: Month, zone: string) =>
    (await listPosts({ period: periodOf(month, zone) })).posts.length
  expect(await listMonths("UTC")).toEqual([march, december])
  expect(await inMonth(march, "UTC")).toBe(2)
  expect(await inMonth({ year: 2026, month: 4 }, "UTC")).toBe(0)
  expect(readMonth("2026", "3")).toBeNull()
  expect(readMonth("2026", "13")).toBeNull()
})

const march = { year: 2026, month: 3 }
const december = { year: 2025, month: 12 }

test("a story of half past eleven in the evening is in the month that it was where the publication is", async () => {
  // Half past eleven on the last of January in New York.
  const post = await createPost(database(), { publishedAt: new Date("2024-02-01T04:30:00Z") })
  const has = async (month: number, zone: string) =>
    (await listPosts({ period: periodOf({ year: 2024, month }, zone) })).posts.some(
      ({ id }) => id === post.id,
    )
  expect(await has(1, "America/New_York")).toBe(true)
  expect(await has(2, "America/New_York")).toBe(false)
  expect(await has(2, "Europe/London")).toBe(true)
  expect(await listMonths("America/New_York")).toContainEqual({ year: 2024, month: 1 })
  expect(await listMonths("America/New_York")).not.toContainEqual({ year: 2024, month: 2 })
  expect(await listMonths("Europe/London")).toContainEqual({ year: 2024, month: 2 })
})

test("wherever the publication is, the archive names the months of its stories and no other", async () => {
  const rows: Date[] = []
  for (let n = 0; n < 60; n++) {
    // Around the turns of months, at all hours.
    const publishedAt = new Date(Date.UTC(2019, (n * 7) % 40, 1) + (((n * 37) % 61) - 30) * 3_600_000)
    await createPost(database(), { publishedAt })
  }
  for (const { publishedAt } of await database().select().from(posts).where(published))
    if (publishedAt) rows.push(publishedAt)
  for (const zone of [
    "UTC",
    "America/New_York",
    "Pacific/Kiritimati",
    "Asia/Calcutta",
    "Pacific/Pago_Pago",
  ]) {
    const all = rows.map((at) => monthPath(monthOf(at, zone)))
    expect((await listMonths(zone)).map(monthPath)).toEqual([...new Set(all)].sort().reverse())
  }
})

test.each([
  ["Pacific/Auckland", "2025-12-31T13:00:00Z", { year: 2026, month: 1 }],
  ["Pacific/Auckland", "2025-12-31T10:59:59Z", { year: 2025, month: 12 }],
  ["America/St_Johns", "2026-01-01T03:29:00Z", { year: 2025, month: 12 }],
  ["Asia/Kathmandu", "2026-02-28T18:15:00Z", { year: 2026, month: 3 }],
  ["Europe/Berlin", "2026-03-31T22:00:00Z", { year: 2026, month: 4 }],
  ["UTC", "2025-12-31T13:00:00Z", { year: 2025, month: 12 }],
])("in %s a story of %s stands under the month that its page says", async (zone, at, month) => {
  const { id } = await createPost(database(), { publishedAt: new Date(at) })
  expect(await listMonths(zone)).toEqual([month])
  expect((await listPosts({ period: periodOf(month, zone) })).posts.map((post) => post.id)).toEqual([id])
  expect(monthOf(new Date(at), zone)).toEqual(month)
  expect(formatDate(new Date(at), { language: "en", timeZone: zone })).toContain(
    formatMonth(month, { language: "en" }),
  )
})

test("the database knows every zone that can be chosen", async () => {
  const known = await database().execute<{ name: string }>(sql`select name from pg_timezone_names`)
  const names = new Set(known.map(({ name }) => name))
  expect(timeZones().filter((zone) => !names.has(zone))).toEqual([])
})

test("the name under which feeds know the stories is the first that the site had", async () => {
  const db = database()
  await rememberSite(db, "https://first.example")
  for (const site of ["https://second.example", "http://localhost:4000"]) {
    await rememberSite(db, site)
    expect((await readFeed()).authority).toBe("first.example")
    expect(await siteAddress(db)).toBe(site)
  }
  await createPost(db)
  expect((await readFeed()).authority).toBe("first.example")
})

test("what the app remembers of itself is no change of the settings", async () => {
  expect(await getSettingsVersion()).toBe("")
})
