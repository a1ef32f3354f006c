import { eq } from "drizzle-orm"
import { createPost } from "../../db/factories.ts"
import { postPreviewLinks } from "../../db/schema/post-preview-links.ts"
import { expect, test } from "../support/fixtures.ts"

test("an editor shares a draft with somebody outside, who reads it until the link is revoked", async ({
  desk,
  reader,
  signInAs,
  db,
  axe,
}) => {
  const title = "The council closes the baths"
  const embargoUntil = new Date(Date.now() + 3 * 86_400_000)
  const draft = { title, status: "draft", publishedAt: null, embargoUntil } as const
  const post = await createPost(db, { ...draft, canonicalUrl: "https://first.example/baths" })
  await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  await desk.getByText("Search and social").click()
  await desk.getByLabel("Headline in search results").fill("Baths close in May")
  await desk.getByLabel("Headline on social networks").fill("No more swimming")
  const faces = desk.getByRole("figure")
  await expect(faces.filter({ hasText: "Search result" })).toContainText("Baths close in May")
  await expect(faces.filter({ hasText: "Social card" })).toContainText("No more swimming")
  await desk.keyboard.press("ControlOrMeta+s")
  await expect(desk.getByRole("status").first()).toHaveText(/^Saved at/)

  await desk.getByRole("link", { name: "Share a preview" }).click()
  await desk.getByRole("button", { name: "Make a link" }).click()
  const link = await desk.getByLabel("Preview link").inputValue()
  await axe(desk)

  const path = new URL(link).pathname
  const kept = () => db.select().from(postPreviewLinks).where(eq(postPreviewLinks.postId, post.id))
  const before = await kept()
  const answer = await reader.goto(path)
  expect(answer?.headers()).toMatchObject({
    "cache-control": "private, no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": expect.stringContaining("noindex"),
  })
  await expect(reader.getByRole("heading", { name: title })).toBeVisible()
  await expect(reader.getByRole("note")).toContainText("Preview, not published.")
  await expect(reader.getByRole("note")).toContainText("Embargoed until")
  await expect(reader.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/)
  await expect(reader.getByRole("textbox", { name: /comment/i })).toHaveCount(0)
  await axe(reader)

  // Opening a page changes nothing, and of those who open it nothing is kept.
  expect(await kept()).toEqual(before)
  await desk.reload()
  await expect(desk.getByLabel("Preview link")).toHaveCount(0)
  await desk.getByRole("button", { name: /^Revoke/ }).click()
  await expect(desk.getByText("Revoked. The link no longer opens the story.")).toBeVisible()
  const answers = []
  for (const one of [path, `/preview/${"x".repeat(22)}`]) {
    const missing = await reader.goto(one)
    // The newest stories below can be other ones meanwhile.
    const text = (await missing?.text())?.replace(/<article.*<\/article>/s, "")
    answers.push({ status: missing?.status(), text })
  }
  expect(answers[0]?.status).toBe(404)
  expect(answers[0]).toEqual(answers[1])
})
