import { randomUUID } from "node:crypto"
import { createPost, tagPost } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

test("a writer completes tags, takes them off by keys and by mouse, and finds them again", async ({
  desk,
  signInAs,
  db,
  axe,
}) => {
  const mark = randomUUID().slice(0, 8)
  const [harbour, housing] = [`Harbour ${mark}`, `Housing ${mark}`]
  const wim = await signInAs("writer")
  const other = await createPost(db, {})
  await tagPost(db, other.id, harbour, housing)
  const post = await createPost(db, { createdBy: wim.id, status: "draft", publishedAt: null })
  await desk.goto(`/desk/posts/${post.id}`)
  await expect(desk.getByRole("textbox", { name: "Body" })).toBeVisible()
  const line = desk.getByLabel("Tags")
  const chips = desk.getByRole("list", { name: "Chosen" }).getByRole("button")
  const chip = (name: string) => desk.getByRole("button", { name: `Remove ${name}` })
  const options = desk.getByRole("listbox", { name: "Suggestions" }).getByRole("option")

  await line.pressSequentially(mark)
  await expect(options).toHaveText([harbour, housing])
  await axe(desk)
  await desk.keyboard.press("Escape")
  await expect(options).toHaveCount(0)
  await desk.keyboard.press("ArrowDown")
  await desk.keyboard.press("ArrowDown")
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true")
  await desk.keyboard.press("Enter")
  await expect(chip(housing)).toBeVisible()
  // One that is chosen is not offered again, and one that is known keeps its spelling.
  await line.pressSequentially(`${harbour.toLowerCase()},`)
  await expect(chip(harbour)).toBeVisible()
  await line.pressSequentially(`Tides ${mark}, Boats ${mark}`)
  await desk.keyboard.press("Tab")
  await expect(chips).toHaveCount(4)
  await axe(desk)

  await line.focus()
  await desk.keyboard.press("Backspace")
  await expect(chip(`Boats ${mark}`)).toBeFocused()
  await desk.keyboard.press("ArrowLeft")
  await expect(chip(`Tides ${mark}`)).toBeFocused()
  await desk.keyboard.press("Delete")
  await expect(chip(`Boats ${mark}`)).toBeFocused()
  await desk.keyboard.press("ArrowRight")
  await expect(line).toBeFocused()
  await chip(housing).click()
  await expect(chips).toHaveText([`${harbour}×`, `Boats ${mark}×`])

  await desk.keyboard.press("ControlOrMeta+s")
  await expect(desk.getByRole("status").first()).toHaveText(/^Saved at/)
  await desk.reload()
  await expect(chips).toHaveText([`${harbour}×`, `Boats ${mark}×`])
})

test("tags that are put in at once stand for all of them, and unsaved ones come back", async ({
  desk,
  signInAs,
  db,
}) => {
  const mark = randomUUID().slice(0, 8)
  const wim = await signInAs("writer")
  const post = await createPost(db, { createdBy: wim.id, status: "draft", publishedAt: null })
  await tagPost(db, post.id, `Old ${mark}`)
  const chips = desk.getByRole("list", { name: "Chosen" }).getByRole("button")
  await desk.goto(`/desk/posts/${post.id}`)
  await expect(desk.getByRole("textbox", { name: "Body" })).toBeVisible()
  await expect(chips).toHaveText([`Old ${mark}×`])
  await desk.getByLabel("Tags").fill(`New ${mark}, Newer ${mark}`)
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByRole("status").first()).toHaveText(/^Saved at/)
  await desk.reload()
  await expect(chips).toHaveText([`New ${mark}×`, `Newer ${mark}×`])

  await desk.route("**/*", (route) =>
    route.request().method() === "POST" ? route.abort() : route.fallback(),
  )
  await desk.getByLabel("Tags").pressSequentially(`Kept ${mark},`)
  await expect(chips).toHaveCount(3)
  desk.on("dialog", (dialog) => dialog.accept())
  await desk.reload()
  await desk.getByRole("button", { name: "Restore my text" }).click()
  await expect(chips).toHaveText([`New ${mark}×`, `Newer ${mark}×`, `Kept ${mark}×`])
})

test("one tag that a program fills in stands for all, and what a person writes is added", async ({
  desk,
  signInAs,
  db,
}) => {
  const mark = randomUUID().slice(0, 8)
  const wim = await signInAs("writer")
  const post = await createPost(db, { createdBy: wim.id, status: "draft", publishedAt: null })
  await tagPost(db, post.id, `Old ${mark}`, `Older ${mark}`)
  const chips = desk.getByRole("list", { name: "Chosen" }).getByRole("button")
  const line = desk.getByLabel("Tags")
  const saved = async () => {
    await desk.getByRole("button", { name: "Save draft" }).click()
    await expect(desk.getByRole("status").first()).toHaveText(/^Saved at/)
    await desk.reload()
    await expect(desk.getByRole("textbox", { name: "Body" })).toBeVisible()
  }
  await desk.goto(`/desk/posts/${post.id}`)
  await expect(chips).toHaveText([`Old ${mark}×`, `Older ${mark}×`])
  await line.fill(`Solo ${mark}`)
  await expect(desk.getByText(`Replaced Old ${mark}, Older ${mark}.`)).toBeVisible()
  await saved()
  await expect(chips).toHaveText([`Solo ${mark}×`])
  // Also by a program that presses the field first, as a person does with a mouse.
  await line.click()
  await line.fill(`Alone ${mark}`)
  await saved()
  await expect(chips).toHaveText([`Alone ${mark}×`])

  await line.pressSequentially(`Typed ${mark}`)
  await desk.keyboard.press("Enter")
  // A keyboard on a screen puts in the words that it proposes, without a key.
  await line.blur()
  await line.dispatchEvent("pointerdown", { pointerType: "touch" })
  await line.focus()
  await desk.keyboard.insertText(`Proposed ${mark}`)
  await saved()
  await expect(chips).toHaveText([`Alone ${mark}×`, `Typed ${mark}×`, `Proposed ${mark}×`])

  await line.fill(`Wrong ${mark}`)
  await desk.getByRole("button", { name: "Keep all" }).click()
  await saved()
  await expect(chips).toHaveText([`Alone ${mark}×`, `Typed ${mark}×`, `Proposed ${mark}×`, `Wrong ${mark}×`])
})
