import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { createAuthor, createComment, createPost, tagPost } from "../../db/factories.ts"
import { postSlugs, type RichTextNode } from "../../db/schema/posts.ts"
import { expect, test } from "../support/fixtures.ts"

const words = (text: string): RichTextNode => ({ type: "paragraph", content: [{ type: "text", text }] })

const body: RichTextNode = {
  type: "doc",
  content: [
    words("The kettle had been on since six."),
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "What the hall was for" }] },
    { type: "blockquote", content: [words("We came for the soup."), words("We stayed for the arguments.")] },
    words("And then the lights went out."),
  ],
}

test("a reader finds a story on the front page and reads every part of it", async ({
  reader,
  db,
  refresh,
  axe,
}) => {
  const mark = randomUUID().slice(0, 8)
  const author = await createAuthor(db, {
    slug: `wren-${mark}`,
    name: `Wren Halloway ${mark}`,
    title: "Reporter",
    bio: "Wren keeps the minutes.",
  })
  const publishedAt = new Date()
  const post = await createPost(db, {
    slug: `the-soup-${mark}`,
    title: `The soup that outlived its hall ${mark}`,
    standfirst: "Forty years of Tuesdays.",
    authorId: author.id,
    body,
    publishedAt,
    revisedAt: new Date(publishedAt.getTime() + 3_600_000),
  })
  await tagPost(db, post.id, `Suppers ${mark}`)
  await refresh()

  await reader.goto("/")
  await reader.getByRole("link", { name: post.title }).click()

  const story = reader.getByRole("article").filter({ has: reader.getByRole("heading", { level: 1 }) })
  await expect(reader.getByRole("heading", { level: 1, name: post.title })).toBeVisible()
  await expect(reader).toHaveTitle(new RegExp(post.title))
  await expect(story.getByText("Forty years of Tuesdays.")).toBeVisible()
  await expect(story.getByText(`Posted by ${author.name}`)).toBeVisible()
  await expect(story.locator("time").first()).toHaveAttribute("datetime", publishedAt.toISOString())
  await expect(story.getByText("Updated")).toBeVisible()
  await expect(story.getByRole("blockquote")).toContainText("We came for the soup.")
  await expect(story.getByRole("blockquote")).toContainText("We stayed for the arguments.")
  await expect(story.getByRole("heading", { level: 2, name: "What the hall was for" })).toBeVisible()
  await expect(story.getByRole("list", { name: "Tags" }).getByRole("link")).toHaveText([`Suppers ${mark}`])
  await expect(story.getByRole("region", { name: author.name })).toContainText("Wren keeps the minutes.")
  await expect(reader.getByRole("heading", { name: "Leave a reply" })).toBeVisible()
  await expect(reader.getByRole("button", { name: "Sign up to our newsletter" })).toBeVisible()
  await expectToldToMachines(reader, post.slug, post.title)
  await axe(reader)

  await story.getByRole("link", { name: author.name }).first().click()
  await expect(reader.getByRole("heading", { level: 1, name: author.name })).toBeVisible()
  await expect(reader.getByRole("link", { name: post.title })).toBeVisible()
  await axe(reader)

  await reader.goBack()
  await story.getByRole("list", { name: "Tags" }).getByRole("link").click()
  await expect(reader.getByRole("heading", { level: 1, name: `Suppers ${mark}` })).toBeVisible()
  await expect(reader.getByRole("link", { name: post.title })).toBeVisible()
  await axe(reader)
})

test("a reader leafs back through older stories and meets none twice", async ({ reader, db, refresh }) => {
  const publishedAt = new Date()
  const author = await createAuthor(db)
  const made: string[] = []
  for (let i = 0; i < 26; i++) {
    made.push(
      (await createPost(db, { authorId: author.id, publishedAt, title: `Leaf ${i} of ${author.slug}` }))
        .title,
    )
  }
  await refresh()

  await reader.goto(`/authors/${author.slug}`)
  const met: string[] = []
  for (;;) {
    met.push(...(await reader.getByRole("main").getByRole("heading", { level: 2 }).allTextContents()))
    const older = reader.getByRole("link", { name: "Older stories" })
    if ((await older.count()) === 0) break
    await expect(older).toHaveAttribute("rel", "next")
    await older.click()
  }
  expect(met.toSorted()).toEqual(made.toSorted())
})

test("a moved story is found, and one that is not there is told kindly and in the same words", async ({
  reader,
  request,
  db,
  refresh,
  axe,
}) => {
  const mark = randomUUID().slice(0, 8)
  const post = await createPost(db, { slug: `now-${mark}` })
  await db.insert(postSlugs).values({ slug: `then-${mark}`, postId: post.id })
  await createPost(db, { slug: `draft-${mark}`, status: "draft" })
  await createPost(db, { slug: `withdrawn-${mark}`, status: "withdrawn" })
  await refresh()

  const moved = await request.get(`/posts/then-${mark}`, { maxRedirects: 0 })
  expect(moved.status()).toBe(308)
  expect(new URL(moved.headers().location ?? "", "http://x").pathname).toBe(`/posts/now-${mark}`)

  const told: string[] = []
  for (const path of [
    `/posts/draft-${mark}`,
    `/posts/withdrawn-${mark}`,
    `/posts/never-${mark}`,
    `/posts/NOW-${mark}`,
    `/authors/never-${mark}`,
    `/tags/never-${mark}`,
    "/?before=anything",
    "/never/was",
  ]) {
    const response = await reader.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(reader.getByRole("heading", { level: 1 }), path).toBeVisible()
    // Below stand the newest stories, which other journeys add to meanwhile.
    told.push((await reader.locator("main > h1, main > p").allTextContents()).join(" "))
  }
  expect(new Set(told).size).toBe(1)
  await expect(reader.getByRole("link", { name: "front page" })).toHaveAttribute("href", "/")
  await axe(reader)
})

test("a reader goes from the byline to the comments, and from there to the form", async ({
  reader,
  db,
  refresh,
}) => {
  const post = await createPost(db)
  await createComment(db, { postId: post.id })
  await createComment(db, { postId: post.id })
  await refresh()
  await reader.goto(`/posts/${post.slug}`)
  await reader.getByRole("article").first().getByRole("link", { name: "2 comments" }).click()
  await expect(reader.getByRole("heading", { name: "2 comments" })).toBeInViewport()
  await reader.getByRole("link", { name: "Write a comment" }).click()
  await expect(reader.getByRole("heading", { name: "Leave a reply" })).toBeInViewport()
})

test("whoever passes a list on shows its name and what it is about", async ({ reader, db, refresh }) => {
  const mark = randomUUID().slice(0, 8)
  const author = await createAuthor(db, { slug: `og-${mark}`, name: `Wren ${mark}`, bio: "Keeps minutes." })
  const publishedAt = new Date("2021-03-04T12:00:00Z")
  const post = await createPost(db, { authorId: author.id, publishedAt })
  await tagPost(db, post.id, `Og ${mark}`)
  await refresh()
  const tag = (name: string) => reader.locator(`meta[property="og:${name}"]`)
  for (const [path, title] of [
    ["/", /./],
    [`/authors/og-${mark}`, new RegExp(`^Wren ${mark}`)],
    [`/tags/og-${mark}`, new RegExp(`^Og ${mark}`)],
    ["/archive", /^Archive/],
    ["/archive/2021/03", /^March 2021/],
  ] as const) {
    await reader.goto(path)
    await expect(tag("title"), path).toHaveAttribute("content", title)
    await expect(reader, path).toHaveTitle(title)
    await expect(tag("type"), path).toHaveAttribute("content", "website")
    await expect(tag("site_name"), path).toHaveCount(1)
    await expect(tag("url"), path).toHaveAttribute("content", new RegExp(`${path === "/" ? "" : path}$`))
    await expect(tag("description"), path).toHaveCount(1)
  }
})

test("a newsletter's link that has ended says how to sign up again, and no other address does", async ({
  reader,
}) => {
  const again = reader.getByRole("link", { name: "sign up again" })
  await reader.goto("/newsletter/confirm/ended")
  await expect(again).toHaveAttribute("href", "/newsletter")
  await reader.goto("/never/was")
  await expect(again).toHaveCount(0)
  await expect(reader.locator("main h2").first()).toBeVisible()
})

test("the first press of Tab offers a way past the masthead", async ({ reader }) => {
  await reader.goto("/")
  await reader.keyboard.press("Tab")
  const skip = reader.getByRole("link", { name: "Skip to content" })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await reader.keyboard.press("Enter")
  await expect(reader).toHaveURL(/#main$/)
})

async function expectToldToMachines(reader: Page, slug: string, title: string) {
  const head = reader.locator("head")
  await expect(head.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`/posts/${slug}$`))
  await expect(head.locator('meta[property="og:title"]')).toHaveAttribute("content", title)
  await expect(head.locator('meta[property="og:type"]')).toHaveAttribute("content", "article")
  await expect(head.locator('meta[name="description"]')).toHaveCount(1)
  await expect(head.locator('link[type="application/rss+xml"]').first()).toHaveAttribute("href", "/feed.xml")
  const facts = JSON.parse((await reader.locator('script[type="application/ld+json"]').textContent()) ?? "")
  expect(facts).toMatchObject({ "@type": "NewsArticle", headline: title })
}
