import { randomUUID } from "node:crypto"
import { createAuthor, createPost } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

for (const scripts of [true, false]) {
  test.describe(`with scripts ${scripts ? "on" : "off"} at the desk`, () => {
    test.use({ javaScriptEnabled: scripts })

    test("a reader says what is wrong, an editor corrects the story, and readers find it everywhere", async ({
      page,
      reader,
      db,
      axe,
      desk,
      signInAs,
    }) => {
      const mark = randomUUID().slice(0, 8)
      const author = await createAuthor(db, { slug: `author-${mark}` })
      const post = await createPost(db, {
        authorId: author.id,
        slug: `pool-${mark}`,
        title: `The pool ${mark}`,
        publishedAt: new Date("2026-01-05T08:00:00Z"),
      })
      await reader.goto(`/posts/${post.slug}`)
      await expect(reader.getByText(/^Updated/)).toHaveCount(0)
      await reader.getByRole("link", { name: "Something wrong here? Tell us" }).click()
      await reader.getByRole("button", { name: "Send" }).click()
      await axe(reader)
      await reader.getByLabel("What is wrong?").fill(`It opens at six, not seven (${mark}).`)
      await reader.getByRole("button", { name: "Send" }).click()
      await expect(reader.getByText("Thank you. An editor will look at it.")).toBeVisible()

      await signInAs("editor")
      await page.context().addCookies(await desk.context().cookies())
      await page.goto("/desk")
      await page.getByRole("link", { name: "Errors reported" }).click()
      const report = page.getByRole("listitem").filter({ hasText: `not seven (${mark})` })
      await expect(page.getByRole("heading", { name: "From readers" })).toBeVisible()
      await axe(page)
      // The list has the oldest hundred; those about a story stand beside its corrections, too.
      await page.goto(`/desk/posts/${post.id}/corrections`)
      await expect(report).toBeVisible()
      await page.getByLabel("Kind").selectOption("clarification")
      await page.getByLabel("Where").selectOption("top")
      await page.getByRole("button", { name: "Publish correction" }).click()
      await page
        .getByLabel("Correction", { exact: true })
        .fill(`It opens at six.\n\nWe wrote seven (${mark}).`)
      await page.getByRole("button", { name: "Publish correction" }).click()
      await expect(page.getByText("Published. Readers see it on the story")).toBeVisible()
      await axe(page)

      await reader.goto(`/posts/${post.slug}`)
      const note = reader.getByRole("complementary", { name: /^Clarification/ })
      await expect(note.getByText(`We wrote seven (${mark}).`)).toBeVisible()
      await expect(reader.getByText(/^Updated/)).toBeVisible()
      await axe(reader)
      await note.getByRole("link", { name: "All corrections" }).click()
      await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Corrections")
      await axe(reader)
      await reader.getByRole("link", { name: `The pool ${mark}` }).click()
      await expect(note).toBeVisible()
      const facts = await reader.locator('script[type="application/ld+json"]').first().textContent()
      expect(JSON.parse(facts ?? "{}").correction).toMatchObject([{ "@type": "CorrectionComment" }])
      for (const feed of ["/corrections/feed.xml", `/authors/${author.slug}/feed.xml`])
        expect(await (await reader.request.get(feed)).text()).toContain(`We wrote seven (${mark}).`)

      await report.getByRole("button", { name: "Close" }).click()
      await expect(report).toHaveCount(0)
      await page.getByText("Remove", { exact: true }).click()
      await page.getByRole("button", { name: "Remove now" }).click()
      await expect(page.getByText("Removed. Readers no longer see it.")).toBeVisible()
      await reader.goto(`/posts/${post.slug}`)
      await expect(note).toHaveCount(0)
    })
  })
}

test("an editor updates a story for a typo without telling readers, and the next time with “Updated”", async ({
  desk,
  reader,
  signInAs,
  db,
}) => {
  const mark = randomUUID().slice(0, 8)
  await signInAs("editor")
  const post = await createPost(db, {
    slug: `typo-${mark}`,
    title: `Tpyo ${mark}`,
    publishedAt: new Date("2026-01-05T08:00:00Z"),
  })
  const updated = desk.getByRole("status").filter({ hasText: "Updated" })
  await desk.goto(`/desk/posts/${post.id}`)
  await desk.getByRole("textbox", { name: "Body" }).waitFor()
  await desk.getByLabel("When you update").selectOption("nothing")
  await desk.getByLabel("Title").fill(`Typo ${mark}`)
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(updated).toBeVisible()
  await reader.goto(`/posts/${post.slug}`)
  await expect(reader.getByRole("heading", { name: `Typo ${mark}` })).toBeVisible()
  await expect(reader.getByText(/^Updated/)).toHaveCount(0)

  // What was chosen for one update holds for no other.
  await expect(desk.getByLabel("When you update")).toHaveValue("updated")
  await desk.getByLabel("Title").fill(`Typos ${mark}`)
  await desk.getByRole("button", { name: "Update" }).click()
  await expect(async () => {
    await reader.reload()
    expect(await reader.getByRole("heading", { level: 1 }).textContent()).toBe(`Typos ${mark}`)
  }).toPass()
  await expect(reader.getByText(/^Updated/)).toBeVisible()
})
