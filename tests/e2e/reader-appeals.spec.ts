import { createComment, createPost } from "../../db/factories.ts"
import { findOpenAppeals } from "../../lib/comments/open-appeals.ts"
import { submitAppeal } from "../../lib/comments/self-service/appeal.ts"
import { ownCommentUrl } from "../../lib/comments/self-service/url.ts"
import { decideAppeal } from "../../lib/moderation/appeals/mutations.ts"
import { rejectComment } from "../../lib/moderation/decisions/mutations.ts"
import { expect, test } from "../support/fixtures.ts"
import { asModerator } from "../support/moderator.ts"

test("an author is told why, asks once for another look, and somebody else decides", async ({
  reader,
  db,
  axe,
}) => {
  const post = await createPost(db)
  const { id } = await createComment(db, { postId: post.id, status: "pending", body: "A sharp remark." })
  const [ana, ben] = [await asModerator(db), await asModerator(db)]
  await rejectComment(ana, { id, version: 1, reason: "off-topic" })

  await reader.goto(ownCommentUrl(id))
  await expect(reader.getByText("Your comment was not published.")).toBeVisible()
  await expect(reader.getByText("It is not about the story.")).toBeVisible()
  await axe(reader)

  await reader.getByLabel("Why should it be looked at again? *").fill("  ")
  await reader.getByRole("button", { name: "Send appeal" }).click()
  await expect(reader.getByLabel("Why should it be looked at again? *")).toHaveAccessibleDescription(
    /Write why the decision should be looked at again/,
  )
  await reader.getByLabel("Why should it be looked at again? *").fill("The story asks about <just> this.")
  await reader.getByRole("button", { name: "Send appeal" }).click()
  await expect(reader.getByText("Your appeal is waiting.")).toBeVisible()
  await expect(reader.getByText("The story asks about <just> this.")).toBeVisible()
  await expect(reader.getByRole("button", { name: "Send appeal" })).toHaveCount(0)
  await axe(reader)

  const [open] = await findOpenAppeals(db, [id])
  const appealId = open?.id ?? 0
  expect(await decideAppeal(ana, { appealId, grant: false })).toMatchObject({ reason: "own-decision" })
  await decideAppeal(ben, { appealId, grant: false })
  await reader.reload()
  await expect(reader.getByText("Your appeal was denied")).toBeVisible()
  await expect(reader.getByText("It is not about the story.")).toBeVisible()
  await axe(reader)
})

test("a second appeal, on its way while the first was sent elsewhere, is refused with its words kept", async ({
  reader,
  db,
}) => {
  const post = await createPost(db)
  const { id } = await createComment(db, { postId: post.id, status: "pending" })
  await rejectComment(await asModerator(db), { id, version: 1, reason: "abusive" })
  await reader.goto(ownCommentUrl(id))
  await reader.getByLabel("Why should it be looked at again? *").fill("The second of two.")
  await submitAppeal(id, "The first of two.")
  await reader.getByRole("button", { name: "Send appeal" }).click()
  await expect(reader.getByRole("alert")).toContainText("You have appealed once already")
  await expect(reader.getByLabel("Your text")).toHaveValue("The second of two.")
})

test("an appeal that is granted puts the comment on the page", async ({ reader, db, refresh }) => {
  const post = await createPost(db)
  const { id } = await createComment(db, { postId: post.id, status: "pending", body: "Let me out." })
  const [ana, ben] = [await asModerator(db), await asModerator(db)]
  await rejectComment(ana, { id, version: 1, reason: "abusive" })
  await submitAppeal(id, "Please.")
  const [open] = await findOpenAppeals(db, [id])
  await decideAppeal(ben, { appealId: open?.id ?? 0, grant: true })
  await refresh()
  await reader.goto(ownCommentUrl(id))
  await expect(reader.getByText("Your comment is on the page.")).toBeVisible()
  await expect(reader.getByText("Your appeal was granted")).toBeVisible()
  await reader.getByRole("link", { name: "See it on the page" }).click()
  await expect(reader.locator(`#comment-${id}`)).toContainText("Let me out.")
})
