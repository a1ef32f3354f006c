import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { DomUtils, parseDocument } from "htmlparser2"
import { createComment, createPost, createStaff } from "../../db/factories.ts"
import { auditEvents } from "../../db/schema/audit.ts"
import { sessions } from "../../db/schema/staff.ts"
import { encodeSession } from "../../lib/auth/session-cookie.ts"
import { startSession } from "../../lib/auth/sessions.ts"
import { actions } from "../support/access.ts"
import { arrive, makeNews } from "../support/calls.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

test("what a moderator does in an open tab is not done as whoever signed in to the browser since", async ({
  desk,
  signInAs,
  db,
}) => {
  const ana = await signInAs("moderator")
  const post = await createPost(db, { slug: `shared-${randomUUID()}`, title: "Shared" })
  const comment = await createComment(db, { postId: post.id, status: "pending", name: "Ada" })
  const decisions = () =>
    db.select({ by: auditEvents.staffId }).from(auditEvents).where(eq(auditEvents.commentId, comment.id))
  await desk.goto(`/desk/comments?status=waiting&story=${post.slug}`)
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()
  const cookies = await desk.context().cookies()
  await signIn(db, desk.context(), ["moderator"])

  const card = desk.getByRole("article", { name: "Ada on Shared" })
  const refused = card.getByText("you are no longer signed in here as the person who opened this page")
  await card.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(refused).toBeVisible()
  await expect(card).not.toContainText("Approved by")

  await card.getByText("Note", { exact: true }).click()
  await card.getByLabel("Note for other moderators").fill("Seen before.")
  await card.getByRole("button", { name: "Keep note" }).click()
  await expect(refused).toHaveCount(2)
  await expect(card.getByLabel("Note for other moderators")).toHaveValue("Seen before.")
  expect(await decisions()).toEqual([])

  await desk.context().addCookies(cookies)
  await card.getByRole("button", { name: "Keep note" }).click()
  await expect(card.getByText("Note kept.")).toBeVisible()
  await card.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(card).toContainText(`Approved by ${ana.name}`)
  expect(new Set((await decisions()).map(({ by }) => by))).toEqual(new Set([ana.id]))
})

test("a story that is written in an open tab is saved as nobody else's words", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("editor")
  const post = await createPost(db, { status: "draft", publishedAt: null, title: "Mine" })
  await desk.goto(`/desk/posts/${post.id}`)
  const body = desk.getByRole("textbox", { name: "Body" })
  await body.waitFor()
  const cookies = await desk.context().cookies()
  await signIn(db, desk.context(), ["editor"])

  await body.click()
  await desk.keyboard.type("My own words. ")
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText("Not saved: somebody else has signed in to this browser")).toBeVisible()
  await expect(body).toContainText("My own words.")

  await desk.context().addCookies(cookies)
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByRole("status").first()).toHaveText(/^Saved at/)
})

test("what an admin has typed into the settings stays there, and whoever signed in since has set nothing", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("admin")
  await desk.goto("/desk/settings")
  await expect(desk.getByRole("link", { name: "Settings" })).toHaveAttribute("aria-current", "page")
  await signIn(db, desk.context(), ["writer"])
  await desk.getByLabel("Tagline").fill("What I meant to say")
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(
    desk.getByText("you are no longer signed in here as the person who opened this page"),
  ).toBeVisible()
  await expect(desk.getByLabel("Tagline")).toHaveValue("What I meant to say")
})

test("what an admin has typed stays there when their session has ended meanwhile", async ({
  desk,
  signInAs,
  db,
}) => {
  const { id } = await signInAs("admin")
  await desk.goto("/desk/settings")
  await expect(desk.getByRole("link", { name: "Settings" })).toHaveAttribute("aria-current", "page")
  await db.delete(sessions).where(eq(sessions.staffId, id))
  await desk.getByLabel("Tagline").fill("What I meant to say")
  await desk.getByRole("button", { name: "Save settings" }).click()
  await expect(desk.getByText(/you are no longer signed in here/)).toBeVisible()
  await expect(desk.getByLabel("Tagline")).toHaveValue("What I meant to say")
  await desk.reload()
  await expect(desk).toHaveURL(/\/sign-in\?next=/)
})

test("every form of the desk that changes something says for whom it was rendered, before any script has run", async ({
  playwright,
  db,
  baseURL,
}) => {
  const made = await makeNews(db, { published: true })
  const admin = await createStaff(db, { roles: ["admin"] })
  const visitor = await arrive(playwright, baseURL, await encodeSession(await startSession(admin.id)))
  const desk = Object.entries(actions).filter(([name]) => name.startsWith("app/desk/"))
  let forms = 0
  for (const page of new Set(
    desk.flatMap(([, action]) => (action === "anyone" ? [] : [action.page(made)])),
  )) {
    const document = parseDocument(await (await visitor.get(page)).text())
    for (const form of DomUtils.getElementsByTagName("form", document)) {
      const fields = DomUtils.getElementsByTagName("input", form).map(({ attribs }) => attribs)
      if (!fields.some(({ name = "" }) => name.startsWith("$ACTION"))) continue
      forms++
      const named = fields.filter(({ name }) => name === "renderedFor").map(({ value }) => value)
      expect.soft(named, `${page}: ${DomUtils.textContent(form).slice(0, 100)}`).toEqual([String(admin.id)])
    }
  }
  expect(forms).toBeGreaterThan(10)
  await visitor.dispose()
})

test("a search at the desk says in its address nothing of who searches", async ({ desk, signInAs }) => {
  await signInAs("editor")
  await desk.goto("/desk/posts")
  await desk.getByLabel("Search titles").fill("buckets")
  await desk.getByRole("button", { name: "Show" }).click()
  await expect(desk).toHaveURL(/\/desk\/posts\?q=buckets(&(author|tag|from|to|sort)=\w*)*$/)
})
