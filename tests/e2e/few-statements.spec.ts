import { createComment, createPost } from "../../db/factories.ts"
import { startApp } from "../support/app.ts"
import { openCountedDatabase } from "../support/counted-database.ts"
import { expect, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"

test("a story with its thread is four statements for its first reader, a list three, and none for the next reader", async ({
  db,
}) => {
  const database = await openCountedDatabase(ownerUrl())
  const app = await startApp({ DATABASE_URL: database.url, DATA_DIR: process.env.DATA_DIR ?? "" })
  /** The fewest of several pages of a kind: what the app does beside them can only add to it. */
  const fewest = async (paths: string[]) => {
    const counts: string[][] = []
    for (const path of paths) {
      database.statements.length = 0
      expect((await fetch(app.url + path)).status, path).toBe(200)
      counts.push([...database.statements])
    }
    return counts.toSorted((a, b) => a.length - b.length)[0] ?? []
  }
  try {
    const posts = await Promise.all(Array.from({ length: 4 }, () => createPost(db)))
    for (const { id } of posts) await createComment(db, { postId: id })
    const stories = posts.map(({ slug }) => `/posts/${slug}`)
    await fetch(`${app.url}/newsletter`)
    const first = await fewest(stories)
    expect(first.length, first.join("\n\n")).toBeLessThanOrEqual(4)
    const lists = await fewest(["/", "/archive"])
    expect(lists.length, lists.join("\n\n")).toBeLessThanOrEqual(3)
    const tags = await fewest(["/tags/news", "/tags/school", "/tags/outdoors"])
    expect(tags.length, tags.join("\n\n")).toBeLessThanOrEqual(3)
    expect((await fewest(["/feed.xml", "/feed.json"])).length).toBe(1)
    expect(await fewest([...stories, ...stories])).toEqual([])
  } finally {
    await app.stop()
    database.close()
  }
})
