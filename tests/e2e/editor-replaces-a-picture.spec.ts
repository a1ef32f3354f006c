import { createMedium } from "../../db/factories.ts"
import { expect, test } from "../support/fixtures.ts"

const page = { name: "page.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<!doctype html><p>No picture") }

test("a refused replacement says why and keeps what is typed, and without scripts the desk says it too", async ({
  desk,
  signInAs,
  db,
  baseURL,
}) => {
  const editor = await signInAs("editor")
  const { id } = await createMedium(db, { uploadedBy: editor.id })
  await desk.goto(`/desk/media/${id}`)
  await desk.getByLabel("Caption").fill("Not saved yet")
  await desk.getByLabel("New file").setInputFiles(page)
  await desk.getByRole("button", { name: "Replace" }).click()
  await expect(desk.getByRole("alert").filter({ hasText: "page.jpg" })).toContainText(
    "“page.jpg” is not a picture we can read.",
  )
  await expect(desk.getByLabel("Caption")).toHaveValue("Not saved yet")

  const headers = { origin: baseURL ?? "" }
  for (const address of ["", `?picture=${id}&version=1`]) {
    const answer = await desk.request.post(`/desk/media/upload${address}`, {
      headers,
      multipart: { file: page, renderedFor: String(editor.id) },
    })
    expect(new URL(answer.url()).pathname).toBe(address ? `/desk/media/${id}` : "/desk/media")
    expect(await answer.text()).toContain("“page.jpg” is not a picture we can read.")
  }
})
