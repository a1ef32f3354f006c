import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { createComment, createPost } from "../../db/factories.ts"
import { comments } from "../../db/schema/comments.ts"
import { expect, test } from "../support/fixtures.ts"

test("ten comments are cleared by keys alone: the next one comes up, each decision is announced once", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `ten-${randomUUID()}`, title: "Ten" })
  const names = Array.from({ length: 10 }, (_, at) => `Reader ${at + 1}`)
  for (const name of names) await createComment(db, { postId: post.id, status: "pending", name })
  await desk.goto(`/desk/comments?status=waiting&story=${post.slug}`)
  const card = (name: string) => desk.getByRole("article", { name: `${name} on Ten` })
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()
  const announced = await desk.evaluateHandle(listenToStatus)

  await desk.keyboard.press("j")
  for (const [at, name] of names.entries()) {
    await expect(card(name)).toBeFocused()
    await expect(card(name)).toBeInViewport()
    if (at % 2) await desk.keyboard.press("s")
    else {
      await desk.keyboard.press("r")
      await desk.keyboard.press("1")
    }
    await expect(card(name)).toContainText(at % 2 ? "Spam by" : "Rejected by")
  }
  const said = names.map((name, at) => `${at % 2 ? "Marked as spam" : "Rejected"}: ${name}’s comment.`)
  said.push(`${said.pop()} Nothing left to decide on this page.`)
  await expect.poll(() => announced.evaluate((words) => words)).toEqual(said)
  await expect(card("Reader 10")).toBeFocused()

  await desk.keyboard.press("a")
  await expect(desk.getByRole("status")).toHaveText(
    "This comment is decided. Press u to undo that, or j for the next one.",
  )
  await desk.keyboard.press("j")
  await expect(desk.getByRole("status")).toHaveText("This is the last comment on the page.")
  await desk.keyboard.press("k")
  await desk.keyboard.press("u")
  await expect(card("Reader 9")).toBeFocused()
  await desk.keyboard.press("a")
  await expect(desk.getByRole("status")).toHaveText(
    "Approved: Reader 9’s comment. Nothing left to decide on this page.",
  )
  const rows = await db.select().from(comments).where(eq(comments.postId, post.id)).orderBy(comments.id)
  expect(rows.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 8 }, (_, at) => (at % 2 ? "spam" : "rejected")),
    "approved",
    "spam",
  ])
})

test("twenty waiting comments are cleared with one key each, and what a key did or could not do is in sight", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `twenty-${randomUUID()}`, title: "Twenty" })
  for (let at = 1; at <= 20; at++)
    await createComment(db, { postId: post.id, status: "pending", name: `Reader ${at}` })
  await desk.goto(`/desk/comments?status=waiting&story=${post.slug}`)
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()
  const said = desk.getByRole("status")
  const first = desk.getByRole("article", { name: "Reader 1 on Twenty" })
  const letter = first.getByRole("button", { name: "Approve" }).getByText("A", { exact: true })
  await expect(letter).toHaveCSS("text-decoration-line", "underline")

  await desk.keyboard.press("a")
  await expect(said).toHaveText("No comment has the focus. Press j to go to one.")
  await expect(said.locator("span")).toBeInViewport({ ratio: 1 })
  expect((await said.locator("span").boundingBox())?.width).toBeGreaterThan(150)

  await desk.keyboard.press("j")
  for (let at = 1; at <= 20; at++) {
    await expect(desk.getByRole("article", { name: `Reader ${at} on Twenty` })).toBeFocused()
    await desk.keyboard.press(at % 3 ? "a" : "s")
  }
  await expect(said).toHaveText("Approved: Reader 20’s comment. Nothing left to decide on this page.")
  await expect(said.locator("span")).toBeInViewport({ ratio: 1 })
  const rows = await db.select().from(comments).where(eq(comments.postId, post.id)).orderBy(comments.id)
  expect(rows.map(({ status }) => status)).toEqual(
    Array.from({ length: 20 }, (_, at) => ((at + 1) % 3 ? "approved" : "spam")),
  )

  // With the letters switched off, the buttons mark none of them.
  await desk.getByRole("button", { name: "Keyboard" }).click()
  await desk.getByRole("button", { name: "Turn letters off" }).click()
  const undo = first.getByRole("button", { name: "Undo" }).getByText("U", { exact: true })
  await expect(undo).toHaveCSS("text-decoration-line", "none")
})

/** Keeps what a screen reader is given to announce. */
function listenToStatus(): string[] {
  const words: string[] = []
  const status = document.querySelector("[role=status]")
  const keep = () => words.push(status?.textContent ?? "")
  if (status)
    new MutationObserver(keep).observe(status, { childList: true, characterData: true, subtree: true })
  return words
}

test("the keys work on a Russian keyboard and with Caps Lock", async ({ desk, signInAs, db }) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `keys-${randomUUID()}`, title: "Keys" })
  for (const name of ["First", "Second"])
    await createComment(db, { postId: post.id, status: "pending", name })
  await desk.goto(`/desk/comments?status=waiting&story=${post.slug}`)
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()
  const press = (key: string, code: string) =>
    desk.evaluate(
      (keys) => {
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...keys, bubbles: true }))
      },
      { key, code },
    )
  await press("о", "KeyJ")
  await press("ф", "KeyA")
  await expect(desk.getByRole("article", { name: "First on Keys" })).toContainText("Approved by")
  await press("S", "KeyS")
  await expect(desk.getByRole("article", { name: "Second on Keys" })).toContainText("Spam by")
})
