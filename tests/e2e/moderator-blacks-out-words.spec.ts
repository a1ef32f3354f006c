import { randomUUID } from "node:crypto"
import { createComment, createPost } from "../../db/factories.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

for (const scripts of [true, false]) {
  test(`words are blacked out, the comment approved, and the words brought back, with scripts ${scripts ? "on" : "off"}`, async ({
    browser,
    baseURL,
    extraHTTPHeaders,
    reader,
    db,
  }) => {
    const [secret, name] = [`secret${randomUUID().slice(0, 8)}`, `Marek ${randomUUID().slice(0, 8)}`]
    const post = await createPost(db, { slug: `pool-${randomUUID()}` })
    const body = `She lives at ${secret} now.`
    const { id } = await createComment(db, { postId: post.id, status: "pending", name, body })
    const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: scripts })
    await signIn(db, context, ["moderator"])
    const queue = await context.newPage()
    await queue.goto(`/desk/comments?status=waiting&after=${id - 1}`)
    const card = queue.locator(`#comment-${id}`)
    await expect(card.getByText(body)).toBeVisible()
    await card.getByText("Black out", { exact: true }).click()
    await card.getByLabel("Words to black out").fill(secret)
    await card.getByLabel("Reason for blacking out").selectOption("personal-details")
    await card.getByRole("button", { name: "Black out these words" }).click()
    await expect(card.getByText("She lives at ▮▮▮▮ now.")).toBeVisible()
    await expect(card).toContainText("Words blacked out by")
    await card.getByRole("button", { name: "Approve" }).click()
    await expect(card).toContainText("Approved by")

    await reader.goto(`/posts/${post.slug}`)
    const shown = reader.locator(`#comment-${id}`)
    await expect(shown).toContainText("She lives at ▮▮▮▮[removed by a moderator] now.")
    expect(await reader.content()).not.toContain(secret)

    await card.getByRole("button", { name: "Bring them back" }).click()
    await expect(card.getByText(body)).toBeVisible()
    await reader.reload()
    await expect(shown).toContainText(body)
    await context.close()
  })
}
