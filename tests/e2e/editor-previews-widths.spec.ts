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
    // A press on a link there does nothing: other pages of the site let no page frame them.
    await frame.getByRole("navigation").getByRole("link").first().click({ force: true })
    await expect(frame.getByRole("heading", { name: "A bridge for swans" })).toBeVisible()
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
