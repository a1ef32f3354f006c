import { randomUUID } from "node:crypto"
import { createPost, paragraphs } from "../../db/factories.ts"
import { expect, signIn, test } from "../support/fixtures.ts"

test("an editor sees who has a story open, notes a passage, is told what is left to fill in, and publishes anyway", async ({
  page,
  desk,
  reader,
  db,
  axe,
  signInAs,
}) => {
  const mark = randomUUID().slice(0, 8)
  const wim = await signInAs("writer")
  // What stands before the passage is sent along, with the end of a line in it, which browsers send as two letters.
  const before = "The council met on Monday, in the hall behind the market, and sat until midnight."
  const body = paragraphs(before, "The mayor TK spoke for an hour.")
  const post = await createPost(db, {
    title: `The council ${mark}`,
    slug: `council-${mark}`,
    body,
    createdBy: wim.id,
    status: "in_review",
    publishedAt: null,
  })
  const renewed = desk.waitForResponse((one) => one.url().endsWith("/presence") && one.status() === 200)
  await desk.goto(`/desk/posts/${post.id}`)
  await renewed

  await signIn(db, page.context(), ["editor"])
  await page.goto(`/desk/posts?q=${mark}`)
  await expect(page.getByText(`Open: ${wim.name}`)).toBeVisible()
  await page.goto(`/desk/posts/${post.id}`)
  await expect(page.getByText(`${wim.name} has this open.`)).toBeVisible()

  const text = page.getByRole("textbox", { name: "Body" })
  await text.getByText("The mayor TK").dblclick({ position: { x: 2, y: 8 } })
  await page.getByRole("button", { name: "Remark", exact: true }).click()
  const asked = page.getByRole("dialog", { name: "New remark" })
  await asked.getByRole("button", { name: "Add remark" }).click()
  await expect(asked.getByText("Write something first.")).toBeVisible()
  await asked.getByRole("textbox", { name: "Remark" }).fill("Is she called that?")
  await axe(page)
  await page.keyboard.press("Control+Enter")
  await expect(asked).toBeHidden()
  const notes = page.getByRole("region", { name: "Remarks" })
  await expect(notes.getByText("Is she called that?")).toBeVisible()
  await expect(text.locator(".noted")).toHaveText("The")
  await axe(page)

  await desk.reload()
  const theirs = desk.getByRole("region", { name: "Remarks" })
  await theirs.getByRole("button", { name: "Reply" }).click()
  await theirs.getByRole("textbox", { name: "Reply" }).fill("I will ask.")
  await theirs.getByRole("button", { name: "Send reply" }).click()
  await expect(theirs.getByText("I will ask.")).toBeVisible()
  await expect(theirs.getByRole("textbox")).toHaveCount(0)
  // The passage goes with its words.
  await desk.getByRole("textbox", { name: "Body" }).getByText("The mayor").selectText()
  await desk.keyboard.press("Delete")
  await expect(theirs.getByText("Its passage is gone.")).toBeVisible()
  await desk.keyboard.press("Control+z")
  await expect(theirs.getByText("Its passage is gone.")).toHaveCount(0)

  await page.reload()
  await expect(notes.getByText("I will ask.")).toBeVisible()
  await notes.getByRole("button", { name: "Show the passage" }).click()
  await expect(text.locator(".noted-here")).toBeInViewport()
  await notes.getByRole("button", { name: "Resolve" }).click()
  await expect(notes.getByText("All remarks are resolved.")).toBeVisible()
  await expect(text.locator(".noted")).toHaveCount(0)

  await page.getByRole("button", { name: "Publish", exact: true }).click()
  const alert = page.getByRole("alert").filter({ hasText: "Not published yet." })
  await alert.getByRole("button", { name: "“TK” is still to be filled in." }).click()
  expect(await page.evaluate(() => String(getSelection()))).toBe("TK")
  await axe(page)
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByText("spoke for an hour")).toHaveCount(0)
  await alert.getByRole("button", { name: "Publish anyway" }).click()
  await expect(page.getByText(/^Published at/)).toBeVisible()
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByText("spoke for an hour")).toBeVisible()
  expect(await reader.content()).not.toContain("Is she called that?")
  await page.reload()
  await expect(page.getByText("overrode the checklist of")).toBeVisible()

  await desk.close()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(`${wim.name} has this open`)).toHaveCount(0)
  }).toPass()
})
