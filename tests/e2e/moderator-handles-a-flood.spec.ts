import { randomUUID } from "node:crypto"
import type { BrowserContext, Page } from "@playwright/test"
import { eq, inArray, sql } from "drizzle-orm"
import type { Database } from "../../db/client.ts"
import { createBan, createComment, createPost } from "../../db/factories.ts"
import { comments } from "../../db/schema/comments.ts"
import { bans } from "../../db/schema/moderation.ts"
import { hashEmail } from "../../lib/email.ts"
import { test as base, expect, signIn } from "../support/fixtures.ts"

/** A moderator's page with scripts off, signed in. */
const test = base.extend<{ plain: Page; context2: BrowserContext }>({
  context2: async ({ browser, baseURL, extraHTTPHeaders }, use) => {
    const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: false })
    await use(context)
    await context.close()
  },
  plain: async ({ context2, db }, use) => {
    await signIn(db, context2, ["moderator"])
    await use(await context2.newPage())
  },
})

test("a flood is looked at, marked as spam and taken back, without scripts", async ({ plain, db, axe }) => {
  const post = await createPost(db, { slug: `flood-${randomUUID()}`, title: "The square" })
  const [first, second, third] = [
    await createComment(db, { postId: post.id, status: "pending", body: `Cheap watches ${randomUUID()}` }),
    await createComment(db, { postId: post.id, body: `Cheap shoes ${randomUUID()}` }),
    await createComment(db, { postId: post.id, status: "spam", body: `Cheap hats ${randomUUID()}` }),
  ]
  const ids = [first.id, second.id, third.id]
  await plain.goto(`/desk/comments/bulk?${ids.map((id) => `ids=${id}`).join("&")}`)
  await expect(plain.getByRole("heading", { name: "3 chosen comments" })).toBeVisible()
  for (const { body } of [first, second, third]) await expect(plain.getByText(body)).toBeVisible()
  await expect(plain.getByText("Left as they are: 1 spam already")).toBeVisible()
  await axe(plain)

  const choices = plain.getByRole("button", { name: /^(Mark|Reject|Approve) / })
  await expect(choices).toHaveText(["Mark 2 as spam", "Reject 3", "Approve 2"])
  await plain.goto(`${plain.url()}&decision=approve`)
  await expect(choices).toHaveText(["Approve 2", "Mark 2 as spam", "Reject 3"])

  // Meanwhile its author changes one of them.
  await db.update(comments).set({ version: 2, body: "Something else." }).where(eq(comments.id, second.id))
  await plain.getByRole("button", { name: "Mark 2 as spam" }).click()
  const answer = plain.getByRole("status")
  await expect(answer).toContainText("1 comment was marked as spam.")
  await expect(answer).toContainText("1 was left alone: its author changed the text meanwhile.")
  await expect(answer).toContainText("1 was so already.")
  expect(await statuses(db, ids)).toEqual(["spam", "approved", "spam"])
  await axe(plain)

  await answer.getByRole("button", { name: "Undo" }).click()
  await expect(answer).toContainText("Undone: 1 comment is as it was before.")
  await expect(answer.getByRole("button")).toHaveCount(0)
  expect(await statuses(db, ids)).toEqual(["pending", "approved", "spam"])
})

test("whoever decides about many reads beside Comments how many still wait, and again after Undo", async ({
  desk,
  db,
  signInAs,
}) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `count-${randomUUID()}` })
  const room = desk.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: /^Comments/ })
  const waiting = async () => Number(String(await room.textContent()).replace(/\D/g, ""))
  const answer = desk.getByRole("status")
  // Once more where somebody else has commented or decided between two looks.
  await expect(async () => {
    const one = await createComment(db, { postId: post.id, status: "pending" })
    const two = await createComment(db, { postId: post.id, status: "pending" })
    await desk.goto(`/desk/comments/bulk?ids=${one.id}&ids=${two.id}&decision=approve`)
    const before = await waiting()
    await desk.getByRole("button", { name: "Approve 2" }).click()
    await expect(answer).toContainText("2 comments were approved.")
    expect(await waiting()).toBe(before - 2)
    await answer.getByRole("button", { name: "Undo" }).click()
    await expect(answer).toContainText("2 comments are as they were before.")
    expect(await waiting()).toBe(before)
  }).toPass()
})

test("many are not rejected without a reason: the same comments come back, and the choice says what it needs", async ({
  plain,
  db,
  axe,
}) => {
  const post = await createPost(db, { slug: `reason-${randomUUID()}` })
  const one = await createComment(db, { postId: post.id, status: "pending" })
  const two = await createComment(db, { postId: post.id, status: "pending" })
  await plain.goto(`/desk/comments/bulk?ids=${one.id}&ids=${two.id}`)
  const reason = plain.getByLabel("Reason for rejecting")
  // As a browser sends it that does not know `required`.
  await reason.evaluate((select) => select.removeAttribute("required"))
  await plain.getByRole("button", { name: "Reject 2" }).click()
  await expect(plain.getByRole("heading", { name: "2 chosen comments" })).toBeVisible()
  await expect(reason).toHaveAccessibleDescription("Choose why they are rejected. Nothing was changed.")
  await axe(plain)
  expect(await statuses(db, [one.id, two.id])).toEqual(["pending", "pending"])

  await reason.selectOption("off-topic")
  await plain.getByRole("button", { name: "Reject 2" }).click()
  await expect(plain.getByRole("status")).toContainText("2 comments were rejected.")
})

test("everything by one author is found, whatever name it was sent under", async ({ plain, db }) => {
  const post = await createPost(db, { slug: `author-${randomUUID()}`, title: "One author" })
  const emailHash = hashEmail(`${randomUUID()}@example.org`)
  const theirs = [
    await createComment(db, { postId: post.id, emailHash, status: "pending", name: "Ann" }),
    await createComment(db, { postId: post.id, emailHash, name: "Bob" }),
  ]
  const other = await createComment(db, { postId: post.id, name: "Cleo" })
  await plain.goto(`/desk/comments/bulk?scope=author&comment=${theirs[0]?.id}`)
  await expect(plain.getByRole("heading", { name: "2 comments" })).toBeVisible()
  await expect(plain.getByText("Cleo")).toHaveCount(0)
  await plain.getByLabel("Which").selectOption("waiting")
  await plain.getByRole("button", { name: "Show" }).click()
  await expect(plain.getByRole("heading", { name: "1 comment", exact: true })).toBeVisible()
  await plain.getByLabel("Reason for rejecting").selectOption("Off topic")
  await plain.getByRole("button", { name: "Reject 1" }).click()
  await expect(plain.getByRole("status")).toContainText("1 comment was rejected.")
  expect(await statuses(db, [...theirs.map(({ id }) => id), other.id])).toEqual([
    "rejected",
    "approved",
    "approved",
  ])
})

test("an author is banned from a comment, is not told, and the ban is taken back", async ({
  plain,
  reader,
  db,
  axe,
}) => {
  const email = `${randomUUID()}@example.org`
  const post = await createPost(db, { slug: `fair-${randomUUID()}`, title: "The fair" })
  const waiting = await createComment(db, {
    postId: post.id,
    status: "pending",
    name: "StartupError",
    emailHash: hashEmail(email),
  })
  await plain.goto(`/desk/comments/bans/new?comment=${waiting.id}`)
  await expect(plain.getByText("1 comment of theirs waits.")).toBeVisible()
  await expect(plain.getByLabel("The email address given with this comment")).toBeChecked()
  await axe(plain)
  await plain.getByLabel("Why").fill("Insults everybody under every story.")
  await plain.getByLabel("For how long").selectOption("A week")
  await plain.getByLabel("Mark all their waiting comments as spam too").check()
  await plain.getByRole("button", { name: "Ban", exact: true }).click()
  const answer = plain.getByRole("status")
  await expect(answer).toContainText("The ban stands. 1 comment was marked as spam with it.")
  expect(await statuses(db, [waiting.id])).toEqual(["spam"])
  expect(await plain.content()).not.toContain(email)
  await axe(plain)

  const words = `Here I am again ${randomUUID()}`
  await reply(reader, post.slug, { email, words })
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()
  expect(await reader.getByRole("main").textContent()).not.toMatch(/\bban|spam/i)
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByText(words)).toHaveCount(0)
  const [row] = await db.select().from(comments).where(eq(comments.body, words))
  // Nobody has proved the address: it waits with everybody's, and its card says why it is worth a look.
  expect(row).toMatchObject({ status: "pending", findings: [{ check: "ban of the address" }] })

  await answer.getByRole("button", { name: "Undo" }).click()
  await expect(answer).toContainText("The ban was undone, and 1 comment is as it was before.")
  expect(await statuses(db, [waiting.id])).toEqual(["pending"])
  expect(await db.select().from(bans).where(eq(bans.commentId, waiting.id))).toEqual([])
})

test("a ban that is refused comes back as it was typed, with and without scripts", async ({
  plain,
  desk,
  signInAs,
}) => {
  await signInAs("moderator")
  for (const page of [plain, desk]) {
    await page.goto("/desk/comments/bans/new")
    await page.getByLabel("A name").check()
    await page.getByLabel("Name or pattern").fill("*ab*")
    await page.getByLabel("For how long").selectOption("A year")
    await page.getByLabel("Why").fill("Sells things.")
    await page.getByRole("button", { name: "Ban", exact: true }).click()
    await expect(page.getByText("Write at least 3 letters beside the stars")).toBeVisible()
    await expect(page.getByLabel("Name or pattern")).toHaveValue("*ab*")
    await expect(page.getByLabel("For how long")).toHaveValue("year")
    await expect(page.getByLabel("Why")).toHaveValue("Sells things.")
    await page.getByLabel("A domain").check()
    await page.getByLabel("Domain", { exact: true }).fill("https://x.example/")
    await page.getByRole("button", { name: "Ban", exact: true }).click()
    await expect(page.getByText("Write a domain like example.com")).toBeVisible()
    await expect(page.getByLabel("A domain")).toBeChecked()
  }
})

test("a ban is undone while it is fresh; later it is ended, and stands again", async ({ plain, db }) => {
  const pattern = `End ${randomUUID()}`
  await plain.goto("/desk/comments/bans/new")
  await plain.getByLabel("A name").check()
  await plain.getByLabel("Name or pattern").fill(pattern)
  await plain.getByLabel("Why").fill("A test of patience.")
  await plain.getByRole("button", { name: "Ban", exact: true }).click()
  const standing = plain
    .getByRole("region", { name: "Standing" })
    .getByRole("listitem")
    .filter({ hasText: pattern })
  const over = plain.getByRole("region", { name: "Ended" }).getByRole("listitem").filter({ hasText: pattern })
  await expect(standing.getByRole("button")).toHaveText(["Undo ban"])
  await backdate(db, pattern)
  await plain.goto("/desk/comments/bans")
  await expect(standing.getByRole("button")).toHaveText(["End ban"])
  await standing.getByRole("button").click()
  await expect(plain.getByRole("status")).toContainText("The ban has ended.")
  await expect(over).toContainText("ended")
  await over.getByRole("button", { name: "Let it stand again" }).click()
  await expect(plain.getByRole("status")).toContainText("The ban stands again.")
  await expect(standing).toContainText("A test of patience.")
  const [row] = await db.select().from(bans).where(eq(bans.pattern, pattern))
  expect(row?.liftedAt).toBeNull()
})

test("hostile words stay words in previews, bans and answers", async ({ desk, signInAs, db, axe }) => {
  const staff = await signInAs("moderator")
  const hostile = `<img src=x onerror="document.title=1"></script><script>document.title=1</script>`
  const post = await createPost(db, { slug: `hostile-${randomUUID()}`, title: `<b>Bold</b> ${hostile}` })
  const comment = await createComment(db, {
    postId: post.id,
    status: "pending",
    name: hostile,
    body: `${hostile} \u202Egnp.exe`,
  })
  await createBan(db, { staffId: staff.id, pattern: hostile, reason: hostile, commentId: comment.id })
  const errors: string[] = []
  desk.on("console", (message) => message.type() === "error" && errors.push(message.text()))
  desk.on("pageerror", (error) => errors.push(error.message))
  for (const address of [
    `/desk/comments/bulk?ids=${comment.id}`,
    `/desk/comments/bulk?scope=author&comment=${comment.id}`,
    `/desk/comments/bans/new?comment=${comment.id}`,
    "/desk/comments/bans",
  ]) {
    await desk.goto(address)
    await expect(desk.getByRole("main").getByText(hostile).first()).toBeAttached()
    expect(await desk.getByRole("main").locator("img, script, b").count(), address).toBe(0)
    expect(await desk.title(), address).not.toBe("1")
    await axe(desk)
  }
  expect(errors).toEqual([])
})

async function reply(page: Page, slug: string, { email, words }: { email: string; words: string }) {
  await page.goto(`/posts/${slug}`)
  await page.getByLabel("Comment *").fill(words)
  await page.getByLabel("Name *").fill("Somebody else")
  await page.getByLabel("Email *").fill(email)
  await page.getByRole("button", { name: "Post comment" }).click()
}

/** Makes a ban two hours older. */
async function backdate(db: Database, pattern: string): Promise<void> {
  await db
    .update(bans)
    .set({ createdAt: sql`${bans.createdAt} - interval '2 hours'` })
    .where(eq(bans.pattern, pattern))
}

async function statuses(db: Database, ids: number[]): Promise<(string | undefined)[]> {
  const rows = await db.select().from(comments).where(inArray(comments.id, ids))
  return ids.map((id) => rows.find((row) => row.id === id)?.status)
}
