import { eq, inArray } from "drizzle-orm"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { CommentThread } from "@/components/comments/comment-thread"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { comments } from "@/db/schema/comments"
import { networkSalts } from "@/db/schema/networks"
import { readCommentFeed } from "@/lib/comments/thread/newest"
import { findPermalink } from "@/lib/comments/thread/place"
import { getConversation, getThread } from "@/lib/comments/thread/queries"
import { getReadableComment } from "@/lib/comments/thread/readable"
import { forgetIpPrefixHashes, hashIpPrefix } from "@/lib/visitors/ip-prefix-hash"
import { withFreshDatabase } from "../../../support/fresh-database.ts"

withFreshDatabase()

test("readers get what may be read and not a column more", async () => {
  const post = await createPost(database())
  await createComment(database(), { postId: post.id })
  const { rows } = await getThread(post.id)
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
    "answers",
    "body",
    "createdAt",
    "elsewhere",
    "gone",
    "id",
    "mark",
    "name",
    "parentId",
    "position",
    "root",
    "website",
  ])
})

test("a removed comment keeps its place only while something approved hangs on it", async () => {
  const post = await createPost(database())
  const gone = await createComment(database(), { postId: post.id, status: "rejected", body: "Cruel words." })
  const between = await createComment(database(), { postId: post.id, parent: gone, status: "spam" })
  expect((await getThread(post.id)).rows).toEqual([])
  const answer = await createComment(database(), { postId: post.id, parent: between })
  await createComment(database(), { postId: post.id, parent: answer, status: "pending" })
  const { rows } = await getThread(post.id)
  expect(rows.map((row) => [row.id, row.gone])).toEqual([
    [gone.id, "by-moderator"],
    [between.id, "by-moderator"],
    [answer.id, null],
  ])
  expect(JSON.stringify(rows)).not.toContain("Cruel")
})

test("threads of two stories are never mixed", async () => {
  const [one, two] = [await createPost(database()), await createPost(database())]
  await createComment(database(), { postId: one.id })
  expect((await getThread(two.id)).rows).toEqual([])
})

test("a reply page exists for a comment on the page, under its own story and nowhere else", async () => {
  const [post, draft] = [await createPost(database()), await createPost(database(), { status: "draft" })]
  const shown = await createComment(database(), { postId: post.id })
  const hidden = await createComment(database(), { postId: post.id, status: "pending" })
  const early = await createComment(database(), { postId: draft.id })
  expect(await getReadableComment(post.slug, String(shown.id))).toMatchObject({ id: shown.id })
  expect(await getReadableComment(post.slug, `0${shown.id}`)).toBeNull()
  expect(await getReadableComment(post.slug, `${shown.id}abc`)).toBeNull()
  expect(await getReadableComment(post.slug, String(hidden.id))).toBeNull()
  expect(await getReadableComment(draft.slug, String(early.id))).toBeNull()
  expect(await getReadableComment(draft.slug, String(shown.id))).toBeNull()
})

test("a network address tells the same tomorrow, and nothing once the day's salt is thrown away", async () => {
  const today = new Date("2026-05-10T12:00:00Z")
  const later = (days: number) => new Date(today.getTime() + days * 86_400_000)
  const first = await hashIpPrefix("192.0.2.1", today)
  expect(await hashIpPrefix("192.0.2.1", today)).toEqual(first)
  expect(await hashIpPrefix("192.0.2.2", today)).not.toEqual(first)
  expect(await hashIpPrefix("192.0.2.1", later(1))).not.toEqual(first)

  const post = await createPost(database())
  const { id } = await createComment(database(), { postId: post.id, networkHash: first, createdAt: today })
  const hashOf = async () =>
    (await database().select({ hash: comments.networkHash }).from(comments).where(eq(comments.id, id)))[0]
      ?.hash
  await forgetIpPrefixHashes(later(2))
  expect(await hashOf()).toEqual(first)
  await forgetIpPrefixHashes(later(3))
  expect(await hashOf()).toBeNull()
  expect((await database().select().from(networkSalts)).map((row) => row.day)).toEqual(["2026-05-11"])
  // The same day asked again gets another salt: nobody can make the old hash again.
  expect(await hashIpPrefix("192.0.2.1", today)).not.toEqual(first)
})

test("a thread of the longest comments still makes a page that can be sent, and every comment keeps its place", async () => {
  const post = await createPost(database())
  for (let n = 0; n < 25; n++) await createComment(database(), { postId: post.id, body: "<".repeat(65_000) })
  const { rows } = await getThread(post.id)
  expect(rows).toHaveLength(25)
  expect(rows.filter((row) => row.body !== null).length).toBeGreaterThan(10)
  const page = renderToStaticMarkup(
    createElement(CommentThread, {
      rows,
      slug: post.slug,
      locale: { language: "en", timeZone: "UTC" },
      page: `/posts/${post.slug}`,
    }),
  )
  expect(page.length).toBeLessThan(8 * 1024 * 1024)
  expect(page.match(/<article /g)).toHaveLength(25)
  expect(page).toContain("Read it by itself")
})

/** Many comments at once: `conversations` with so many answers each, the last ones nested in a chain. */
async function longThread(postId: number, conversations: number, answers: number) {
  const tops = []
  for (let n = 0; n < conversations; n++) tops.push(await createComment(database(), { postId }))
  for (const top of tops.slice(0, 3)) {
    let parent = top
    for (let n = 0; n < answers; n++) {
      const answer = await createComment(database(), { postId, parent })
      parent = n % 3 === 2 ? top : answer
    }
  }
  return tops
}

test("pages have fifty conversations each and stay as they are, whatever is removed", async () => {
  const post = await createPost(database())
  const tops = await longThread(post.id, 120, 0)
  const ids = async (page: number, order?: "newest") =>
    (await getThread(post.id, { page, order })).rows.map((row) => row.id)
  expect((await getThread(post.id)).pages).toBe(3)
  expect(await ids(1)).toEqual(tops.slice(0, 50).map((top) => top.id))
  expect(await ids(3)).toEqual(tops.slice(100).map((top) => top.id))
  const newest = tops.toReversed().map((top) => top.id)
  expect([...(await ids(1, "newest")), ...(await ids(2, "newest")), ...(await ids(3, "newest"))]).toEqual(
    newest,
  )

  const last = tops[119]?.id ?? 0
  expect(await findPermalink(last)).toBe(`/posts/${post.slug}/comments/3#comment-${last}`)
  const before = await ids(2)
  await database()
    .update(comments)
    .set({ status: "rejected" })
    .where(
      inArray(
        comments.id,
        tops.slice(0, 60).map((top) => top.id),
      ),
    )
  expect(await ids(1)).toEqual([])
  expect(await ids(2)).toEqual(before.slice(10))
  expect(await getThread(post.id)).toMatchObject({ count: 60, pages: 3 })
  expect(await findPermalink(last)).toBe(`/posts/${post.slug}/comments/3#comment-${last}`)
})

test("the most answered conversations come first where that is asked for", async () => {
  const post = await createPost(database())
  const [a, b, c] = [
    await createComment(database(), { postId: post.id }),
    await createComment(database(), { postId: post.id }),
    await createComment(database(), { postId: post.id }),
  ]
  for (let n = 0; n < 6; n++) await createComment(database(), { postId: post.id, parent: c })
  await createComment(database(), { postId: post.id, parent: b })
  const { rows } = await getThread(post.id, { order: "most-answered" })
  expect(rows.filter((row) => row.parentId === null).map((row) => row.id)).toEqual([c.id, b.id, a.id])
  // Few answers of each: the order may bring conversations together that have many.
  expect(rows.filter((row) => row.parentId === c.id)).toHaveLength(3)
})

test("every comment stands where its permalink says, and on a page of its conversation", async () => {
  const post = await createPost(database())
  const tops = await longThread(post.id, 60, 210)
  const all = await database()
    .select({ id: comments.id, path: comments.path })
    .from(comments)
    .where(eq(comments.postId, post.id))
  const pages = new Map<string, Set<number>>()
  const hold = (address: string, rows: { id: number }[]) =>
    pages.set(address, new Set(rows.map((row) => row.id)))
  hold(`/posts/${post.slug}`, (await getThread(post.id)).rows)
  hold(`/posts/${post.slug}/comments/2`, (await getThread(post.id, { page: 2 })).rows)
  for (const { id } of tops.slice(0, 3)) {
    hold(`/posts/${post.slug}/conversation/${id}`, (await getConversation(post.id, id, 1))?.rows ?? [])
    hold(`/posts/${post.slug}/conversation/${id}/2`, (await getConversation(post.id, id, 2))?.rows ?? [])
  }
  expect(all).toHaveLength(60 + 3 * 210)
  for (const { id } of all) {
    const [page = "", mark] = ((await findPermalink(id)) ?? "").split("#")
    expect(mark).toBe(`comment-${id}`)
    expect(pages.get(page)?.has(id), `${id} on ${page}`).toBe(true)
  }
  expect(pages.get(`/posts/${post.slug}`)?.size).toBe(50 + 3 * 20)

  const second = await getConversation(post.id, tops[0]?.id ?? 0, 2)
  expect(second).toMatchObject({ count: 210, pages: 2 })
  expect(second?.rows).toHaveLength(11)
  // The 201st answer is the third of its chain: what it answers is on the first page.
  const away = second?.rows.find((row) => row.elsewhere)
  expect(away?.elsewhere).toMatchObject({ id: away?.parentId })
  expect(await getConversation(post.id, tops[0]?.id ?? 0, 3)).toBeNull()
  expect(await getConversation(post.id, all.find((row) => row.path.length > 1)?.id ?? 0, 1)).toBeNull()
})

test("a conversation whose beginning is gone stays while it has an answer to show, and says nothing it hid", async () => {
  const post = await createPost(database())
  const gone = await createComment(database(), { postId: post.id, body: "Cruel words.", name: "Cruel name" })
  const answer = await createComment(database(), { postId: post.id, parent: gone })
  await database().update(comments).set({ status: "spam" }).where(eq(comments.id, gone.id))
  for (const rows of [(await getThread(post.id)).rows, (await getConversation(post.id, gone.id, 1))?.rows]) {
    expect(rows?.map((row) => [row.id, row.gone])).toEqual([
      [gone.id, "by-moderator"],
      [answer.id, null],
    ])
    expect(JSON.stringify(rows)).not.toContain("Cruel")
  }
  await database().update(comments).set({ status: "deleted" }).where(eq(comments.id, answer.id))
  expect(await getThread(post.id)).toMatchObject({ count: 0, rows: [] })
  expect(await getConversation(post.id, gone.id, 1)).toBeNull()
})

test("staff are marked, and the story's own author by that name", async () => {
  const post = await createPost(database())
  const author = await createStaff(database(), { authorId: post.authorId })
  const other = await createStaff(database())
  for (const staffId of [author.id, other.id, null])
    await createComment(database(), { postId: post.id, staffId })
  expect((await getThread(post.id)).rows.map((row) => row.mark)).toEqual(["author", "staff", null])
})

test("a permalink is found only for what has appeared on a story that readers can find", async () => {
  const [post, draft] = [await createPost(database()), await createPost(database(), { status: "draft" })]
  const pending = await createComment(database(), { postId: post.id, status: "pending" })
  const early = await createComment(database(), { postId: draft.id })
  expect(await findPermalink(pending.id)).toBeNull()
  expect(await findPermalink(early.id)).toBeNull()
  expect(await findPermalink(0)).toBeNull()
})

test("a feed has approved comments of published stories, newest first", async () => {
  const [post, other, draft] = [
    await createPost(database()),
    await createPost(database()),
    await createPost(database(), { status: "withdrawn" }),
  ]
  const first = await createComment(database(), { postId: post.id })
  const second = await createComment(database(), { postId: post.id, parent: first })
  await createComment(database(), { postId: post.id, status: "pending" })
  await createComment(database(), { postId: draft.id })
  const elsewhere = await createComment(database(), { postId: other.id })
  expect((await readCommentFeed(post.slug)).comments.map((row) => row.id)).toEqual([second.id, first.id])
  expect((await readCommentFeed()).comments.slice(0, 3).map((row) => row.id)).toEqual([
    elsewhere.id,
    second.id,
    first.id,
  ])
  expect((await readCommentFeed(post.slug)).comments[0]?.permalink).toBe(
    `/posts/${post.slug}#comment-${second.id}`,
  )
  expect((await readCommentFeed(draft.slug)).comments).toEqual([])
})
