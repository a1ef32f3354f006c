import { createPost, paragraphs } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

test("an editor finds a word, replaces it here and everywhere, takes either back in one step, and sees how long the story is", async ({
  desk,
  signInAs,
  db,
}) => {
  const rest = "and so on ".repeat(235)
  const body = paragraphs("The mill burned.", "A Mill again.", `The last mill. ${rest}`)
  const post = await createPost(db, { status: "draft", publishedAt: null, body })
  await signInAs("editor")
  await desk.goto(`/desk/posts/${post.id}`)
  const text = desk.getByRole("textbox", { name: "Body" })
  const says = (...starts: string[]) =>
    expect(text.locator("p")).toHaveText(starts.map((start) => new RegExp(`^${start}`)))
  await expect(desk.getByText("714 words · 3 min to read", { exact: true })).toBeVisible()

  await text.press("ControlOrMeta+f")
  const bar = desk.getByRole("search", { name: "In the text" })
  const place = bar.getByRole("status")
  await expect(bar.getByLabel("Find")).toBeFocused()
  await desk.keyboard.type("mill")
  await expect(place).toHaveText("1 of 3")
  await expect(text.locator(".found")).toHaveText(["mill", "Mill", "mill"])
  await desk.keyboard.press("Enter")
  await expect(place).toHaveText("2 of 3")
  await bar.getByRole("button", { name: "Next" }).click()
  await expect(place).toHaveText("3 of 3")
  await bar.getByRole("button", { name: "Previous" }).click()
  await expect(place).toHaveText("2 of 3")

  await bar.getByLabel("Replace with").fill("wheel house")
  await bar.getByRole("button", { name: "Replace", exact: true }).click()
  await says("The mill burned", "A wheel house again", "The last mill")
  await expect(place).toHaveText("2 of 2")
  await bar.getByRole("button", { name: "Replace all" }).click()
  await says("The wheel house burned", "A wheel house again", "The last wheel house")
  await expect(place).toHaveText("2 replaced")
  await expect(desk.getByText("717 words · 3 min to read", { exact: true })).toBeVisible()

  await desk.keyboard.press("Escape")
  await expect(bar).toHaveCount(0)
  await expect(text).toBeFocused()
  await desk.keyboard.press("ControlOrMeta+z")
  await says("The mill burned", "A wheel house again", "The last mill")
  await desk.keyboard.press("ControlOrMeta+z")
  await says("The mill burned", "A Mill again", "The last mill")
  await expect(text.locator(".found")).toHaveCount(0)

  await desk.keyboard.press("ControlOrMeta+a")
  await desk.keyboard.type("Closed")
  await expect(desk.getByText("1 word · 1 min to read", { exact: true })).toBeVisible()
  await desk.keyboard.type(" again")
  await expect(desk.getByText("2 words · 1 min to read", { exact: true })).toBeVisible()
})
