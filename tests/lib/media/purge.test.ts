import { randomBytes } from "node:crypto"
import fs from "node:fs/promises"
import path from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeEach, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { createMedium, createStaff } from "@/db/factories"
import { jobs } from "@/db/schema/jobs"
import { removalLane } from "@/lib/media/jobs"
import { deleteMedia } from "@/lib/media/mutations"
import { replaceFile } from "@/lib/media/replace"
import { makeKey } from "@/lib/media/storage/names"
import { takeDown } from "@/lib/media/take-down"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

const cdn = await vi.hoisted(async () => {
  const http = await import("node:http")
  const { text } = await import("node:stream/consumers")
  const asked: { method?: string; authorization?: string; body: unknown }[] = []
  const state = { asked, status: 200 }
  const server = http.createServer(async (req, res) => {
    const body = await text(req)
    asked.push({
      method: req.method,
      authorization: req.headers.authorization,
      body: body && JSON.parse(body),
    })
    res.writeHead(state.status, state.status === 302 ? { Location: "/elsewhere" } : {}).end("{}")
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as { port: number }
  process.env.CDN_PURGE_URL = `http://127.0.0.1:${port}/purge_cache`
  process.env.CDN_PURGE_TOKEN = "a-secret"
  process.env.DATA_DIR = `${process.env.TMPDIR ?? "/tmp"}/masthead-purge-${process.pid}`
  return { ...state, set: (status: number) => (state.status = status), server, folder: process.env.DATA_DIR }
})

afterAll(async () => {
  cdn.server.close()
  await fs.rm(cdn.folder, { recursive: true, force: true })
})
beforeEach(() => {
  cdn.asked.length = 0
  cdn.set(200)
})

withFreshDatabase()

const editor = async () => asStaff(await createStaff(database(), { roles: ["editor"] }))
const run = () => removalLane.runDue(new AbortController().signal)
const purgeOf = (...keys: string[]) => ({
  method: "POST",
  authorization: "Bearer a-secret",
  body: { tags: keys.map((key) => `media:${key}`) },
})

test("a picture that is taken down is dropped by the CDN, by its old key and no other", async () => {
  const eva = await editor()
  const { id, key } = await createMedium(database(), { uploadedBy: eva.id, originalKey: makeKey() })
  expect(await takeDown(eva, id)).toEqual({ ok: true })
  expect(cdn.asked).toEqual([])
  await run()
  expect(cdn.asked).toEqual([purgeOf(key)])
})

test("a picture whose file is replaced is dropped by the CDN, by its old key and no other", async () => {
  const eva = await editor()
  const { id, key } = await createMedium(database(), { uploadedBy: eva.id, originalKey: makeKey() })
  const file = path.join(import.meta.dirname, "../../../public/demo/mateusz-orrell.webp")
  const received = { filename: "new.webp", path: file, bytes: 1, contentHash: randomBytes(32), cut: false }
  expect(await replaceFile(eva, { id, version: 1 }, received)).toBeNull()
  expect(cdn.asked).toEqual([])
  await run()
  expect(cdn.asked).toEqual([purgeOf(key)])
})

test.each([503, 302])("a CDN that answers %i is asked again later", async (status) => {
  const eva = await editor()
  const { id, key } = await createMedium(database(), { uploadedBy: eva.id })
  await deleteMedia(eva, [id])
  cdn.set(status)
  await run()
  cdn.set(200)
  await database().update(jobs).set({ dueAt: sql`now()` }).where(sql`state = 'queued'`)
  await run()
  expect(cdn.asked).toEqual([purgeOf(key), purgeOf(key)])
  await run()
  expect(cdn.asked).toHaveLength(2)
})

test("of forty pictures that are deleted at once, none is left at the CDN", async () => {
  const eva = await editor()
  const made = []
  for (let n = 0; n < 40; n++) made.push(await createMedium(database(), { uploadedBy: eva.id }))
  await deleteMedia(
    eva,
    made.map(({ id }) => id),
  )
  await run()
  const tags = cdn.asked.flatMap(({ body }) => (body as { tags: string[] }).tags)
  expect(tags.toSorted()).toEqual(made.map(({ key }) => `media:${key}`).toSorted())
})
