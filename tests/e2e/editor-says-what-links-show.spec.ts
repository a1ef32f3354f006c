import { createMedium, createPost } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

test("what an editor writes for search engines and social networks is shown beside it, and told to machines once published", async ({
  desk,
  reader,
  signInAs,
  db,
  baseURL,
}) => {
  const whole = { format: "jpeg", width: 960, height: 640, bytes: 900, name: "960-0a1b2c3d.jpg" } as const
  const crop = { ...whole, width: 1200, height: 630, name: "social-0a1b2c3d.jpg", crop: true } as const
  const lead = await createMedium(db, { files: [whole, crop] })
  const draft = { status: "draft", publishedAt: null, leadMediaId: lead.id, pictureAlt: "A pool" } as const
  const post = await createPost(db, { ...draft, title: "The council closes the baths" })
  await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  await desk.getByText("Search and social").click()
  const fields = {
    "Headline in search results": "Baths close in May",
    "Text in search results": "When, and what opens instead.",
    "Headline on social networks": "No more swimming",
    "Text on social networks": "The vote was seven to six.",
    "Canonical URL": "https://first.example/baths",
  }
  for (const [label, words] of Object.entries(fields)) await desk.getByLabel(label).fill(words)

  const result = desk.getByRole("figure").filter({ hasText: "Search result" })
  await expect(result.locator("p")).toHaveText([
    "first.example › baths",
    "Baths close in May",
    "When, and what opens instead.",
  ])
  const card = desk.getByRole("figure").filter({ hasText: "Social card" })
  await expect(card.locator("p")).toHaveText([
    "first.example",
    "No more swimming",
    "The vote was seven to six.",
  ])
  const image = `/media/${lead.key}/${crop.name}`
  await expect(card.locator("img")).toHaveAttribute("src", image)

  await desk.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(desk.getByRole("link", { name: "View story" })).toBeVisible()
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("The council closes the baths")
  await expect(reader).toHaveTitle(/^Baths close in May/)
  const head = reader.locator("head")
  await expect(head.locator("link[rel=canonical]")).toHaveAttribute("href", "https://first.example/baths")
  const told = {
    "name=description": "When, and what opens instead.",
    "property='og:title'": "No more swimming",
    "property='og:description'": "The vote was seven to six.",
    "property='og:image'": `${baseURL}${image}`,
    "property='og:image:alt'": "A pool",
    "property='og:url'": "https://first.example/baths",
    "name='twitter:card'": "summary_large_image",
  }
  for (const [meta, words] of Object.entries(told))
    await expect(head.locator(`meta[${meta}]`), meta).toHaveAttribute("content", words)
})
