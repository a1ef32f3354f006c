import { randomUUID } from "node:crypto"
import { createMedium, createPost, paragraphs } from "../../db/factories.ts"
import { mediaUses } from "../../db/schema/media-uses.ts"
import { expect, test } from "../support/fixtures.ts"

test("a lead picture that is marked as decorative in the library needs no alt text, and the open editor hears of it", async ({
  desk,
  signInAs,
  db,
}) => {
  const editor = await signInAs("editor")
  const { id } = await createMedium(db, { uploadedBy: editor.id, alt: "" })
  const title = `The quay ${randomUUID()}`
  const post = await createPost(db, {
    ...{ title, status: "draft", publishedAt: null, createdBy: editor.id, leadMediaId: id },
    body: paragraphs("It rained."),
  })
  await db.insert(mediaUses).values({ mediaId: id, postId: post.id, place: "lead" })
  await desk.goto(`/desk/posts/${post.id}`)
  await expect(desk.getByText("The lead picture has no alt text", { exact: false })).toBeVisible()
  await desk.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(desk.getByRole("button", { name: "Update" })).toHaveCount(0)

  const opened = desk.waitForEvent("popup")
  await desk.getByRole("link", { name: "Mark it as decorative in the library" }).click()
  const library = await opened
  await library.getByLabel("Decorative").check()
  await library.getByRole("button", { name: "Save" }).click()
  await expect(library.getByText("Saved", { exact: false }).first()).toBeVisible()
  await library.close()
  await desk.evaluate(() => window.dispatchEvent(new Event("focus")))
  await expect(desk.getByText("Decorative, as the library says: it needs no alt text.")).toBeVisible()
  await expect(desk.getByText("The lead picture has no alt text", { exact: false })).toHaveCount(0)

  await desk.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(desk.getByRole("button", { name: "Update" })).toBeVisible()
  const story = await desk.context().request.get(`/posts/${post.slug}`)
  expect(await story.text()).toMatch(/<img[^>]* alt=""/)
})
