import fs from "node:fs/promises"
import path from "node:path"
import { eq } from "drizzle-orm"
import { afterAll, afterEach, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { media } from "@/db/schema/media"
import type { Role } from "@/lib/auth/staff"
import { importPicture } from "@/lib/media/import-picture"
import { suspend } from "@/lib/staff/mutations"
import { createSignedIn } from "../../support/as-owner.ts"
import { deferred } from "../../support/deferred.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { startOutside } from "../../support/outside.ts"
import { until } from "../../support/until.ts"

const dataDir = vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? "/tmp"}/masthead-import-picture-${process.pid}`
  return process.env.DATA_DIR
})
afterAll(() => fs.rm(dataDir, { recursive: true, force: true }))

withFreshDatabase()

const person = (...roles: Role[]) => createSignedIn(database(), { roles })
const portrait = () => fs.readFile(path.join(import.meta.dirname, "../../../public/demo/ifeoma-brandt.webp"))

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function outside(...given: Parameters<typeof startOutside>) {
  const started = await startOutside(...given)
  stops.push(started.stop)
  return started
}

test("a picture of another site comes into the library as the person's own, whatever type the site calls it", async () => {
  const wes = await person("writer")
  const content = await portrait()
  const { network } = await outside((_, response) => {
    response.setHeader("content-type", "image/gif")
    response.end(content)
  })
  const address = "http://pictures.example/2026/A%20market%E2%80%A8day.jpg?w=1"
  const imported = await importPicture(wes, address, network)
  expect(imported).toMatchObject({ ok: true, filename: "A market day.jpg", twin: false })
  const [row] = await database()
    .select()
    .from(media)
    .where(eq(media.id, imported.ok ? imported.id : 0))
  expect(row).toMatchObject({ uploadedBy: wes.id, bytes: content.length, filename: "A market day.jpg" })
  expect(row?.files).toHaveLength(1)
  expect(await importPicture(wes, address, network)).toMatchObject({ ok: true, twin: true })
  expect(await fs.readdir(path.join(dataDir, "media", "work"))).toEqual([])
})

test("what a site gives out as a picture and is none is refused by its name, and nothing of it is kept", async () => {
  const wes = await person("writer")
  const { network } = await outside((request, response) => {
    response.setHeader("content-type", request.url === "/page.png" ? "text/html" : "image/png")
    response.end("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
  })
  const refusals = [
    ["http://pictures.example/page.png", "“page.png” is no picture"],
    ["http://pictures.example/drawing.png", "“drawing.png” is an SVG"],
    ["http://127.0.0.1/inside.png", "“inside.png” is at an address that only its own network can reach."],
    ["nonsense", "“picture” is not at its address any more"],
  ] as const
  for (const [address, message] of refusals) {
    const answer = await importPicture(wes, address, network)
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining(message), retry: false })
  }
  expect(await database().$count(media, eq(media.uploadedBy, wes.id))).toBe(0)
})

test("a picture of another site that the disk does not take is answered by its name", async () => {
  const { network } = await outside(async (_, response) => {
    await fs.rm(path.join(dataDir, "media", "work"), { recursive: true })
    response.setHeader("content-type", "image/png")
    response.end("a picture")
  })
  const errors = vi.spyOn(console, "error").mockImplementation(() => {})
  const answer = await importPicture(await person("writer"), "http://pictures.example/a.png", network)
  errors.mockRestore()
  expect(answer).toMatchObject({ ok: false, retry: true })
  expect(answer).toHaveProperty("message", expect.stringContaining("“a.png” could not be stored"))
})

test("somebody who may not upload has nothing fetched", async () => {
  const { network, connected } = await outside((_, response) => response.end())
  const answer = await importPicture(await person("moderator"), "http://pictures.example/a.png", network)
  expect([answer.ok, connected]).toEqual([false, []])
})

test("a picture that is fetched while its sender is suspended does not come into the library", async () => {
  await person("admin")
  const wes = await person("writer")
  const content = await portrait()
  const { network } = await outside(async (_, response) => {
    await suspend("operator", wes.id)
    response.setHeader("content-type", "image/webp")
    response.end(content)
  })
  expect(await importPicture(wes, "http://pictures.example/late.webp", network)).toMatchObject({
    ok: false,
    message: expect.stringContaining("You have been signed out"),
  })
  expect(await database().$count(media, eq(media.uploadedBy, wes.id))).toBe(0)
})

test("for one person four pictures are fetched at a time, and others do not wait for them", async () => {
  const [wes, eva] = [await person("writer"), await person("editor")]
  const go = deferred<void>()
  const { network, requests } = await outside(async (request, response) => {
    if (request.url === "/slow.png") await go.promise
    response.setHeader("content-type", "text/plain")
    response.end()
  })
  const slow = Array.from({ length: 4 }, () =>
    importPicture(wes, "http://pictures.example/slow.png", network),
  )
  await until("four requests to be under way", async () => requests.length === 4)
  const fifth = await importPicture(wes, "http://pictures.example/fifth.png", network)
  expect(fifth).toMatchObject({ ok: false, retry: true, message: expect.stringContaining("has to wait") })
  expect(await importPicture(eva, "http://pictures.example/hers.png", network)).toMatchObject({
    ok: false,
    retry: false,
  })
  go.resolve()
  await Promise.all(slow)
  expect(requests.map(({ url }) => url)).not.toContain("/fifth.png")
  await importPicture(wes, "http://pictures.example/sixth.png", network)
  expect(requests.at(-1)?.url).toBe("/sixth.png")
})

test("somebody who brings in hundreds of pictures is stopped for a while, before anything is fetched", async () => {
  const wes = await person("writer")
  const { network, connected } = await outside((_, response) => response.end(), {
    "inside.example": ["10.0.0.1"],
  })
  for (let n = 0; n < 300; n++) await importPicture(wes, "http://inside.example/a.png", network)
  const answer = await importPicture(wes, "http://pictures.example/a.png", network)
  expect(answer).toMatchObject({ ok: false, retry: true, message: expect.stringContaining("in an hour") })
  expect(connected).toEqual([])
})
