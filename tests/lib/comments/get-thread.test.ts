import { eq } from "drizzle-orm"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { CommentThread } from "@/components/comments/comment-thread"
import { database } from "@/db/client"
import { createComment, createPost } from "@/db/factories"
import { comments, networkSalts } from "@/db/schema/comments"
import { networkHash, sweepNetworkHashes } from "@/lib/comments/network-hash"
import { getReadableComment, getThread } from "@/lib/comments/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

test("readers get what may be read and not a column more", async () => {
  const post = await createPost(database())
  await createComment(database(), { postId: post.id })
  const { rows } = await getThread(post.id)
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(
    ["body", "createdAt", "gone", "id", "name", "parentId", "website"].toSorted(),
  )
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
  const first = await networkHash("192.0.2.1", today)
  expect(await networkHash("192.0.2.1", today)).toEqual(first)
  expect(await networkHash("192.0.2.2", today)).not.toEqual(first)
  expect(await networkHash("192.0.2.1", later(1))).not.toEqual(first)

  const post = await createPost(database())
  const { id } = await createComment(database(), { postId: post.id, networkHash: first, createdAt: today })
  const hashOf = async () =>
    (await database().select({ hash: comments.networkHash }).from(comments).where(eq(comments.id, id)))[0]
      ?.hash
  await sweepNetworkHashes(later(2))
  expect(await hashOf()).toEqual(first)
  await sweepNetworkHashes(later(3))
  expect(await hashOf()).toBeNull()
  expect((await database().select().from(networkSalts)).map((row) => row.day)).toEqual(["2026-05-11"])
  // The same day asked again gets another salt: nobody can make the old hash again.
  expect(await networkHash("192.0.2.1", today)).not.toEqual(first)
})

test("a thread of the longest comments still makes a page that can be sent, and says that it goes on", async () => {
  const post = await createPost(database())
  for (let n = 0; n < 25; n++) await createComment(database(), { postId: post.id, body: "<".repeat(65_000) })
  const { rows, more } = await getThread(post.id)
  expect(more).toBe(true)
  expect(rows.length).toBeGreaterThan(10)
  const page = renderToStaticMarkup(createElement(CommentThread, { rows, slug: post.slug, language: "en" }))
  expect(page.length).toBeLessThan(8 * 1024 * 1024)
})
