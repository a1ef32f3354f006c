import { createPost } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

test("an editor sees the story as a phone, a tablet and a desktop show it, and in no frame of another site", async ({
  desk,
  signInAs,
  db,
  axe,
}) => {
  const editor = await signInAs("editor")
  const post = await createPost(db, { title: "A bridge for swans", status: "draft", createdBy: editor.id })
  const path = `/desk/posts/${post.id}/preview`
  await desk.goto(path)
  for (const [label, width] of [
    ["Phone", 390],
    ["Tablet", 768],
    ["Desktop", 1280],
  ] as const) {
    await desk.getByRole("link", { name: label }).click()
    await expect(desk.getByRole("link", { name: label })).toHaveAttribute("aria-current", "page")
    const frame = desk.frameLocator(`iframe[title$="${label.toLowerCase()}"]`)
    await expect(frame.getByRole("heading", { name: "A bridge for swans" })).toBeVisible()
    expect(await frame.locator("html").evaluate((html) => html.ownerDocument.defaultView?.innerWidth)).toBe(
      width,
    )
  }
  await axe(desk)
  await desk.getByRole("link", { name: "This window" }).click()
  await expect(desk.locator("iframe")).toHaveCount(0)

  const policyOf = async (address: string) =>
    (await desk.request.get(address)).headers()["content-security-policy"] ?? ""
  expect(await policyOf(`${path}/document`)).toContain("frame-ancestors 'self'")
  for (const address of [path, `/desk/posts/${post.id}`, "/desk"])
    expect(await policyOf(address)).toContain("frame-ancestors 'none'")
  const page = await desk.request.get(`${path}/document`)
  expect(page.headers()["cache-control"]).toBe("private, no-store")
})

test("links in the frame open in the whole window, by mouse and by keyboard, and footnotes in the frame", async ({
  desk,
  signInAs,
  db,
}) => {
  const editor = await signInAs("editor")
  const body = {
    type: "doc" as const,
    content: [
      {
        type: "paragraph" as const,
        content: [
          { type: "text" as const, text: "It cost 3 million" },
          { type: "footnote" as const, attrs: { text: "Budget of 2025." } },
        ],
      },
    ],
  }
  const post = await createPost(db, { status: "draft", createdBy: editor.id, body })
  const path = `/desk/posts/${post.id}/preview`
  const frame = desk.frameLocator("iframe")
  await desk.goto(`${path}?width=phone`)
  await frame.getByRole("link", { name: "Note 1" }).press("Enter")
  await expect(frame.getByRole("link", { name: "Back to the text" })).toBeVisible()
  await expect
    .poll(() => frame.locator("html").evaluate(({ ownerDocument }) => ownerDocument.location.hash))
    .toBe("#note-1")
  expect(new URL(desk.url()).pathname).toBe(path)

  const home = () => frame.locator('header a[href="/"]').first()
  await home().press("Enter")
  await expect(desk).toHaveURL(/\/$/)
  await desk.goto(`${path}?width=phone`)
  await home().click()
  await expect(desk).toHaveURL(/\/$/)
})
