import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import { createComment, createPost } from "../../db/factories.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

for (const scripts of [true, false]) {
  test(`words are blacked out, the comment approved, and the words brought back, with scripts ${scripts ? "on" : "off"}`, async ({
    browser,
    baseURL,
    extraHTTPHeaders,
    reader,
    db,
  }) => {
    const [secret, name] = [`secret${randomUUID().slice(0, 8)}`, `Marek ${randomUUID().slice(0, 8)}`]
    const post = await createPost(db, { slug: `pool-${randomUUID()}` })
    const body = `She lives at ${secret} now.`
    const { id } = await createComment(db, { postId: post.id, status: "pending", name, body })
    const context = await browser.newContext({ baseURL, extraHTTPHeaders, javaScriptEnabled: scripts })
    await signIn(db, context, ["moderator"])
    const queue = await context.newPage()
    await queue.goto(`/desk/comments?status=waiting&after=${id - 1}`)
    const card = queue.locator(`#comment-${id}`)
    await expect(card.getByText(body)).toBeVisible()
    await card.getByText("Black out", { exact: true }).click()
    if (!scripts) {
      await card.getByLabel("Words to black out").fill(`${secret} then`)
      await card.getByLabel("Reason for blacking out").selectOption("words-private")
      await card.getByRole("button", { name: "Black out these words" }).click()
      await expect(card.getByRole("alert")).toContainText("These words are not in the comment")
      await expect(card.getByLabel("Words to black out")).toHaveValue(`${secret} then`)
    }
    await card.getByLabel("Words to black out").fill(secret)
    await card.getByLabel("Reason for blacking out").selectOption("words-private")
    await card.getByRole("button", { name: "Black out these words" }).click()
    await expect(card.getByText("She lives at [blacked out by a moderator] now.")).toBeVisible()
    await expect(card).toContainText("Words blacked out by")
    await card.getByRole("button", { name: "Approve" }).click()
    await expect(card).toContainText("Approved by")

    await reader.goto(`/posts/${post.slug}`)
    const shown = reader.locator(`#comment-${id}`)
    await expect(shown).toContainText("She lives at [blacked out by a moderator] now.")
    expect(await reader.content()).not.toContain(secret)

    await card.getByRole("button", { name: "Bring them back" }).click()
    await expect(card.getByText(body)).toBeVisible()
    await reader.reload()
    await expect(shown).toContainText(body)
    await context.close()
  })
}

test("words selected with the mouse stand in the form that o opens, over an earlier mark too, and come back when the site is away", async ({
  desk,
  signInAs,
  db,
}) => {
  await signInAs("moderator")
  const post = await createPost(db, { slug: `pool-${randomUUID()}` })
  const body = "Ask Mira Quill at Tanner Row. MIRA QUILL knows."
  const { id } = await createComment(db, { postId: post.id, status: "pending", body })
  await desk.goto(`/desk/comments?status=waiting&story=${post.slug}`)
  const card = desk.locator(`#comment-${id}`)
  await expect(desk.getByRole("button", { name: "Keyboard" })).toBeVisible()
  const words = card.getByLabel("Words to black out")

  await dragOver(desk, "Mira Quill")
  await desk.keyboard.press("j")
  await desk.keyboard.press("o")
  await expect(words).toHaveValue("Mira Quill")
  await expect(words).toBeFocused()
  // What was selected is still in the comment; what was typed would be lost with the page.
  expect(await asksBeforeLeaving(desk)).toBe(false)
  await words.press("End")
  await words.press("s")
  expect(await asksBeforeLeaving(desk)).toBe(true)
  await words.press("Backspace")
  await card.getByLabel("Reason for blacking out").selectOption("words-private")
  await desk.route("**/desk/comments**", (route) => route.abort())
  await card.getByRole("button", { name: "Black out these words" }).click()
  await expect(card).toContainText("That did not reach the site.")
  await expect(words).toHaveValue("Mira Quill")
  await desk.unroute("**/desk/comments**")
  await card.getByRole("button", { name: "Black out these words" }).click()
  await expect(card).toContainText("Words blacked out by")
  await expect(words).toBeHidden()

  await card.getByText("Black out", { exact: true }).click()
  await words.fill("Tanner")
  await card.getByRole("button", { name: "Black this out too" }).click()
  await expect(card.locator("[data-words]")).toHaveText(
    "Ask [blacked out by a moderator] at Tanner Row. [blacked out by a moderator] knows.",
  )
  await expect(card).not.toContainText("can still be read")
  await expect(words).toHaveValue("Tanner")
  await words.fill("")
  await card.getByText("Black out", { exact: true }).click()
  await dragOver(desk, "Ask [blacked out by a moderator] at")
  await card.getByText("Black out", { exact: true }).click()
  await expect(words).toHaveValue("Ask [blacked out by a moderator] at")
  await card.getByLabel("Reason for blacking out").selectOption("words-private")
  await card.getByRole("button", { name: "Black out these words" }).click()
  await expect(card.locator("[data-words]")).toHaveText(
    "[blacked out by a moderator] Tanner Row. [blacked out by a moderator] knows.",
  )
})

function asksBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })))
}

/** Drags the mouse from the first to the last letter of words of the comment. */
async function dragOver(page: Page, words: string) {
  const [from, to] = await page.locator("[data-words]").evaluate((element, words) => {
    const start = (element.textContent ?? "").indexOf(words)
    const edge = (offset: number, side: "left" | "right") => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let left = offset
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        if (left < node.length) {
          const range = document.createRange()
          range.setStart(node, left)
          range.setEnd(node, left + 1)
          const box = range.getBoundingClientRect()
          return { x: box[side], y: box.top + box.height / 2 }
        }
        left -= node.length
      }
      throw new Error("No such words.")
    }
    return [edge(start, "left"), edge(start + words.length - 1, "right")] as const
  }, words)
  await page.mouse.move(from.x + 1, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
}
