import type { APIRequestContext, Page } from "@playwright/test"
import { inArray } from "drizzle-orm"
import jpeg from "jpeg-js"
import { media } from "../../db/schema/media.ts"
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
  db,
}) => {
  const { id } = await signInAs("editor")
  const turned = new Map<number, string>()
  const uploads = await oddUploads()
  expect(uploads.length).toBeGreaterThanOrEqual(200)
  const waiting = uploads.values()
  const sendAll = async () => {
    for (const upload of waiting) {
      const reading = request.get("/")
      const answer = await send(desk.request, { origin: baseURL ?? "", id }, upload)
      await test.step(upload.name, () => judge(desk.request, upload, answer))
      const corners = cornersOf(upload)
      if (answer.ok && corners) turned.set(answer.picture.id, corners)
      const read = await reading
      expect(read.status(), await read.text()).toBe(200)
    }
  }
  await Promise.all(Array.from({ length: uploadsAtOnce }, sendAll))

  // What was made of them in the background meanwhile, as a browser's own decoders see it.
  const stored = () =>
    db
      .select()
      .from(media)
      .where(inArray(media.id, [...turned.keys()]))
  const formatsOf = ({ files }: typeof media.$inferSelect) => new Set(files.map(({ format }) => format)).size
  await expect.poll(async () => Math.min(...(await stored()).map(formatsOf))).toBe(3)
  await desk.goto("/desk")
  for (const { id, key, files, filename } of await stored())
    for (const { name } of files)
      expect
        .soft(await cornersInBrowser(desk, `/media/${key}/${name}`), `${filename} ${name}`)
        .toBe(turned.get(id))
})

/** Of a photograph that lies on its side, or whose colours are not those of a screen. */
function cornersOf({ name, becomes }: OddUpload): string | null {
  const isTurned = /^turned-\d\.jpeg$|^(jpeg in Display P3|png of 16 bits)$/.test(name)
  return isTurned && typeof becomes === "object" && "corners" in becomes ? becomes.corners : null
}

/** The first letters of the colours in the corners, as `corners` says them. */
function cornersInBrowser(page: Page, address: string): Promise<string> {
  return page.evaluate(async (url) => {
    const picture = await createImageBitmap(await (await fetch(url)).blob())
    const { width, height } = picture
    const canvas = new OffscreenCanvas(width, height).getContext("2d")
    canvas?.drawImage(picture, 0, 0)
    const letters: Record<string, string> = { "100": "R", "010": "G", "001": "B", "111": "W" }
    return [
      [4, 4],
      [width - 5, 4],
      [4, height - 5],
      [width - 5, height - 5],
    ]
      .map(([x = 0, y = 0]) => [...(canvas?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3))
      .map((color) => color.map((part) => (part > 127 ? 1 : 0)).join(""))
      .map((bits) => letters[bits] ?? bits)
      .join("")
  }, address)
}

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
