import { randomUUID } from "node:crypto"
import { createAuthor, createPost } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

for (const scripts of [true, false]) {
  test.describe(`with scripts ${scripts ? "on" : "off"} at the desk`, () => {
    test.use({ javaScriptEnabled: scripts })

    test("an editor finds stories, acts on several, takes it back, and deletes one for good", async ({
      page,
      db,
      axe,
      desk,
      signInAs,
    }) => {
      const mark = randomUUID().slice(0, 8)
      const author = await createAuthor(db, { name: `Author ${mark}` })
      const draft = { status: "draft", publishedAt: null, authorId: author.id } as const
      for (const title of ["Cedar", "ميناء قديم", "Alder"])
        await createPost(db, { ...draft, title: `${title} ${mark}` })
      await createPost(db, { authorId: author.id, title: `Birch ${mark}` })
      await signInAs("editor")
      await page.context().addCookies(await desk.context().cookies())

      await page.goto("/desk/posts")
      await page.getByLabel("Search titles and texts").fill(mark)
      await page.getByLabel("Sort by").selectOption("Title")
      await page.getByRole("button", { name: "Show" }).click()
      const titles = page.getByRole("table").getByRole("link")
      await expect(titles).toHaveText([
        `Alder ${mark}`,
        `Birch ${mark}`,
        `Cedar ${mark}`,
        `ميناء قديم ${mark}`,
      ])
      await axe(page)
      await page.getByRole("link", { name: /^Published/ }).click()
      await expect(titles).toHaveText([`Birch ${mark}`])
      await page.getByRole("link", { name: /^All/ }).click()
      await expect(titles).toHaveCount(4)

      const tick = async () => {
        if (scripts) return page.getByLabel("Select all on this page").check()
        for (const box of await page.getByRole("checkbox", { name: /^Select “/ }).all()) await box.check()
      }
      await tick()
      await page.getByLabel("Tag to add").fill(`Trees ${mark}`)
      await page.keyboard.press("Enter")
      await expect(page.getByText(`4 tagged “Trees ${mark}”.`)).toBeVisible()
      await page.getByRole("button", { name: "Undo" }).click()
      await expect(page.getByText(`4 no longer tagged “Trees ${mark}”.`)).toBeVisible()

      await tick()
      await page.getByRole("button", { name: "Archive", exact: true }).click()
      await expect(page.getByText("4 archived.")).toBeVisible()
      await expect(page.getByText("No stories match.")).toBeVisible()
      await page.getByRole("button", { name: "Undo" }).click()
      await expect(titles).toHaveCount(4)

      await tick()
      await page.getByRole("button", { name: "Move to trash" }).click()
      await expect(
        page.getByText(
          "3 moved to the trash. 1 story was not moved to the trash: it is published; withdraw it first.",
        ),
      ).toBeVisible()
      // The row that had the focus may be gone: it goes on where the answer is.
      if (scripts) await expect(page.getByRole("status").filter({ hasText: "3 moved" })).toBeFocused()
      await page.getByRole("link", { name: /^Trash/ }).click()
      await expect(titles).toHaveCount(3)
      await axe(page)
      // By keys alone: the box of the first story, then the button.
      await page.getByLabel(`Select “Alder ${mark}”`).focus()
      await page.keyboard.press("Space")
      await page.getByRole("button", { name: "Restore" }).focus()
      await page.keyboard.press("Enter")
      await expect(page.getByText("1 restored from the trash.")).toBeVisible()
      if (scripts) {
        await expect(page.getByRole("status").filter({ hasText: "1 restored" })).toBeFocused()
        await page.keyboard.press("Tab")
        await expect(page.getByRole("button", { name: "Undo" })).toBeFocused()
      }
      await page.getByLabel(`Select “Cedar ${mark}”`).check()
      await page.getByText("Delete for good", { exact: true }).click()
      await page.getByRole("button", { name: "Delete for good now" }).click()
      await expect(page.getByText("1 deleted for good.")).toBeVisible()
      await expect(titles).toHaveText([`ميناء قديم ${mark}`])
      await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0)
    })
  })
}
