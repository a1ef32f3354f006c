import { createAuthor, createPost, createRevision, createStaff } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

test("a story whose scheduler was suspended does not go out, and Today says so until an editor publishes it", async ({
  desk,
  reader,
  signInAs,
  db,
}) => {
  const gone = await createStaff(db, { roles: ["editor"], disabledAt: new Date() })
  const title = `The late train of ${Date.now()}`
  const post = await createPost(db, {
    title,
    slug: `late-train-${Date.now()}`,
    status: "scheduled",
    authorId: (await createAuthor(db)).id,
    createdBy: gone.id,
    scheduledBy: gone.id,
    publishedAt: null,
    publishAt: new Date(Date.now() - 5 * 60_000),
  })
  await createRevision(db, post)
  await signInAs("editor")
  await desk.goto("/desk")
  const overdue = desk
    .getByRole("region", { name: "Overdue stories" })
    .getByRole("listitem")
    .filter({ hasText: title })
  await expect(overdue).toContainText("its scheduler may not publish any more")
  expect((await reader.goto(`/posts/${post.slug}`))?.status()).toBe(404)

  await overdue.getByRole("link").click()
  await desk.getByRole("textbox", { name: "Body" }).waitFor()
  await desk.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(desk.getByRole("link", { name: "View story" })).toBeVisible()
  expect((await reader.goto(`/posts/${post.slug}`))?.status()).toBe(200)
  await desk.goto("/desk")
  await expect(overdue).toHaveCount(0)
})
