import { randomUUID } from "node:crypto"
import { createComment, createPost } from "../../db/factories.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

for (const scripts of [true, false]) {
  test(`a story's comments are closed from the queue, and that is taken back, with scripts ${scripts ? "on" : "off"}`, async ({
    browser,
    baseURL,
    extraHTTPHeaders,
    reader,
    db,
  }) => {
    const post = await createPost(db, { slug: `thread-${randomUUID()}`, commentMode: "open" })
    const { id } = await createComment(db, { postId: post.id, status: "pending", name: "Marek" })
    await reader.goto(`/posts/${post.slug}`)
    await expect(reader.getByRole("button", { name: "Post comment" })).toBeVisible()

    const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: scripts })
    await signIn(db, context, ["moderator"])
    const queue = await context.newPage()
    await queue.goto(`/desk/comments?status=waiting&after=${id - 1}`)
    const card = queue.locator(`#comment-${id}`)
    const more = card.getByText("More", { exact: true })
    await more.click()
    await expect(card).toContainText("Comments on this story: open.")
    // By keyboard, as everything here.
    await card.getByRole("button", { name: "Close comments" }).focus()
    await queue.keyboard.press("Enter")
    await expect(card.locator("details[data-menu]")).not.toHaveAttribute("open")
    await expect(card).toContainText("Comments on this story: closed.")
    await expect(card.getByRole("button", { name: "Approve" })).toBeVisible()
    await reader.reload()
    await expect(reader.getByRole("button", { name: "Post comment" })).toHaveCount(0)

    await more.click()
    await card.getByRole("button", { name: "Undo that change" }).click()
    await expect(card).toContainText("Comments on this story: open.")
    await reader.reload()
    await expect(reader.getByRole("button", { name: "Post comment" })).toBeVisible()
    await context.close()
  })
}
