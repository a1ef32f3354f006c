import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { createAuthor, createPost } from "../../db/factories.ts"
import { startApp } from "../support/app.ts"
import { expect, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"
import { until } from "../support/until.ts"

test("what is published, corrected and withdrawn here, readers find at once on each page, and readers of another instance soon", async ({
  baseURL,
  db,
  desk,
  signInAs,
}) => {
  const mark = randomUUID().slice(0, 8)
  const author = await createAuthor(db, { slug: `author-${mark}` })
  const post = await createPost(db, {
    authorId: author.id,
    slug: `ferry-${mark}`,
    title: `The ferry ${mark}`,
    status: "draft",
    publishedAt: null,
  })
  await db.execute(sql`
    with tag as (insert into tags (slug, name) values (${`tag-${mark}`}, ${`Tag ${mark}`}) returning id)
    insert into post_tags (post_id, tag_id, position) select ${post.id}, id, 1 from tag`)
  const other = await startApp({ DATABASE_URL: ownerUrl(), DATA_DIR: process.env.DATA_DIR ?? "" })
  try {
    const there = async (path: string) => (await fetch(other.url + path)).text()
    const here = async (path: string) => (await fetch(`${baseURL}${path}`)).text()
    const lists = [
      "/",
      `/tags/tag-${mark}`,
      `/authors/author-${mark}`,
      "/feed.xml",
      "/sitemap/1",
      `/search?q=${mark}`,
    ]
    const shown = (text: string) => text.includes(post.slug)
    // Asked before, so that both instances have stored what they have to drop.
    for (const path of lists) {
      expect(shown(await here(path)), path).toBe(false)
      expect(shown(await there(path)), path).toBe(false)
    }

    await signInAs("editor")
    await desk.goto(`/desk/posts/${post.id}`)
    await desk.getByRole("button", { name: "Publish", exact: true }).click()
    await expect(desk.getByText(/^Published/).first()).toBeVisible()
    // Whoever pressed the button finds it done: each page is asked for once.
    for (const path of lists) expect(shown(await here(path)), path).toBe(true)
    expect(await here(`/posts/${post.slug}`)).toContain(post.title)
    for (const path of lists) await until(`${path} to show it`, async () => shown(await there(path)))
    expect(await there(`/posts/${post.slug}`)).toContain(post.title)

    await desk.goto(`/desk/posts/${post.id}/corrections`)
    await desk.getByLabel("Correction", { exact: true }).fill(`It leaves at nine (${mark}).`)
    await desk.getByRole("button", { name: "Publish correction" }).click()
    await expect(desk.getByText("Published. Readers see it on the story")).toBeVisible()
    const corrected = [`/posts/${post.slug}`, "/corrections", "/feed.xml"]
    for (const path of corrected) expect(await here(path), path).toContain("leaves at nine")
    for (const path of corrected)
      await until(`${path} to show the correction`, async () =>
        (await there(path)).includes("leaves at nine"),
      )

    await desk.goto(`/desk/posts?q=${mark}`)
    await desk.getByLabel(`Select “${post.title}”`).check()
    await desk.getByText("Withdraw", { exact: true }).click()
    await desk.getByRole("button", { name: "Withdraw now" }).click()
    await expect(desk.getByText("1 withdrawn.")).toBeVisible()
    for (const path of lists) expect(shown(await here(path)), path).toBe(false)
    expect((await fetch(`${baseURL}/posts/${post.slug}`)).status).toBe(404)
    for (const path of lists) await until(`${path} to leave it out`, async () => !shown(await there(path)))
    expect((await fetch(`${other.url}/posts/${post.slug}`)).status).toBe(404)
  } finally {
    await other.stop()
  }
})
