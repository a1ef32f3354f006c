import { randomUUID } from "node:crypto"
import { createComment, createPost } from "../../db/factories.ts"
import { rejectComment } from "../../lib/moderation/decisions/mutations.ts"
import { asStaff } from "../lib/comments/as-staff.ts"
import { expect, signIn, test } from "../support/fixtures.ts"
import { until } from "../support/until.ts"

test("a moderator finds who decided what and why, with scripts off, and sees that the log is whole", async ({
  browser,
  baseURL,
  extraHTTPHeaders,
  axe,
  db,
}) => {
  const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: false })
  const ana = await signIn(db, context, ["moderator"])
  const title = `The pool ${randomUUID()}`
  const post = await createPost(db, { title })
  const [one, two] = [
    await createComment(db, { postId: post.id, status: "pending", name: "Ottoline" }),
    await createComment(db, { postId: post.id, status: "pending", name: "<b>Marek</b>" }),
  ]
  await rejectComment(asStaff(ana), { id: one.id, version: 1, reason: "off-topic" })
  await rejectComment(asStaff(ana), { id: two.id, version: 1, reason: "abusive" })

  const log = await context.newPage()
  await log.goto("/desk")
  await log.getByRole("link", { name: "Log", exact: true }).click()
  await expect(log.getByRole("heading", { level: 1, name: "Log" })).toBeVisible()
  await log.getByLabel("Story").fill(title)
  await log.getByRole("button", { name: "Show", exact: true }).click()
  const entries = log.getByRole("main").getByRole("listitem")
  await expect(entries).toHaveCount(2)
  await expect(entries.first()).toContainText(`${ana.name} rejected a comment by <b>Marek</b> on ${title}`)
  await expect(entries.first()).toContainText("Abusive")
  await expect(entries.first()).toContainText(`comment ${two.id}`)

  await log.getByLabel("Why").selectOption("Off topic")
  await log.getByRole("button", { name: "Show", exact: true }).click()
  await expect(entries).toHaveCount(1)
  await expect(entries).toContainText("Ottoline")
  await expect(log.getByLabel("Story")).toHaveValue(title)
  await until("the entry to be chained", async () => {
    await log.reload()
    return /#\d+/.test((await entries.textContent()) ?? "")
  })
  await expect(log.getByText(/^Chained up to #\d+/)).toBeVisible()
  await expect(log.getByText(/The log is broken/)).toHaveCount(0)
  await expect(log.getByRole("main")).not.toContainText("@")
  await axe(log)

  await entries.getByRole("link", { name: "a comment" }).click()
  await expect(
    log.getByRole("article").filter({ hasText: "Ottoline" }).filter({ hasText: title }),
  ).toBeVisible()

  await log.goto("/desk/log?reason=no-such-reason")
  await expect(log.getByText("Nothing in the log fits.")).toBeVisible()
  await log.getByRole("link", { name: "Show everything" }).click()
  await expect(entries.first()).toBeVisible()
  await context.close()
})
