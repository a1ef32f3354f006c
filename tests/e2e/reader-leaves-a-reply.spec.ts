import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { createAuthor, createComment, createPost } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"
import { until } from "../support/until.ts"

const anAddress = () => `${randomUUID()}@example.org`

/** Fills the reply form as Ada; with an address of her own unless told which, so that no test waits for another. */
async function write(
  page: Page,
  fields: { comment: string; name?: string; email?: string; website?: string },
) {
  await page.getByLabel("Comment *").fill(fields.comment)
  await page.getByLabel("Name *").fill(fields.name ?? "Ada Brook")
  await page.getByLabel("Email *").fill(fields.email ?? anAddress())
  if (fields.website !== undefined) await page.getByLabel("Website").fill(fields.website)
  await page.getByRole("button", { name: "Post comment" }).click()
}

test("a reader leaves a reply, which waits for a moderator and is seen by nobody else", async ({
  reader,
  browser,
  baseURL,
  db,
  axe,
}) => {
  const post = await createPost(db)
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByRole("heading", { name: "Leave a reply" })).toBeVisible()
  await expect(
    reader.getByText("Your email address will not be published. Required fields are marked *"),
  ).toBeVisible()
  await axe(reader)
  await write(reader, { comment: "Our street has the same trouble.", website: "example.org" })

  await expect(reader).toHaveURL(/\/comments\/\d+-/)
  await expect(reader.getByText("Your comment is awaiting moderation.", { exact: true })).toBeVisible()
  await expect(reader.getByRole("article")).toContainText("Our street has the same trouble.")
  await expect(reader.getByRole("link", { name: "Ada Brook" })).toHaveAttribute("href", "https://example.org")
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/)
  await axe(reader)
  const own = await reader.request.get(reader.url())
  expect(own.headers()["cache-control"]).toContain("no-store")

  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const neighbour = await context.newPage()
  await neighbour.goto(`/posts/${post.slug}`)
  await expect(neighbour.getByRole("heading", { name: "No comments yet" })).toBeVisible()
  expect(await neighbour.content()).not.toContain("same trouble")
  await context.close()
})

test("on an open story the reply is on the page at once, at its own place", async ({ reader, db }) => {
  const post = await createPost(db, { commentMode: "open" })
  await reader.goto(`/posts/${post.slug}`)
  await write(reader, { comment: "First of all.\n\nAnd then https://example.org/a." })
  await expect(reader).toHaveURL(new RegExp(`/posts/${post.slug}#comment-\\d+$`))
  const article = reader.getByRole("article").filter({ hasText: "First of all." })
  await expect(article).toHaveId(/^comment-\d+$/)
  await expect(article.locator("time")).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/)
  await expect(article.getByRole("link", { name: "https://example.org/a" })).toHaveAttribute(
    "rel",
    "nofollow ugc noopener",
  )
  await expect(article.getByRole("link", { name: "Reply", exact: true })).toBeVisible()
  await expect(article.getByRole("link", { name: "Report", exact: true })).toBeVisible()
})

test("a wrong field costs nobody their words", async ({ reader, db, axe }) => {
  const post = await createPost(db)
  await reader.goto(`/posts/${post.slug}`)
  const email = anAddress()
  await write(reader, { comment: "Words <b>worth</b> keeping & more", email, website: "javascript:alert(1)" })

  await expect(reader.getByRole("alert")).toContainText("one field needs a change")
  const website = reader.getByLabel("Website")
  await expect(website).toHaveAttribute("aria-invalid", "true")
  await expect(website).toHaveAccessibleDescription(/Write a web address like/)
  await expect(website).toHaveValue("javascript:alert(1)")
  await expect(reader.getByLabel("Comment *")).toHaveValue("Words <b>worth</b> keeping & more")
  await expect(reader.getByLabel("Name *")).toHaveValue("Ada Brook")
  await expect(reader.getByLabel("Email *")).toHaveValue(email)
  await expect(reader.getByRole("alert")).toBeInViewport()
  await axe(reader)

  await website.fill("")
  await reader.getByRole("button", { name: "Post comment" }).click()
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()
})

test("a reader is told before posting who reads first, and where the rules are", async ({ reader, db }) => {
  const said = {
    hold_all: "A moderator reads every comment before it appears.",
    hold_first: "A moderator reads the first comment of each person before it appears.",
    hold_unverified:
      "A moderator reads your comment before it appears, unless you prove by mail that the address is yours.",
    open: null,
    closed: null,
  }
  for (const [commentMode, sentence] of Object.entries(said)) {
    const post = await createPost(db, { commentMode: commentMode as keyof typeof said })
    await reader.goto(`/posts/${post.slug}`)
    const form = reader.locator("#respond")
    if (sentence) await expect(form.getByText(sentence)).toBeVisible()
    else await expect(form).not.toContainText(/moderator/i)
    const rules = form.getByRole("link", { name: "How comments are decided here" })
    await expect(rules).toHaveCount(commentMode === "closed" ? 0 : 1)
    if (commentMode !== "closed") await expect(rules).toHaveAttribute("href", "/moderation")
  }
})

test("a reader whose name is that of somebody who writes here is told so, and may keep it", async ({
  reader,
  db,
  axe,
}) => {
  const { id: authorId } = await createAuthor(db, { name: "Miriam Kessel" })
  const post = await createPost(db, { commentMode: "open", authorId })
  await reader.goto(`/posts/${post.slug}`)
  const email = anAddress()
  await write(reader, { comment: "I have the same name.", name: "miriam KESSEL", email })
  const name = reader.getByLabel("Name *")
  await expect(name).toHaveAccessibleDescription(/of someone who writes for it/)
  await expect(name).toHaveValue("miriam KESSEL")
  await expect(reader.getByLabel("Comment *")).toHaveValue("I have the same name.")
  await expect(reader.getByLabel("Email *")).toHaveValue(email)
  await axe(reader)

  // Another field that needs a change does not make the form ask again.
  await reader.getByLabel("Website").fill("javascript:alert(1)")
  await reader.getByRole("button", { name: "Post comment" }).click()
  await expect(reader.getByLabel("Website")).toHaveAttribute("aria-invalid", "true")
  await expect(name).not.toHaveAttribute("aria-invalid", "true")
  await reader.getByLabel("Website").fill("")
  await reader.getByRole("button", { name: "Post comment" }).click()
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()
})

test("a reader who ticks the box comes to their comment's page by mail, once they have said that it is theirs", async ({
  reader,
  db,
  mail,
}) => {
  const post = await createPost(db)
  const email = anAddress()
  await reader.goto(`/posts/${post.slug}`)
  await reader.getByLabel("Mail me the link to this comment’s own page").check()
  await write(reader, { comment: "I may want to take this back.", email })
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()
  await expect(reader.getByText("Check your inbox: a message with a link goes to")).toBeVisible()
  const own = new URL(reader.url()).pathname
  const { text = "" } = await mail.newest(email)
  expect(text).not.toContain(own)
  await reader.goto(/http\S+(\/comments\/prove\/\S+)/.exec(text)?.[1] ?? "")
  await reader.getByRole("button", { name: "Yes, this is my comment" }).click()
  await expect(reader.getByRole("heading", { name: "The address is proved to be yours" })).toBeVisible()
  expect(new URL(reader.url()).pathname).toBe(own)
})

test("an author finds on their page first how it stands, then change, delete, proof and everything", async ({
  reader,
  db,
}) => {
  const post = await createPost(db)
  await reader.goto(`/posts/${post.slug}`)
  await write(reader, { comment: "In this order." })
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()
  const parts = [
    reader.getByRole("status"),
    reader.getByRole("heading", { name: "Change it" }),
    reader.getByText("Delete this comment"),
    reader.getByRole("heading", { name: "Prove that this address is yours" }),
    reader.getByRole("heading", { name: "Answers by mail" }),
    reader.getByRole("heading", { name: "Everything under this address" }),
  ]
  const tops = []
  for (const part of parts) tops.push((await part.boundingBox())?.y ?? Number.NaN)
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
})

test("an author whose comment waits is told what can become of it", async ({ reader, db }) => {
  const post = await createPost(db)
  await reader.goto(`/posts/${post.slug}`)
  await write(reader, { comment: "What now?" })
  await expect(reader.getByText("If a moderator rejects it, you can read here why")).toBeVisible()
})

test("the same words sent twice lead to the same page, other words too soon are kept in the form", async ({
  reader,
  db,
}) => {
  const post = await createPost(db)
  await reader.goto(`/posts/${post.slug}`)
  const email = anAddress()
  await write(reader, { comment: "Only once, please.", email })
  await expect(reader).toHaveURL(/\/comments\//)
  const first = new URL(reader.url()).pathname

  await reader.goto(`/posts/${post.slug}`)
  await write(reader, { comment: "  only once,  please. ", email })
  await expect(reader).toHaveURL(/\/comments\//)
  expect(new URL(reader.url()).pathname).toBe(first)

  await reader.goto(`/posts/${post.slug}`)
  await write(reader, { comment: "Something new.", email })
  await expect(reader.getByRole("alert")).toContainText("You are posting comments too quickly. Slow down")
  await expect(reader.getByLabel("Comment *")).toHaveValue("Something new.")
})

test("a reader answers another reader", async ({ reader, db, refresh, axe }) => {
  const post = await createPost(db, { commentMode: "open" })
  const asked = await createComment(db, {
    postId: post.id,
    name: "Jonas Weil",
    body: "Who remembers the pump?",
  })
  await refresh()
  await reader.goto(`/posts/${post.slug}`)
  await reader.locator(`#comment-${asked.id}`).getByRole("link", { name: "Reply", exact: true }).click()

  await expect(reader).toHaveURL(`/posts/${post.slug}/reply/${asked.id}`)
  await expect(reader.getByRole("heading", { name: "Leave a reply", exact: true })).toBeVisible()
  await expect(reader.getByText("To Jonas Weil")).toBeVisible()
  await expect(reader.getByText("Who remembers the pump?")).toBeVisible()
  await axe(reader)
  await write(reader, { comment: "I do; my aunt painted it." })
  await expect(reader).toHaveURL(/#comment-\d+$/)
  await expect(reader.locator(`#comment-${asked.id} + ol article`)).toContainText("my aunt painted it")
  await axe(reader)
})

test("a story or a comment that goes away meanwhile leaves the text with its author", async ({
  reader,
  db,
  refresh,
}) => {
  const post = await createPost(db)
  const asked = await createComment(db, { postId: post.id })
  await refresh()
  await reader.goto(`/posts/${post.slug}/reply/${asked.id}`)
  await db.$client`update comments set status = 'rejected' where id = ${asked.id}`
  await write(reader, { comment: "An answer to nothing." })
  await expect(reader.getByRole("alert")).toContainText("no longer here")
  await expect(reader.getByLabel("Your text")).toHaveValue("An answer to nothing.")

  await reader.goto(`/posts/${post.slug}`)
  await db.$client`update posts set comment_mode = 'closed' where id = ${post.id}`
  await write(reader, { comment: "Too late by a moment." })
  await expect(reader.getByRole("alert")).toContainText("Comments on this story are closed")
  await expect(reader.getByLabel("Your text")).toHaveValue("Too late by a moment.")

  await refresh()
  await until("the story to be closed", async () => {
    await reader.goto(`/posts/${post.slug}`)
    return reader.getByText("Comments are closed.").isVisible()
  })
  expect((await reader.request.get(`/posts/${post.slug}/reply/${asked.id}`)).status()).toBe(404)
  await expect(reader.getByRole("button", { name: "Post comment" })).toHaveCount(0)
})

test("an author changes their words, and takes them back", async ({ reader, db, axe }) => {
  const post = await createPost(db)
  await reader.goto(`/posts/${post.slug}`)
  await write(reader, { comment: "Writen in haste." })
  await expect(reader.getByLabel("Comment *")).toHaveValue("Writen in haste.")
  await reader.getByLabel("Comment *").fill("Written with care.")
  await reader.getByRole("button", { name: "Save changes" }).click()
  await expect(reader.getByRole("article")).toContainText("Written with care.")
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()

  await reader.getByText("Delete this comment").click()
  await reader.getByRole("button", { name: "Delete comment" }).click()
  await expect(reader.getByText("You have deleted this comment.")).toBeVisible()
  expect(await reader.content()).not.toContain("Written with care.")
  await axe(reader)
})

test("a reader reports a comment", async ({ reader, db, refresh, axe }) => {
  const post = await createPost(db)
  const { id } = await createComment(db, { postId: post.id, body: "Something nasty." })
  await refresh()
  await reader.goto(`/posts/${post.slug}`)
  await reader.locator(`#comment-${id}`).getByRole("link", { name: "Report", exact: true }).click()
  await expect(reader.getByRole("heading", { name: "Report a comment" })).toBeVisible()
  await axe(reader)
  for (let times = 0; times < 2; times++) {
    await reader.goto(`/posts/${post.slug}/report/${id}`)
    await reader.getByRole("radio", { name: "It attacks or endangers someone" }).check()
    await reader.getByLabel("Note").fill("It names where somebody lives.")
    await reader.getByRole("button", { name: "Send report" }).click()
    await expect(reader.getByRole("status")).toContainText("A moderator will look at this comment.")
  }
  const reports = await db.$client`select note from comment_reports where comment_id = ${id}`
  expect(reports.map((report) => report.note)).toEqual(["It names where somebody lives."])
})

test("pages for comments that are not there are not there", async ({ reader, db }) => {
  const post = await createPost(db)
  const { id } = await createComment(db, { postId: post.id, status: "pending" })
  for (const path of [
    `/posts/${post.slug}/reply/999999999`,
    `/posts/${post.slug}/reply/${id}`,
    `/posts/${post.slug}/report/${id}`,
    `/posts/${post.slug}/reply/1abc`,
    `/comments/${id}-AAAAAAAAAAAAAAAAAAAAAA`,
    `/comments/${id}`,
  ]) {
    expect((await reader.request.get(path)).status(), path).toBe(404)
  }
})
