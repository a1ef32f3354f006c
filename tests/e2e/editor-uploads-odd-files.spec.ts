import type { APIRequestContext } from "@playwright/test"
import jpeg from "jpeg-js"
import type { LibraryEntry } from "../../lib/media/queries.ts"
import { expect, test } from "../support/fixtures.ts"
import { corners } from "../support/odd-pictures.ts"
import { type OddUpload, oddUploads } from "../support/odd-uploads.ts"

/** One network has at most four under way. */
const uploadsAtOnce = 4

type Answer =
  | { ok: true; filename: string; picture: LibraryEntry }
  | { ok: false; message: string; retry: boolean }

test("two hundred odd files are each shown right or refused by name, while readers get their pages", async ({
  desk,
  signInAs,
  baseURL,
  request,
}) => {
  const { id } = await signInAs("editor")
  const uploads = await oddUploads()
  expect(uploads.length).toBeGreaterThanOrEqual(200)
  const waiting = uploads.values()
  const sendAll = async () => {
    for (const upload of waiting) {
      const reading = request.get("/")
      const answer = await send(desk.request, { origin: baseURL ?? "", id }, upload)
      await test.step(upload.name, () => judge(desk.request, upload, answer))
      const read = await reading
      expect(read.status(), await read.text()).toBe(200)
    }
  }
  await Promise.all(Array.from({ length: uploadsAtOnce }, sendAll))
})

async function send(
  visitor: APIRequestContext,
  { origin, id }: { origin: string; id: number },
  { name, content }: OddUpload,
): Promise<Answer> {
  const answer = await visitor.post("/desk/media/upload", {
    headers: { origin, accept: "application/json" },
    multipart: { file: { name, mimeType: "image/jpeg", buffer: content }, renderedFor: String(id) },
  })
  expect(answer.status(), name).toBe(200)
  const [only] = (await answer.json()) as Answer[]
  if (!only) throw new Error(`Nothing was said of ${name}.`)
  return only
}

async function judge(
  visitor: APIRequestContext,
  { name, becomes }: OddUpload,
  answer: Answer,
): Promise<void> {
  if (becomes === "either" && !answer.ok) return expect(answer.message).toContain(`“${name}” `)
  if (typeof becomes === "object" && "refused" in becomes) {
    expect(answer, name).toMatchObject({ ok: false, retry: false })
    if (answer.ok) return
    expect(answer.message).toContain(`“${name}” `)
    return expect(answer.message).toContain(becomes.refused)
  }
  expect(answer, name).toMatchObject({ ok: true })
  if (!answer.ok) return
  expect(answer.filename, name).not.toMatch(/[/\\\p{Cc}]/u)
  for (const { name: file, format } of answer.picture.files) {
    const served = await visitor.get(`${answer.picture.folder}/${file}`)
    expect([served.status(), served.headers()], name).toMatchObject([
      200,
      { "content-type": `image/${format}`, "x-content-type-options": "nosniff" },
    ])
    const body = await served.body()
    expect(body.includes("planted"), name).toBe(false)
    // A second decoder reads it; what is made in the background may be there too.
    if (format !== "jpeg") continue
    if (typeof becomes === "object") expect(corners(body), name).toBe(becomes.corners)
    else jpeg.decode(body)
  }
}
