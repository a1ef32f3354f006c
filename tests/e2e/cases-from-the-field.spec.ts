import { randomUUID } from "node:crypto"
import { createComment, createPost } from "../../db/factories.ts"
import { postSlugs } from "../../db/schema/posts.ts"
import { expect, test } from "../support/fixtures.ts"
import { until } from "../support/until.ts"

for (const [address, type] of [
  ["/favicon.ico", "image/x-icon"],
  ["/apple-touch-icon.png", "image/png"],
  ["/icon.svg", "image/svg+xml"],
] as const) {
  test(`a browser that asks for ${address} gets an icon`, async ({ request }) => {
    const response = await request.get(address)
    expect(response.status()).toBe(200)
    expect(response.headers()["content-type"]).toBe(type)
  })
}

for (const address of ["/feed", "/rss", "/rss.xml", "/atom.xml"]) {
  test(`whoever guesses that the feed is at ${address} gets it`, async ({ request }) => {
    const response = await request.get(address)
    expect(new URL(response.url()).pathname).toBe("/feed.xml")
    expect(response.headers()["content-type"]).toContain("application/rss+xml")
  })
}

test("a story's forms lead on from its former address, with their query", async ({ request, db }) => {
  const mark = randomUUID().slice(0, 8)
  const post = await createPost(db, { slug: `now-${mark}` })
  const { id } = await createComment(db, { postId: post.id })
  await db.insert(postSlugs).values({ slug: `then-${mark}`, postId: post.id })
  for (const [path, moved] of [
    [`reply/${id}?from=mail&a=1`, `reply/${id}?from=mail&a=1`],
    [`report/${id}?from=mail`, `report/${id}?from=mail`],
    [`reply/${id}`, `reply/${id}`],
    ["comments/2?sort=newest", "comments/2?sort=newest"],
    ["?utm_source=x", "?utm_source=x"],
  ]) {
    const between = path?.startsWith("?") ? "" : "/"
    const response = await request.get(`/posts/then-${mark}${between}${path}`, { maxRedirects: 0 })
    expect(response.status(), path).toBe(308)
    expect(response.headers().location, path).toBe(`/posts/now-${mark}${between}${moved}`)
  }
  for (const path of [`reply/999999999`, `report/999999999`]) {
    expect((await request.get(`/posts/now-${mark}/${path}`)).status(), path).toBe(404)
  }
})

for (const place of ["story", "page of comments", "reply"] as const) {
  test(`a comment sent from a ${place} of a story that was withdrawn meanwhile is given back`, async ({
    reader,
    db,
    refresh,
  }) => {
    const post = await createPost(db, { commentMode: "open" })
    const { id } = await createComment(db, { postId: post.id })
    await refresh()
    const path = { story: "", "page of comments": "/comments/1?sort=newest", reply: `/reply/${id}` }[place]
    await reader.goto(`/posts/${post.slug}${path}`)
    const form = reader.locator("#respond form")
    await form.getByLabel("Comment *").fill("I was there, and it rained.")
    await form.getByLabel("Name *").fill("Ada")
    await form.getByLabel("Email *").fill("ada@example.org")
    await db.$client`update posts set status = 'withdrawn' where id = ${post.id}`
    await form.getByRole("button", { name: "Post comment" }).click()
    await expect(reader.getByRole("alert")).toContainText("no longer here")
    await expect(reader.getByLabel("Your text")).toHaveValue("I was there, and it rained.")
  })
}

test("whoever signs up to the newsletter twice a day is told the same each time, and that an earlier message holds", async ({
  reader,
}) => {
  await reader.goto("/newsletter")
  for (let n = 0; n < 2; n++) {
    await reader.getByLabel("Email").fill("twice-a-day@example.org")
    await reader.getByRole("button", { name: "Sign up to our newsletter" }).click()
    await expect(reader.getByRole("status")).toHaveText("Check your inbox to confirm.")
    await expect(reader.getByText("If one came earlier today, its link works.")).toBeVisible()
  }
})

test("indentation and lines of a comment are seen, and a tower of marks stays in its paragraph", async ({
  reader,
  db,
  refresh,
}) => {
  const post = await createPost(db)
  const tower = `Z${"\u0351".repeat(30)}algo`
  await createComment(db, { postId: post.id, body: `    indented\n  less\n${tower}` })
  await refresh()
  await reader.goto(`/posts/${post.slug}`)
  const words = reader.locator(".thread article > p", { hasText: "indented" })
  await expect(words).toHaveCSS("white-space-collapse", "preserve")
  await expect(words).toHaveCSS("overflow", "clip")
  expect(await words.evaluate((element) => element.textContent)).toBe(`    indented\n  less\n${tower}`)
})

test("a headline in Polish, Turkish and Vietnamese is set in one face", async ({ desk, db, refresh }) => {
  const title = "Größe in Łódź — İstanbul’da ığdır, Đà Nẵng"
  const post = await createPost(db, { title })
  await refresh()
  const client = await desk.context().newCDPSession(desk)
  await client.send("DOM.enable")
  await client.send("CSS.enable")
  await until("the faces to be loaded", async () => {
    await desk.goto(`/posts/${post.slug}`)
    const { root } = await client.send("DOM.getDocument")
    const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector: "h1" })
    const { fonts } = await client.send("CSS.getPlatformFontsForNode", { nodeId })
    return fonts.length > 0 && fonts.every(({ familyName }) => /newsreader/i.test(familyName))
  })
})
