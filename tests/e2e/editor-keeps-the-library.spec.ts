import { randomUUID } from "node:crypto"
import type { Locator } from "@playwright/test"
import { createMedium, createPost } from "../../db/factories.ts"
import { mediaUses } from "../../db/schema/media-uses.ts"
import { expect, test } from "../support/fixtures.ts"
import { until } from "../support/until.ts"

/** Once around a grid by its keys, from the first one to the first of the second row. */
async function walk(pictures: Locator): Promise<void> {
  const { keyboard } = pictures.page()
  const tops = await pictures.evaluateAll((all) =>
    all.map((one) => Math.round(one.getBoundingClientRect().top)),
  )
  const columns = tops.filter((top) => top === tops[0]).length
  expect(columns).toBeGreaterThan(2)
  expect(tops.length).toBeGreaterThan(columns + 1)
  await until("the page to hear its keys", async () => {
    await pictures.first().focus()
    await keyboard.press("ArrowRight")
    return pictures.nth(1).evaluate((one) => one === document.activeElement)
  })
  const steps = {
    ArrowDown: columns + 1,
    ArrowLeft: columns,
    ArrowUp: 0,
    End: tops.length - 1,
    Home: 0,
  }
  for (const [key, at] of Object.entries(steps)) {
    await keyboard.press(key)
    await expect(pictures.nth(at), key).toBeFocused()
  }
  await keyboard.press("ArrowDown")
  await expect(pictures.nth(columns)).toBeFocused()
}

test("an editor walks the pictures of the library with the arrow keys, also where one is chosen for a story", async ({
  desk,
  signInAs,
  db,
}) => {
  const mark = randomUUID().slice(0, 8)
  for (let n = 0; n < 14; n++) await createMedium(db, { filename: `${mark}-${n}.jpg` })
  await signInAs("editor")
  await desk.goto(`/desk/media?q=${mark}`)
  const main = desk.locator("main")
  await walk(main.getByRole("checkbox", { name: mark }))
  await walk(main.getByRole("link", { name: mark }))
  await desk.keyboard.press("Tab")
  await desk.keyboard.press("Space")
  await expect(main.locator(":focus")).toBeChecked()
  await desk.keyboard.press("Shift+Tab")
  const name = await main.locator(":focus").getByRole("img").getAttribute("alt")
  await desk.keyboard.press("Enter")
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(String(name))

  await desk.goto("/desk/posts/new")
  await desk.getByRole("button", { name: "Choose lead picture" }).click()
  const dialog = desk.getByRole("dialog")
  await dialog.getByLabel("Search the library").fill(mark)
  const found = dialog.getByRole("button", { name: mark })
  await expect(dialog.getByRole("listitem")).toHaveCount(14)
  await expect(found).toHaveCount(14)
  await walk(found)
  await desk.keyboard.press("Enter")
  await expect(dialog).toHaveCount(0)
  await expect(desk.getByRole("button", { name: "Change lead picture" })).toBeVisible()
})

test("of the pictures that an editor deletes together, those that stories use are kept, and the library says where they are", async ({
  desk,
  signInAs,
  db,
}) => {
  const mark = randomUUID().slice(0, 8)
  const used = await createMedium(db, { filename: `${mark}-used.jpg` })
  for (const name of ["spare", "left"]) await createMedium(db, { filename: `${mark}-${name}.jpg` })
  const [lead, inside] = [{ title: `The quarry ${mark}`, leadMediaId: used.id }, { title: `A walk ${mark}` }]
  for (const [place, fields] of [["lead", lead] as const, ["body", inside] as const]) {
    const { id } = await createPost(db, fields)
    await db.insert(mediaUses).values({ mediaId: used.id, postId: id, place })
  }
  await signInAs("editor")
  await desk.goto(`/desk/media?q=${mark}`)
  const item = (name: string) =>
    desk.getByRole("listitem").filter({ has: desk.getByLabel(`${mark}-${name}`) })
  await expect(item("spare")).toContainText("unused")
  await expect(item("used")).not.toContainText("unused")
  for (const name of ["used", "spare"]) await item(name).getByRole("checkbox").check()
  await desk.getByText("Delete selected").click()
  await expect(
    desk.getByText("Pictures used in a story are kept. The rest cannot be restored."),
  ).toBeVisible()
  await desk.getByRole("button", { name: "Delete now" }).click()

  const answer = desk.getByRole("status").filter({ hasText: "deleted" })
  await expect(answer).toContainText("1 picture deleted. 1 picture kept, since stories use it.")
  await expect(answer.getByRole("heading")).toHaveText(used.filename)
  await expect(answer.getByRole("listitem")).toHaveText([
    `${lead.title} · lead picture`,
    `${inside.title} · in the text`,
  ])
  await desk.goto(`/desk/media?q=${mark}`)
  await expect(desk.locator("main").getByRole("checkbox", { name: mark })).toHaveCount(2)
  await expect(item("spare")).toHaveCount(0)
})
