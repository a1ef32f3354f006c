import { createComment, createPost } from "../../db/factories.ts"
import { startApp } from "../support/app.ts"
import { expect, test } from "../support/fixtures.ts"
import { ownerUrl } from "../support/owner.ts"
import { until } from "../support/until.ts"

test("an approval is seen on the next request here, unasked elsewhere, and after a restart", async ({
  db,
  desk,
  signInAs,
  baseURL,
}) => {
  const env = { DATABASE_URL: ownerUrl(), DATA_DIR: process.env.DATA_DIR ?? "" }
  const post = await createPost(db)
  const words = `Seen everywhere, ${post.slug}.`
  const comment = await createComment(db, { postId: post.id, status: "pending", body: words })
  let other = await startApp(env)
  try {
    const here = `${baseURL}/posts/${post.slug}`
    const there = () => `${other.url}/posts/${post.slug}`
    for (const url of [here, there(), here, there()]) expect(await page(url)).not.toContain(words)

    await signInAs("moderator")
    // Straight to its place in the queue, whatever other tests have put before it.
    await desk.goto(`/desk/comments?after=${comment.id - 1}`)
    const card = desk.getByRole("article").filter({ hasText: words })
    const decided = desk.waitForResponse((response) => response.request().method() === "POST")
    await card.getByRole("button", { name: "Approve" }).click()
    await decided
    expect(await page(here)).toContain(words)
    await until("the other instance to show it", async () => (await page(there())).includes(words))

    expect(await other.stop()).toBe(0)
    await db.execute(`update comments set body = 'Changed while it slept.' where id = ${comment.id}`)
    other = await startApp(env)
    expect(await page(there())).toContain("Changed while it slept.")
  } finally {
    await other.stop()
  }
})

async function page(url: string): Promise<string> {
  return (await fetch(url)).text()
}
