import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { createAuthor, createPost } from "../../db/factories.ts"
import { posts } from "../../db/schema/posts.ts"
import { expect, test } from "../support/fixtures.ts"
import { until } from "../support/until.ts"

test("a story that an editor schedules is found by readers when its time has come, and stays a draft once it is unscheduled", async ({
  desk,
  reader,
  signInAs,
  db,
}) => {
  const mark = randomUUID().slice(0, 8)
  const title = `The late ferry ${mark}`
  const author = await createAuthor(db, { slug: `author-${mark}` })
  const draft = { status: "draft", publishedAt: null, authorId: author.id } as const
  const post = await createPost(db, { ...draft, title, slug: `ferry-${mark}` })
  const isThere = async (path: string) => (await (await reader.request.get(path)).text()).includes(post.slug)
  // Other tests publish stories meanwhile, which push this one off the lists of all.
  const lists = [`/authors/${author.slug}`, `/authors/${author.slug}/feed.xml`]
  // Asked before, so that what is stored has to be dropped.
  for (const path of lists) expect(await isThere(path), path).toBe(false)

  await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  const publishAt = desk.getByLabel("Publish at", { exact: true })
  const schedule = async () => {
    await publishAt.fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16))
    await desk.getByRole("button", { name: "Schedule", exact: true }).click()
    await expect(desk.getByText(/^Goes out on/)).toBeVisible()
  }
  await schedule()
  await desk.getByRole("button", { name: "Unschedule" }).click()
  await expect(desk.getByRole("status").first()).toHaveText(/^Unscheduled/)
  const [unscheduled] = await db.select().from(posts).where(eq(posts.id, post.id))
  expect(unscheduled).toMatchObject({ status: "draft", publishAt: null, scheduledBy: null })

  await schedule()
  expect((await reader.goto(`/posts/${post.slug}`))?.status()).toBe(404)
  await db.update(posts).set({ publishAt: sql`now()` }).where(eq(posts.id, post.id))
  for (const path of lists) await until(`${path} to show it`, () => isThere(path))
  await reader.goto(`/authors/${author.slug}`)
  await reader.getByRole("link", { name: title }).first().click()
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title)

  await desk.reload()
  await expect(desk.getByRole("link", { name: "View story" })).toBeVisible()
  await expect(desk.getByRole("button", { name: "Unschedule" })).toHaveCount(0)
})
