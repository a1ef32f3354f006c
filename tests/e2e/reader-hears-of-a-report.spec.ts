import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { createComment, createPost } from "../../db/factories.ts"
import { auditEvents } from "../../db/schema/audit.ts"
import { commenters } from "../../db/schema/commenters.ts"
import { commentReports } from "../../db/schema/reports.ts"
import { verificationUrl } from "../../lib/commenters/links.ts"
import { reportMail } from "../../lib/comments/jobs.ts"
import { protectEmail } from "../../lib/email.ts"
import { enqueue } from "../../lib/jobs/mutations.ts"
import { backdate } from "../support/backdate.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

test("a reader who has proved an address is mailed what became of their report", async ({
  reader,
  browser,
  baseURL,
  extraHTTPHeaders,
  db,
  mail,
  axe,
}) => {
  const email = `${randomUUID()}@example.org`
  const post = await createPost(db, { slug: `report-${randomUUID()}` })
  const sealed = protectEmail(email)
  const own = await createComment(db, { postId: post.id, status: "pending", ...sealed })
  const hostile = await createComment(db, { postId: post.id, body: "You are a fool, Marek." })
  const [commenter] = await db.insert(commenters).values(sealed).returning()
  const until = new Date(Date.now() + 86_400_000)
  await reader.goto(verificationUrl({ commentId: own.id, epoch: commenter?.epoch ?? 0 }, until))
  await reader.getByRole("checkbox", { name: "Remember this browser" }).check()
  await reader.getByRole("button", { name: /^Yes/ }).click()

  await reader.goto(`/posts/${post.slug}/report/${hostile.id}`)
  await reader.getByLabel("It attacks or endangers someone").check()
  await reader.getByRole("checkbox", { name: "Tell me by mail what becomes of it" }).check()
  await axe(reader)
  await reader.getByRole("button", { name: "Send report" }).click()
  await expect(reader.getByText("You will get a message about what was decided.")).toBeVisible()

  const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: false })
  await signIn(db, context, ["moderator"])
  const queue = await context.newPage()
  await queue.goto(`/desk/comments?status=reported&after=${hostile.id - 1}`)
  await queue.locator(`#comment-${hostile.id}`).getByRole("button", { name: "Spam" }).click()
  await expect(queue.locator(`#comment-${hostile.id}`)).toContainText("Spam by")
  // An hour later, when the decision can no longer be taken back, the next look for reports finds it.
  await db
    .update(commentReports)
    .set({ createdAt: sql`now() - interval '2 hours'` })
    .where(eq(commentReports.commentId, hostile.id))
  for (const event of await db.select().from(auditEvents).where(eq(auditEvents.commentId, hostile.id)))
    await backdate(event.id, 61)
  await db.transaction((tx) => enqueue(tx, reportMail, { input: {} }))
  const message = await mail.newest(email)
  expect(message.subject).toBe("Your report was looked at")
  expect(message.text).toContain("The comment was removed.")
  expect(message.text).not.toContain("fool")
  await context.close()
})

test("who has proved no address is told that no message will come", async ({ reader, db }) => {
  const post = await createPost(db, { slug: `report-${randomUUID()}` })
  const { id } = await createComment(db, { postId: post.id })
  await reader.goto(`/posts/${post.slug}/report/${id}`)
  await reader.getByLabel("It is not true").check()
  await reader.getByRole("checkbox", { name: "Tell me by mail what becomes of it" }).check()
  await reader.getByRole("button", { name: "Send report" }).click()
  await expect(reader.getByText("You will get no message about it")).toBeVisible()
})
