import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { eq } from "drizzle-orm"
import { createComment, createPost, createStaff } from "../../db/factories.ts"
import { commenters } from "../../db/schema/commenters.ts"
import { mailDeliveries } from "../../db/schema/newsletter.ts"
import { askNetwork } from "../../lib/commenters/limits.ts"
import { ownCommentsUrl, stopUrl, verificationUrl } from "../../lib/commenters/links.ts"
import { ownCommentUrl } from "../../lib/comments/self-service/url.ts"
import { verifyComment } from "../../lib/comments/self-service/verify.ts"
import { limitsOfComment, limitsOfEmail } from "../../lib/comments/writing/limits.ts"
import { protectEmail } from "../../lib/email.ts"
import { ofIpPrefix } from "../../lib/visitors/limit-subject.ts"
import { countAgainst, forgiveLimit } from "../../lib/visitors/rate-limit.ts"
import { expect, test } from "../support/fixtures.ts"

const anAddress = () => `${randomUUID()}@example.org`

type Written = { comment: string; email: string }

async function write(page: Page, slug: string, written: Written) {
  await fill(page, slug, written)
  await page.getByRole("button", { name: "Post comment" }).click()
}

async function fill(page: Page, slug: string, { comment, email }: Written) {
  await page.goto(`/posts/${slug}`)
  await page.getByLabel("Comment *").fill(comment)
  await page.getByLabel("Name *").fill("Ada Brook")
  await page.getByLabel("Email *").fill(email)
}

/** Lets somebody write again at once, which is not the subject here. */
async function hurry(said: { network: string; email: string }) {
  for (const { limit, who } of [...limitsOfComment(said), ...limitsOfEmail(said)])
    await forgiveLimit(limit, who)
}

/** The path a message's link of this kind leads to. */
function pathIn(text: string | undefined, kind: "prove" | "stop" | "mine"): string {
  const link = new RegExp(`http\\S+(/comments/${kind}/\\S+)`).exec(text ?? "")?.[1]
  if (!link) throw new Error(`no link to ${kind} in the message`)
  return link
}

test("a reader proves an address, and their comment appears; who only types it waits", async ({
  reader,
  browser,
  baseURL,
  db,
  mail,
  axe,
  extraHTTPHeaders,
}) => {
  const networks = { own: extraHTTPHeaders?.["x-forwarded-for"] ?? "", other: "198.18.77.77" }
  const post = await createPost(db, { commentMode: "hold_unverified" })
  const email = anAddress()
  await write(reader, post.slug, { comment: "I was there when it opened.", email })
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()
  await expect(reader.getByText("Comments appear at once here when their author has proved")).toBeVisible()
  await axe(reader)

  await reader.getByRole("button", { name: "Prove that this address is yours" }).click()
  await expect(reader.getByRole("status").filter({ hasText: "Check your inbox" })).toBeVisible()
  await axe(reader)
  const question = await mail.newest(email)
  expect(question.subject).toContain("Is this your comment?")
  expect(question.text).not.toContain("I was there when it opened.")

  await reader.goto(pathIn(question.text, "prove"))
  await expect(reader.getByRole("heading", { name: "Was this you?" })).toBeVisible()
  await expect(reader.getByRole("article")).toContainText("I was there when it opened.")
  await expect(reader.getByRole("checkbox", { name: "Remember this browser" })).not.toBeChecked()
  await axe(reader)
  // Looking alone has changed nothing.
  const [before] = await db.$client`select status, proved_at from comments where post_id = ${post.id}`
  expect(before).toMatchObject({ status: "pending", proved_at: null })

  await reader.getByRole("checkbox", { name: "Remember this browser" }).check()
  await reader.getByRole("button", { name: "Yes, this is my comment" }).click()
  await expect(reader.getByText("Your comment is on the page.")).toBeVisible()
  await expect(reader.getByRole("heading", { name: "The address is proved to be yours" })).toBeVisible()
  await axe(reader)
  const [cookie] = (await reader.context().cookies()).filter(({ name }) => name === "commenter")
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" })

  // Somebody else who knows the address, in a browser of their own.
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    extraHTTPHeaders: { "x-forwarded-for": networks.other },
  })
  const attacker = await context.newPage()
  const stories = [
    await createPost(db, { commentMode: "hold_unverified" }),
    await createPost(db, { commentMode: "hold_first" }),
  ]
  await hurry({ network: networks.own, email })
  await write(attacker, stories[0]?.slug ?? "", { comment: "Borrowed words.", email })
  await expect(attacker.getByText("Your comment is awaiting moderation.")).toBeVisible()
  await hurry({ network: networks.other, email })
  await write(attacker, stories[1]?.slug ?? "", { comment: "More borrowed words.", email })
  await expect(attacker.getByText("Your comment is awaiting moderation.")).toBeVisible()
  await context.close()

  // Once a moderator has approved something of theirs, they need not wait where first comments are held either.
  const { id: staffId } = await createStaff(db, { roles: ["moderator"] })
  await db.$client`
    insert into audit_events (comment_id, staff_id, action, to_status, version)
    select id, ${staffId}, 'approved', 'approved', version from comments where post_id = ${post.id}`
  for (const { slug } of stories) {
    await hurry({ network: networks.own, email })
    await write(reader, slug, { comment: `My own words on ${slug}.`, email })
    await expect(reader).toHaveURL(new RegExp(`/posts/${slug}#comment-\\d+$`))
  }
})

test("whoever asks for a link that cannot be mailed now is told so on the comment's own page, and can ask later", async ({
  reader,
  db,
  mail,
  extraHTTPHeaders,
}) => {
  const network = extraHTTPHeaders?.["x-forwarded-for"] ?? ""
  const post = await createPost(db, { commentMode: "open" })
  const email = anAddress()
  for (let n = 0; n < askNetwork.max; n++) await countAgainst(askNetwork, ofIpPrefix(network))
  await fill(reader, post.slug, { comment: "A link would be good.", email })
  await reader.getByLabel("Mail me the link to this comment’s own page").check()
  await reader.getByRole("button", { name: "Post comment" }).click()
  await expect(reader.getByRole("article")).toContainText("A link would be good.")
  await expect(reader.getByText("The link could not be mailed just now.")).toBeVisible()

  await forgiveLimit(askNetwork, ofIpPrefix(network))
  await reader.getByRole("button", { name: "Prove that this address is yours" }).click()
  await expect(reader.getByText("The link could not be mailed just now.")).toHaveCount(0)
  expect((await mail.newest(email)).subject).toContain("Is this your comment?")
})

test("a browser that was remembered can be forgotten again", async ({ reader, db, mail }) => {
  const post = await createPost(db, { commentMode: "hold_unverified" })
  const email = anAddress()
  await write(reader, post.slug, { comment: "Remember me.", email })
  await reader.getByRole("button", { name: "Prove that this address is yours" }).click()
  const question = await mail.newest(email)
  await reader.goto(pathIn(question.text, "prove"))
  await reader.getByRole("checkbox", { name: "Remember this browser" }).check()
  await reader.getByRole("button", { name: "Yes, this is my comment" }).click()
  expect((await reader.context().cookies()).map(({ name }) => name)).toEqual(["commenter"])
  await reader.getByRole("button", { name: "Forget this browser" }).click()
  await expect(reader.getByText("This browser is forgotten.")).toBeVisible()
  expect(await reader.context().cookies()).toEqual([])
})

test("the owner of a mailbox says that a comment is not theirs, and it stays where it is for good", async ({
  reader,
  db,
  mail,
  axe,
}) => {
  const post = await createPost(db, { commentMode: "hold_unverified" })
  const email = anAddress()
  await write(reader, post.slug, { comment: "In somebody else's name.", email })
  const own = reader.url()
  await reader.getByRole("button", { name: "Prove that this address is yours" }).click()
  const path = pathIn((await mail.newest(email)).text, "prove")
  await reader.goto(path)
  await reader.getByRole("button", { name: "No, I did not write this" }).click()
  await expect(reader.getByRole("heading", { name: "This is not your comment" })).toBeVisible()
  await axe(reader)
  // Whoever typed the address learns nothing of that.
  await reader.goto(own)
  await expect(reader.getByText("Your comment is awaiting moderation.")).toBeVisible()
  await expect(reader.getByRole("button", { name: "Prove that this address is yours" })).toBeVisible()
  expect(await reader.content()).not.toMatch(/not (theirs|yours)|did not write/)
})

test("a form on another site can say yes for nobody's browser, and one click in a mail program stops mail", async ({
  reader,
  db,
  mail,
  baseURL,
}) => {
  const post = await createPost(db, { commentMode: "hold_unverified" })
  const email = anAddress()
  await write(reader, post.slug, { comment: "Planted.", email })
  await reader.getByRole("button", { name: "Prove that this address is yours" }).click()
  const { text, headers } = await mail.newest(email)
  for (const origin of ["https://evil.example", "null"]) {
    const answer = await fetch(`${baseURL}${pathIn(text, "prove")}`, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", origin },
      body: "answer=yes&remember=on",
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get("set-cookie")).toBeNull()
  }

  const header = (headers.get("list") as unknown as { unsubscribe: { url: string } }).unsubscribe.url
  expect(new URL(header).pathname).toBe(pathIn(text, "stop"))
  const stop = pathIn(text, "stop")
  expect((await reader.request.get(stop)).status()).toBe(200)
  const oneClick = await fetch(`${baseURL}${stop}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  })
  expect(oneClick.status).toBe(200)
  await reader.goto(stop)
  await expect(reader.getByRole("heading", { name: "No more mail about comments" })).toBeVisible()
  await reader.getByRole("button", { name: "Turn mail on again" }).click()
  await expect(reader.getByRole("heading", { name: "Stop all mail about comments?" })).toBeVisible()
  await reader.getByRole("button", { name: "Stop all mail about comments" }).click()
  await expect(reader.getByRole("heading", { name: "No more mail about comments" })).toBeVisible()
})

test("a reader hears of an answer by mail once the address is proved", async ({
  reader,
  db,
  desk,
  signInAs,
  mail,
  axe,
}) => {
  const post = await createPost(db)
  const email = anAddress()
  const asked = await createComment(db, { postId: post.id, body: "Who remembers?", ...protectEmail(email) })
  await verifyComment(asked.id)
  await reader.goto(ownCommentUrl(asked.id))
  await reader.getByRole("button", { name: "Mail me answers" }).click()
  await expect(reader.getByText("You get a message when somebody answers this comment.")).toBeVisible()
  await axe(reader)
  await createComment(db, {
    postId: post.id,
    parent: asked,
    status: "pending",
    name: "Jonas Weil",
    body: `I do, ${post.slug}.`,
    ...protectEmail(anAddress()),
  })
  await signInAs("moderator")
  await desk.goto(`/desk/comments?story=${post.slug}`)
  await desk
    .getByRole("article")
    .filter({ hasText: `I do, ${post.slug}.` })
    .getByRole("button", { name: "Approve" })
    .click()
  const told = await mail.newest(email)
  expect(told.subject).toContain("Jonas Weil answered your comment")
  expect(told.text).toContain(`> I do, ${post.slug}.`)

  await reader.getByRole("button", { name: "Stop mailing me answers" }).click()
  await expect(reader.getByRole("button", { name: "Mail me answers" })).toBeVisible()
})

test("a link to everything that is over has a new one mailed, to the address it was sent to", async ({
  reader,
  db,
}) => {
  const address = protectEmail(`${randomUUID()}@example.org`)
  const [commenter] = await db.insert(commenters).values(address).returning()
  if (!commenter) throw new Error("nobody")
  await reader.goto(ownCommentsUrl(commenter, new Date(Date.now() - 1000)))
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("This link is over")
  await reader.getByRole("button", { name: "Mail me a new link" }).click()
  await expect(reader.getByRole("status")).toContainText("Check your inbox")
  const sent = await db.select().from(mailDeliveries).where(eq(mailDeliveries.commenterId, commenter.id))
  expect(sent).toMatchObject([{ kind: "commenter_link" }])
})

test("links that were changed, are over or were made for something else lead nowhere", async ({
  reader,
  db,
}) => {
  const post = await createPost(db)
  const { id, emailHash, emailSealed } = await createComment(db, { postId: post.id, status: "pending" })
  await db.insert(commenters).values({ emailHash, emailSealed })
  const past = new Date(Date.now() - 1000)
  const soon = new Date(Date.now() + 60_000)
  const prove = verificationUrl({ commentId: id, epoch: 1 }, soon)
  expect((await reader.request.get(prove)).status()).toBe(200)
  for (const path of [
    verificationUrl({ commentId: id, epoch: 1 }, past),
    verificationUrl({ commentId: id, epoch: 2 }, soon),
    prove.replace("/prove/", "/mine/"),
    prove.replace("/prove/", "/stop/"),
    prove.replace("/prove/", "/"),
    ownCommentsUrl({ id: 999_999, epoch: 1 }, soon),
    `${ownCommentsUrl({ id: 999_999, epoch: 1 }, soon)}/export`,
    stopUrl(999_999),
    `${prove}/answer`,
  ]) {
    const answer = await reader.request.get(path)
    expect(answer.status(), path).toBe(404)
    expect(answer.headers()["cache-control"], path).toContain("no-store")
  }
})
