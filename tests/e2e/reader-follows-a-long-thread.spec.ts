import { eq, inArray } from "drizzle-orm"
import { SaxesParser } from "saxes"
import { createComment, createPost } from "../../db/factories.ts"
import { comments } from "../../db/schema/comments.ts"
import { expect, test } from "../support/fixtures.ts"
import { fillThread } from "../support/long-thread.ts"
import { until } from "../support/until.ts"

test("a reader leafs through a long thread, in the order they like, and meets nobody twice", async ({
  reader,
  db,
  refresh,
  axe,
}) => {
  const post = await createPost(db)
  const placed = await fillThread(db, post.id, 420)
  const tops = placed.filter(({ path }) => path.length === 1).map(({ id }) => id)
  await refresh()

  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByRole("heading", { name: "420 comments" })).toBeVisible()
  await expect(reader.getByText("Page 1 of 2")).toBeVisible()
  const met: number[] = []
  for (let page = 1; ; page++) {
    const ids = await reader
      .locator(".thread > ol > li > article")
      .evaluateAll((all) => all.map((one) => one.id))
    met.push(...ids.map((id) => Number(id.replace("comment-", ""))))
    const next = reader.getByRole("link", { name: "Next page" })
    if ((await next.count()) === 0) break
    await expect(next).toHaveAttribute("rel", "next")
    await next.click()
    await expect(reader).toHaveURL(new RegExp(`/posts/${post.slug}/comments/${page + 1}#comments$`))
    await expect(reader.getByRole("heading", { level: 1, name: `Comments on ${post.title}` })).toBeVisible()
    await expect(reader.locator('link[rel="canonical"]')).toHaveAttribute(
      "href",
      new RegExp(`/posts/${post.slug}/comments/${page + 1}$`),
    )
    await expect(reader.locator('meta[name="robots"]')).toHaveCount(0)
    await expect(reader.getByRole("heading", { name: "Leave a reply" })).toBeVisible()
  }
  expect(met).toEqual(tops)
  await axe(reader)
  await reader.getByRole("link", { name: "Previous page" }).click()
  await expect(reader).toHaveURL(`/posts/${post.slug}#comments`)

  await reader.getByRole("link", { name: "Newest first" }).click()
  const first = reader.locator(".thread > ol > li > article").first()
  await expect(first).toHaveId(`comment-${tops.at(-1)}`)
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/)
  await expect(reader.locator('link[rel="canonical"]')).toHaveAttribute(
    "href",
    new RegExp(`/posts/${post.slug}$`),
  )
  await reader.getByRole("link", { name: "Most answered" }).click()
  await expect(first).toHaveId(`comment-${tops[0]}`)
  await expect(reader.getByRole("link", { name: "Most answered" })).toHaveAttribute("aria-current", "true")
  await reader.getByRole("link", { name: "Oldest first" }).click()
  await expect(reader).toHaveURL(`/posts/${post.slug}#comments`)

  // The first conversation is longer than the page has room for.
  await reader
    .getByRole("link", { name: /^Show all \d+ answers$/ })
    .first()
    .click()
  await expect(reader).toHaveURL(`/posts/${post.slug}/conversation/${tops[0]}`)
  await expect(reader.getByRole("heading", { level: 1, name: /^\d+ answers to Reader/ })).toBeVisible()
  await reader.getByRole("link", { name: "Back to all comments" }).click()
  await expect(reader).toHaveURL(`/posts/${post.slug}#comment-${tops[0]}`)
})

test("an answer whose question is on the page before names it and leads there", async ({
  reader,
  db,
  refresh,
  axe,
}) => {
  const post = await createPost(db)
  const top = await createComment(db, { postId: post.id })
  let parent = top
  for (let n = 0; n < 203; n++) parent = await createComment(db, { postId: post.id, parent })
  await refresh()
  await reader.goto(`/posts/${post.slug}/conversation/${top.id}`)
  await reader.getByRole("link", { name: "Next page" }).click()
  await expect(reader).toHaveURL(`/posts/${post.slug}/conversation/${top.id}/2#comments`)
  await axe(reader)
  await reader.locator("article", { hasText: "in reply to" }).first().locator("a:has(bdi)").click()
  await expect(reader).toHaveURL(new RegExp(`/conversation/${top.id}#comment-\\d+$`))
})

test("whoever follows a comment's own link lands on it, also after others were removed", async ({
  reader,
  db,
  refresh,
}) => {
  const post = await createPost(db)
  const placed = await fillThread(db, post.id, 600)
  await refresh()
  const some = [7, 55, 199, 300, 420, 599].map((at) => placed[at]?.id ?? 0)
  const places = new Map<number, string>()
  for (const id of some) {
    await reader.goto(`/posts/${post.slug}/comment/${id}`)
    await expect(reader).toHaveURL(new RegExp(`#comment-${id}$`))
    await expect(reader.locator(`#comment-${id}`)).toBeInViewport()
    places.set(id, reader.url())
    // The link at the comment says the same.
    const own = await reader.locator(`#comment-${id} a:has(time)`).getAttribute("href")
    expect(new URL(own ?? "", reader.url()).href).toBe(reader.url())
  }
  const others = placed.map(({ id }) => id).filter((id) => !some.includes(id) && id % 3 === 0)
  await db.update(comments).set({ status: "rejected" }).where(inArray(comments.id, others))
  await refresh()
  for (const [id, address] of places) {
    await reader.goto(address)
    await expect(reader.locator(`#comment-${id}`)).toBeInViewport()
  }
  expect((await reader.request.get(`/posts/${post.slug}/comment/1e3`)).status()).toBe(404)
})

test("a removed comment says so while somebody's answer hangs on it", async ({ reader, db, refresh }) => {
  const post = await createPost(db)
  const gone = await createComment(db, { postId: post.id, body: "Cruel words." })
  const answer = await createComment(db, { postId: post.id, parent: gone, body: "That was cruel." })
  const quiet = await createComment(db, { postId: post.id, body: "Nobody answered this." })
  await db
    .update(comments)
    .set({ status: "rejected" })
    .where(inArray(comments.id, [gone.id, quiet.id]))
  await refresh()
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.locator(`#comment-${gone.id}`)).toHaveText("This comment was removed by a moderator.")
  await expect(reader.locator(`#comment-${answer.id}`)).toContainText("That was cruel.")
  await expect(reader.locator(`#comment-${quiet.id}`)).toHaveCount(0)
  await db.update(comments).set({ status: "deleted" }).where(eq(comments.id, answer.id))
  await refresh()
  // The page is held already, and the word to drop it is on its way.
  await until("the comment to be gone", async () => {
    await reader.goto(`/posts/${post.slug}`)
    return (await reader.locator(`#comment-${gone.id}`).count()) === 0
  })
  expect(await reader.content()).not.toContain("Cruel words")
})

test("pages that do not exist, or are spelled another way, are not found", async ({ request, db }) => {
  const post = await createPost(db)
  const [first] = await fillThread(db, post.id, 30)
  const status = async (path: string) =>
    (await request.get(`/posts/${post.slug}${path}`, { maxRedirects: 0 })).status()
  for (const path of [
    "/comments/2",
    "/comments/01",
    "/comments/0",
    "/comments/-1",
    "/comments/x",
    "/comments/1?sort=oldest",
    "/comments/1?sort=best",
    "/comments/2?sort=newest",
    `/conversation/${first?.id}/2`,
    `/conversation/0${first?.id}`,
    "/conversation/1",
    "/comment/999999999",
    "/comment/01",
  ]) {
    expect(await status(path), path).toBe(404)
  }
  for (const path of [
    "/comments/1?sort=newest",
    "/comments/1?sort=most-answered",
    `/conversation/${first?.id}`,
  ]) {
    expect(await status(path), path).toBe(200)
  }
  const one = await request.get(`/posts/${post.slug}/comments/1`, { maxRedirects: 0 })
  expect(one.status()).toBe(308)
  expect(one.headers().location).toMatch(new RegExp(`/posts/${post.slug}#comments$`))
  expect(await status(`/conversation/${first?.id}/1`)).toBe(308)
})

test("feeds of comments are XML with what is approved, and the story names its own", async ({
  reader,
  request,
  db,
  refresh,
}) => {
  const post = await createPost(db)
  const said = await createComment(db, { postId: post.id, body: "Fish & <chips>\n\nand peas" })
  const waits = await createComment(db, { postId: post.id, status: "pending", body: "Not yet seen." })
  await refresh()
  await reader.goto(`/posts/${post.slug}`)
  const address = `/posts/${post.slug}/comments/feed.xml`
  await expect(reader.locator(`link[rel="alternate"][href="${address}"]`)).toHaveCount(1)
  for (const path of [address, "/comments/feed.xml"]) {
    const response = await request.get(path)
    expect(response.headers()["content-type"]).toContain("application/rss+xml")
    const xml = await response.text()
    new SaxesParser().write(xml).close()
    // Other promises are kept meanwhile, and their comments may be the newest ones of all.
    if (path === address) expect(xml).toContain(`/posts/${post.slug}#comment-${said.id}</link>`)
    expect(xml).not.toContain("Not yet seen")
    expect(xml).not.toContain(`comment-${waits.id}`)
    expect(xml).not.toMatch(/@example|emailHash/)
  }
})

test("a reply on a later page lands where it stands, and one to a closed story comes back with its text", async ({
  reader,
  db,
  refresh,
}) => {
  const post = await createPost(db, { commentMode: "open" })
  await fillThread(db, post.id, 420)
  await refresh()
  const write = async (words: string) => {
    await reader.getByLabel("Comment *").fill(words)
    await reader.getByLabel("Name *").fill("Ada Brook")
    await reader.getByLabel("Email *").fill(`ada-${post.slug}@example.org`)
    await reader.getByRole("button", { name: "Post comment" }).click()
  }
  await reader.goto(`/posts/${post.slug}/comments/2`)
  await write("Here at the end of it all.")
  await expect(reader).toHaveURL(new RegExp(`/posts/${post.slug}/comments/2#comment-\\d+$`))
  await expect(reader.getByRole("article").filter({ hasText: "Here at the end of it all." })).toBeInViewport()

  await reader.goto(`/posts/${post.slug}/comments/2`)
  await db.execute(`update posts set comment_mode = 'closed' where id = ${post.id}`)
  await write("Too late, as ever.")
  await expect(reader.getByText("Too late, as ever.")).toBeVisible()
  await expect(reader.getByText(/closed/i).first()).toBeVisible()
})
