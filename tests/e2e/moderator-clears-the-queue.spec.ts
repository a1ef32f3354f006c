import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { createComment, createPost } from "../../db/factories.ts"
import { comments, moderationEvents } from "../../db/schema/comments.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

for (const scripts of [true, false]) {
  test(`a reader's comment is approved, read by everyone and taken back, with scripts ${scripts ? "on" : "off"}`, async ({
    browser,
    baseURL,
    extraHTTPHeaders,
    reader,
    db,
    axe,
  }) => {
    const post = await createPost(db, { slug: `pool-${randomUUID()}`, title: "The pool opens again" })
    const words = `My daughter learned to dive there. ${randomUUID()}`
    await reader.goto(`/posts/${post.slug}`)
    await reader.getByLabel("Comment *").fill(words)
    await reader.getByLabel("Name *").fill("Marek")
    await reader.getByLabel("Email *").fill(`${randomUUID()}@example.org`)
    await reader.getByRole("button", { name: "Post comment" }).click()
    await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()

    const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: scripts })
    await signIn(db, context, ["moderator"])
    const queue = await context.newPage()
    const errors = listenForErrors(queue)
    await openQueueAt(queue, await commentId(db, words))
    const card = queue
      .getByRole("article", { name: "Marek on The pool opens again" })
      .filter({ hasText: words })
    await expect(card).not.toContainText("@example.org")
    await card.getByRole("button", { name: "Approve" }).click()
    await expect(card).toContainText("Approved by")
    await expect(card.getByRole("button", { name: "Undo" })).toBeEnabled()
    await expect(card.getByRole("link", { name: "See it on the page" })).toBeVisible()
    if (scripts) await axe(queue)

    await reader.goto(`/posts/${post.slug}`)
    await expect(reader.getByRole("article").filter({ hasText: words })).toBeVisible()

    await card.getByRole("button", { name: "Undo" }).click()
    await expect(card.getByRole("button", { name: "Approve" })).toBeVisible()
    await expect(card).toContainText("Taken back")
    await reader.reload()
    await expect(reader.getByText(words)).toHaveCount(0)

    await card.getByLabel("Reason for rejecting").selectOption("Advertising")
    await card.getByRole("button", { name: "Reject" }).click()
    await expect(card).toContainText("Rejected by")
    await expect(card).toContainText("Advertising")
    await queue.goto("/desk/comments?status=rejected")
    await expect(card).toBeVisible()
    expect(errors).toEqual([])
    await context.close()
  })
}

test("a moderator works through the queue without a mouse", async ({ desk, signInAs, db }) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `keys-${randomUUID()}`, title: "Keys" })
  const [first, second, third] = [
    await createComment(db, { postId: post.id, status: "pending", name: "First" }),
    await createComment(db, { postId: post.id, status: "pending", name: "Second" }),
    await createComment(db, { postId: post.id, status: "pending", name: "Third" }),
  ]
  await openQueueAt(desk, first.id)
  const card = (name: string) => desk.getByRole("article", { name: `${name} on Keys` })
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()

  await desk.keyboard.press("j")
  await expect(card("First")).toBeFocused()
  await desk.keyboard.press("a")
  await expect(card("First")).toContainText("Approved by")
  await expect(card("First")).toBeFocused()
  await expect(desk.getByRole("status")).toHaveText("Approved: First’s comment.")
  await desk.keyboard.press("j")
  await desk.keyboard.press("s")
  await expect(card("Second")).toContainText("Spam by")
  await desk.keyboard.press("j")
  await desk.keyboard.press("r")
  // Undo does not have to wait for the answer about what it takes back.
  await desk.keyboard.press("u")
  await expect(card("Third")).toContainText("Taken back")
  await desk.keyboard.press("k")
  await expect(card("Second")).toBeFocused()
  await desk.keyboard.press("?")
  await expect(desk.getByRole("dialog", { name: "Keyboard" })).toBeVisible()
  await desk.keyboard.press("Escape")
  await expect(desk.getByRole("dialog")).toHaveCount(0)

  expect(await statusOf(db, first.id)).toBe("approved")
  expect(await statusOf(db, second.id)).toBe("spam")
  expect(await statusOf(db, third.id)).toBe("pending")
})

test("the moderator who comes second is told who decided what", async ({
  desk,
  signInAs,
  db,
  browser,
  baseURL,
  extraHTTPHeaders,
}) => {
  const ben = await signInAs("moderator")
  const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: false })
  const ana = await signIn(db, context, ["moderator"])
  const anas = await context.newPage()
  const post = await createPost(db, { slug: `two-${randomUUID()}`, title: "Two at once" })
  const comment = await createComment(db, { postId: post.id, status: "pending", name: "Marek" })
  for (const page of [desk, anas]) await openQueueAt(page, comment.id)
  const named = { name: "Marek on Two at once" }

  await anas.getByRole("article", named).getByRole("button", { name: "Approve" }).click()
  await expect(anas.getByRole("article", named)).toContainText("Approved by")
  await desk.getByRole("article", named).getByRole("button", { name: "Reject" }).click()
  await expect(desk.getByRole("article", named).getByRole("alert")).toHaveText(
    `${ana.name} approved this a moment ago.`,
  )

  expect(await statusOf(db, comment.id)).toBe("approved")
  const events = await db.select().from(moderationEvents).where(eq(moderationEvents.commentId, comment.id))
  expect(events.map((event) => event.staffId)).toEqual([ana.id])
  expect(ben.id).not.toBe(ana.id)
  await context.close()
})

test("text that was changed meanwhile is shown anew instead of decided", async ({ desk, signInAs, db }) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `edited-${randomUUID()}`, title: "Edited" })
  const comment = await createComment(db, { postId: post.id, status: "pending", body: "What was read." })
  await openQueueAt(desk, comment.id)
  await db
    .update(comments)
    .set({ body: "What was slipped in.", version: 2 })
    .where(eq(comments.id, comment.id))
  const card = desk.getByRole("article").filter({ has: desk.getByText(/^What was/) })
  await card.getByRole("button", { name: "Approve" }).click()
  await expect(card.getByRole("alert")).toContainText("changed the text meanwhile")
  await expect(card).toContainText("What was slipped in.")
  expect(await statusOf(db, comment.id)).toBe("pending")
})

test("what a spammer typed stays text at the desk", async ({ desk, signInAs, db, axe }) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `hostile-${randomUUID()}`, title: "<b>Bold</b> title" })
  const comment = await createComment(db, {
    postId: post.id,
    status: "pending",
    name: '<img src=x onerror="document.title=1">',
    website: "javascript:alert(1)",
    body: "</script><script>document.title=1</script> https://spam.example/ \u202Egnp.exe",
  })
  const errors = listenForErrors(desk)
  await openQueueAt(desk, comment.id)
  const card = desk.getByRole("article").filter({ hasText: "spam.example" })
  await expect(card).toContainText("javascript:alert(1)")
  expect(await card.locator("a").evaluateAll((links) => links.map((a) => a.getAttribute("href")))).toEqual([
    `/posts/${post.slug}`,
  ])
  expect(await card.locator("img, script").count()).toBe(0)
  await axe(desk)
  expect(errors).toEqual([])
})

test("writers, editors and strangers do not see the queue", async ({ desk, signInAs, browser, baseURL }) => {
  await signInAs("writer", "editor")
  const answer = await desk.goto("/desk/comments")
  expect(answer?.status()).toBe(403)
  const stranger = await browser.newPage({ baseURL })
  await stranger.goto("/desk/comments")
  await expect(stranger).toHaveURL(/\/sign-in/)
  await stranger.close()
})

/** The queue from this comment on: other tests fill the same queue at the same time. */
async function openQueueAt(page: Page, id: number) {
  await page.goto(`/desk/comments?status=waiting&after=${id - 1}`)
}

async function commentId(db: Database, body: string): Promise<number> {
  const [row] = await db.select({ id: comments.id }).from(comments).where(eq(comments.body, body))
  return row?.id ?? 0
}

async function statusOf(db: Database, id: number): Promise<string | undefined> {
  const [row] = await db.select({ status: comments.status }).from(comments).where(eq(comments.id, id))
  return row?.status
}

function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text())
  })
  page.on("pageerror", (error) => errors.push(error.message))
  return errors
}
