import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { createComment, createPost } from "../../db/factories.ts"
import { comments } from "../../db/schema/comments.ts"
import { expect, test } from "../support/fixtures.ts"

async function threeWaiting(db: Database) {
  const post = await createPost(db, { slug: `tabs-${randomUUID()}`, title: "Tabs" })
  const rows = []
  for (const name of ["Ada", "Bo", "Cy"])
    rows.push(await createComment(db, { postId: post.id, status: "pending", name }))
  return { address: `/desk/comments?status=waiting&story=${post.slug}`, rows }
}

const card = (page: Page, name: string) => page.getByRole("article", { name: `${name} on Tabs` })

test("seven tabs of the queue load, share one connection, and each shows what was decided in another", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("moderator")
  const { address } = await threeWaiting(db)
  const context = desk.context()
  let opened = 0
  context.on("request", (request) => {
    if (request.url().includes("/desk/comments/live")) opened++
  })
  const tabs = [desk]
  while (tabs.length < 7) tabs.push(await context.newPage())
  for (const tab of tabs) {
    await tab.goto(address)
    await expect(tab.getByRole("button", { name: "Keyboard" })).toBeVisible()
  }
  await card(desk, "Ada").getByRole("button", { name: "Approve" }).click()
  for (const tab of tabs) await expect(card(tab, "Ada")).toContainText("Approved by")
  expect(opened).toBe(1)

  await desk.close()
  const [, second, ...others] = tabs
  if (!second) throw new Error("There is no second tab.")
  await card(second, "Bo").getByRole("button", { name: "Spam" }).click()
  for (const tab of [second, ...others]) await expect(card(tab, "Bo")).toContainText("Spam by")
  expect(opened).toBe(2)
})

test("a decision is never shown as made before the site has answered, and leaving asks", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("moderator")
  const { address, rows } = await threeWaiting(db)
  await desk.goto(address)
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()
  // The lease goes the same way, and is none of a decision.
  const held: (() => void)[] = []
  await desk.route("**/desk/comments?*", async (route) => {
    if (route.request().method() === "POST" && route.request().postData()?.includes("approve"))
      await new Promise<void>((resolve) => held.push(resolve))
    await route.continue().catch(() => {})
  })
  await card(desk, "Ada").getByRole("button", { name: "Approve" }).click()
  await expect(card(desk, "Ada")).toContainText("Sending…")
  await expect(card(desk, "Ada")).not.toContainText("Approved")

  const asked: string[] = []
  desk.on("dialog", (dialog) => {
    asked.push(dialog.type())
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept())
  })
  await desk.getByRole("link", { name: "Today" }).click()
  await expect.poll(() => asked).toEqual(["beforeunload"])
  await expect(card(desk, "Ada")).toContainText("Sending…")

  await desk.reload()
  expect(asked).toEqual(["beforeunload", "beforeunload"])
  await expect(desk.getByText("The queue was left before these decisions were confirmed")).toBeVisible()
  await desk.getByRole("link", { name: `comment ${rows[0]?.id}` }).click()
  await expect(card(desk, "Ada")).toBeInViewport()
  await expect(desk.getByText("The queue was left before")).toHaveCount(0)
})

test("a decision that could not leave is said by name, is not made, and can be made again", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("moderator")
  const { address, rows } = await threeWaiting(db)
  await desk.goto(address)
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()
  // By hand: a browser that is set offline still sends, now and then, what it has a connection for.
  await desk.route("**/desk/comments?*", (route) =>
    route.request().method() === "POST" ? route.abort("internetdisconnected") : route.continue(),
  )
  await desk.keyboard.press("j")
  await desk.keyboard.press("a")
  await expect(desk.getByText("Not sent. Please decide again: Ada")).toBeVisible()
  await expect(card(desk, "Ada")).not.toContainText("Approved")
  await desk.unroute("**/desk/comments?*")
  await card(desk, "Ada").getByRole("button", { name: "Approve" }).click()
  await expect(card(desk, "Ada")).toContainText("Approved by")
  await expect(desk.getByText("Not sent")).toHaveCount(0)
  const [row] = await db
    .select()
    .from(comments)
    .where(eq(comments.id, rows[0]?.id ?? 0))
  expect(row?.status).toBe("approved")
})

test("a reply that is typed and not sent is not lost by a link", async ({ desk, signInAs, db }) => {
  await signInAs("moderator")
  const { address } = await threeWaiting(db)
  await desk.goto(address)
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()
  await desk.keyboard.press("j")
  await desk.keyboard.press("e")
  await desk.keyboard.type("You are right.")
  const asked: string[] = []
  desk.on("dialog", (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await desk.getByRole("link", { name: "Today" }).click()
  await expect.poll(() => asked).toEqual(["beforeunload"])
  await expect(card(desk, "Ada").getByLabel("Reply as staff")).toHaveValue("You are right.")
})
