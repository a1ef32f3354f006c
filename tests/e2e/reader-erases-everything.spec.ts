import { randomUUID } from "node:crypto"
import fs from "node:fs/promises"
import { createComment, createPost } from "../../db/factories.ts"
import { ownCommentUrl } from "../../lib/comments/self-service/url.ts"
import { protectEmail } from "../../lib/email.ts"
import { expect, test } from "../support/fixtures.ts"

test("a reader sees, takes along and erases everything under their address", async ({
  reader,
  db,
  mail,
  refresh,
  axe,
}) => {
  const post = await createPost(db)
  const email = `${randomUUID()}@example.org`
  const by = { postId: post.id, name: "Ada Brook", ...protectEmail(email) }
  const shown = await createComment(db, { ...by, body: "Something she regrets." })
  const waiting = await createComment(db, { ...by, body: "Typed by who knows whom.", status: "pending" })
  const answer = await createComment(db, { postId: post.id, parent: shown, body: "An answer that stays." })

  await reader.goto(ownCommentUrl(shown.id))
  await reader.getByRole("button", { name: "Mail me a link to everything under this address" }).click()
  await expect(reader.getByRole("status").filter({ hasText: "Check your inbox" })).toBeVisible()
  const { text } = await mail.newest(email)
  const path = /http\S+(\/comments\/mine\/\S+)/.exec(text ?? "")?.[1] ?? ""

  await reader.goto(path)
  await expect(reader.getByRole("heading", { name: "2 comments" })).toBeVisible()
  await expect(reader.getByText("Something she regrets.")).toBeVisible()
  await expect(reader.getByText("Typed by who knows whom.")).toBeVisible()
  await expect(reader.getByText("An answer that stays.")).toHaveCount(0)
  await axe(reader)

  const [download] = await Promise.all([
    reader.waitForEvent("download"),
    reader.getByRole("link", { name: "Download everything" }).click(),
  ])
  const file = JSON.parse(await fs.readFile(await download.path(), "utf8"))
  expect(download.suggestedFilename()).toBe("my-comments.json")
  expect(file.address).toBe(email)
  expect(file.comments.map((comment: { id: number }) => comment.id)).toEqual([shown.id, waiting.id])

  await reader.getByLabel("Type ERASE to confirm").fill("no")
  await reader.getByRole("button", { name: "Erase everything" }).click()
  await expect(reader.getByLabel("Type ERASE to confirm")).toHaveAccessibleDescription(/Nothing was erased/)
  await axe(reader)
  expect(
    await db.$client`select 1 from comments where id = ${shown.id} and status = 'approved'`,
  ).toHaveLength(1)

  await reader.getByLabel("Type ERASE to confirm").fill("erase")
  await reader.getByRole("button", { name: "Erase everything" }).click()
  await expect(reader.getByRole("heading", { name: "Everything is erased" })).toBeVisible()
  await axe(reader)
  await refresh()
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByText("An answer that stays.")).toBeVisible()
  expect(await reader.content()).not.toMatch(/Ada Brook|regrets/)
  expect((await reader.request.get(path)).status()).toBe(404)
  expect((await reader.request.get(`${path}/export`)).status()).toBe(404)
  const left = await db.$client`select name, body from comments where id in (${shown.id}, ${waiting.id})`
  expect(left.every(({ name, body }) => name === "Deleted" && body === "Deleted")).toBe(true)
  expect(answer.status).toBe("approved")
})

test("a reader who lost a browser ends them all, and older links with them", async ({ reader, db, mail }) => {
  const post = await createPost(db)
  const email = `${randomUUID()}@example.org`
  const { id } = await createComment(db, { postId: post.id, ...protectEmail(email) })
  await reader.goto(ownCommentUrl(id))
  await reader.getByRole("button", { name: "Mail me a link to everything under this address" }).click()
  const { text } = await mail.newest(email)
  const path = /http\S+(\/comments\/mine\/\S+)/.exec(text ?? "")?.[1] ?? ""
  await reader.goto(path)
  await reader.getByRole("button", { name: "Forget every browser" }).click()
  await expect(reader.getByRole("status")).toContainText("every browser is forgotten")
  expect(new URL(reader.url()).pathname).not.toBe(path)
  expect((await reader.request.get(path)).status()).toBe(404)
})
