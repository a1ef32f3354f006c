import { randomUUID } from "node:crypto"
import { createAuthor, createPost, paragraphs } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

test("at the address of a withdrawn story readers find the editor's notice and none of its words, and once the notice is gone nothing", async ({
  desk,
  reader,
  signInAs,
  db,
  refresh,
}) => {
  const mark = randomUUID().slice(0, 8)
  const words = ["Who owns the quarry", "A name in the register", "The mayor's name"].map(
    (one) => `${one} ${mark}`,
  )
  const [title, standfirst = "", text = ""] = words
  const author = await createAuthor(db, { slug: `author-${mark}` })
  const post = await createPost(db, {
    title,
    standfirst,
    slug: `quarry-${mark}`,
    authorId: author.id,
    body: paragraphs(text),
  })
  await refresh()
  const address = `/posts/${post.slug}`
  const read = async (path: string) => (await reader.request.get(path)).text()
  // Other tests publish stories meanwhile, which push this one off the lists of all.
  const shown = [address, `/authors/${author.slug}`, `/authors/${author.slug}/feed.xml`]
  for (const path of shown) expect(await read(path), path).toContain(title)

  await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}/dates`)
  const panel = (name: string) => desk.getByRole("region", { name })
  await panel("Withdraw").getByLabel("Notice").fill("It named the wrong person.\n\nWe are sorry.")
  await panel("Withdraw").getByRole("button", { name: "Withdraw" }).click()
  await expect(panel("In place of the story")).toBeVisible()

  expect((await reader.goto(address))?.status()).toBe(410)
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("This story was withdrawn")
  await expect(reader.getByText("It named the wrong person.", { exact: true })).toBeVisible()
  await expect(reader.getByText("We are sorry.", { exact: true })).toBeVisible()
  await expect(reader.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/)
  for (const path of shown) {
    const found = await read(path)
    for (const said of words) expect(found, path).not.toContain(said)
  }

  await panel("In place of the story").getByLabel("Notice").fill("")
  await desk.getByRole("button", { name: "Save notice" }).click()
  await expect(desk.getByRole("status")).toBeVisible()
  expect((await reader.goto(address))?.status()).toBe(404)
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address")
  expect(await read(address)).not.toContain("wrong person")
})
