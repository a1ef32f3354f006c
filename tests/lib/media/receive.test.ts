import fs from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { eq } from "drizzle-orm"
import { afterAll, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { createMedium, createStaff } from "@/db/factories"
import { media } from "@/db/schema/media"
import type { Staff } from "@/lib/auth/staff"
import { largestUploadForm, mostFiles } from "@/lib/media/limits"
import { NotWritten, receiveFiles } from "@/lib/media/receive-files"
import { takeReplacement } from "@/lib/media/replace"
import { takeUpload } from "@/lib/media/upload"
import { type UploadRefusal, uploadRefusal } from "@/lib/media/upload-refusal"
import { uploadRefusalsIn, uploadRefusalUrl } from "@/lib/media/upload-refusal-url"
import { withDiskSpace } from "@/lib/media/work-folder"
import { changeRoles, endAllSessions, suspend } from "@/lib/staff/mutations"
import { createSignedIn } from "../../support/as-owner.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

const dataDir = vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? "/tmp"}/masthead-receive-${process.pid}`
  return process.env.DATA_DIR
})
afterAll(() => fs.rm(dataDir, { recursive: true, force: true }))

withFreshDatabase()

const editor = () => createSignedIn(database(), { roles: ["editor"] })

const portrait = (name: string) =>
  fs.readFile(path.join(import.meta.dirname, `../../../public/demo/${name}.webp`))

/** As the library sends it whose page was rendered for this person. */
function upload(by: { id: number }, files: Record<string, BlobPart>, address = "") {
  const body = new FormData()
  for (const [name, content] of Object.entries(files)) body.append("file", new Blob([content]), name)
  body.append("renderedFor", String(by.id))
  return new Request(`http://localhost/desk/media/upload${address}`, { method: "POST", body })
}

test("an upload that the disk does not take is answered, and nobody waits for it", async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "masthead-full-"))
  const whole = upload({ id: 1 }, { "a.jpg": new Uint8Array(3_000_000), "b.jpg": new Uint8Array(1000) })
  const source = whole.body?.getReader()
  const body = new ReadableStream({
    async pull(controller) {
      // Nothing can be written into it from now on.
      await fs.rm(folder, { recursive: true, force: true })
      const { done, value } = (await source?.read()) ?? { done: true }
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  const sent = { method: "POST", headers: whole.headers, body, duplex: "half" }
  const received = receiveFiles(new Request(whole.url, sent as RequestInit), folder)
  await expect(received).rejects.toBeInstanceOf(NotWritten)
})

test("of more files than are taken at once, the sender is told", async () => {
  const many = Array.from({ length: mostFiles + 3 }, (_, n) => [`${n}.txt`, "no picture"] as const)
  const eva = await editor()
  const answers = await takeUpload(eva, upload(eva, Object.fromEntries(many)))
  expect(answers).toHaveLength(mostFiles + 1)
  expect(answers.at(-1)).toEqual({ ok: false, problem: "too-many-files" })
})

test("a file that fails takes none of the others along, and the sender learns which it was", async () => {
  const eva = await editor()
  const files = { "one.webp": await portrait("ifeoma-brandt"), "two.webp": await portrait("hyunju-pask") }
  const errors = vi.spyOn(console, "error").mockImplementation(() => {})
  const transactions = vi.spyOn(database(), "transaction").mockRejectedValueOnce(new Error("away"))
  const answers = await takeUpload(eva, upload(eva, files))
  transactions.mockRestore()
  errors.mockRestore()
  expect(answers).toMatchObject([
    { ok: false, filename: "one.webp" },
    { ok: true, filename: "two.webp" },
  ])
  expect(uploadRefusal(answers[0] as UploadRefusal)).toContain("“one.webp” could not be stored")
})

test("a replacement without a file, or of no known version, replaces nothing and says so", async () => {
  const eva = await editor()
  const { id } = await createMedium(database())
  expect(await takeReplacement(eva, { id, version: 1 }, upload(eva, {}))).toEqual({
    ok: false,
    problem: "no-file",
  })
  const before = await database().$count(media)
  const file = { "new.webp": await portrait("mateusz-orrell") }
  expect(await takeUpload(eva, upload(eva, file, `?picture=${id}`))).toMatchObject([
    { ok: false, problem: "replacement-unclear" },
  ])
  expect(await database().$count(media)).toBe(before)
  expect(await database().$count(media, eq(media.id, id))).toBe(1)
})

test("a replacement that was taken is answered as taken", async () => {
  const eva = await editor()
  const { id } = await createMedium(database())
  const request = upload(eva, { "new.webp": await portrait("mateusz-orrell") })
  expect(await takeReplacement(eva, { id, version: 1 }, request)).toBeNull()
  const [row] = await database().select().from(media).where(eq(media.id, id))
  expect(row?.version).toBe(2)
})

test("where the disk is nearly full no upload is read, and the sender learns why", async () => {
  const eva = await editor()
  const full = { ok: false, problem: "disk-nearly-full" }
  const statfs = vi.spyOn(fs, "statfs").mockResolvedValue({ bavail: 1000, bsize: 4096 } as never)
  const request = upload(eva, { "one.webp": await portrait("rima-tannous-webb") })
  expect(await takeUpload(eva, request)).toEqual([full])
  expect(request.bodyUsed).toBe(false)
  expect(await takeReplacement(eva, { id: 1, version: 1 }, upload(eva, {}))).toEqual(full)
  statfs.mockRestore()
})

test("of uploads that come at once only as many are taken as the disk has room for together", async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "masthead-room-"))
  const bytes = 100_000_000
  const statfs = vi.spyOn(fs, "statfs").mockResolvedValue({
    bavail: largestUploadForm + 2 * bytes,
    bsize: 1,
  } as never)
  let arrive = () => {}
  const arriving = new Promise<string>((resolve) => {
    arrive = () => resolve("kept")
  })
  const answers = Array.from({ length: 3 }, () =>
    withDiskSpace({ folder, bytes, full: "full" }, () => arriving),
  )
  arrive()
  expect((await Promise.all(answers)).toSorted()).toEqual(["full", "kept", "kept"])
  // Once they are over the room is free again.
  expect(await withDiskSpace({ folder, bytes: 2 * bytes, full: "full" }, async () => "kept")).toBe("kept")
  statfs.mockRestore()
})

for (const [name, meanwhile, problem] of [
  ["is suspended", (id: number) => suspend("operator", id), "signed-out"],
  ["is signed out everywhere", (id: number) => endAllSessions("operator", id), "signed-out"],
  [
    "becomes a moderator",
    (id: number) => changeRoles("operator", id, { roles: ["moderator"] }),
    "not-allowed",
  ],
] as const) {
  test(`whoever ${name} while their pictures arrive adds none of them, and replaces none`, async () => {
    await createStaff(database(), { roles: ["admin"] })
    const { id } = await createMedium(database())
    const before = await database().select().from(media)
    for (const send of [
      (eva: Staff, request: Request) => takeUpload(eva, request),
      async (eva: Staff, request: Request) => [await takeReplacement(eva, { id, version: 1 }, request)],
    ]) {
      const eva = await editor()
      const whole = upload(eva, { "late.webp": await portrait("hyunju-pask") })
      const source = whole.body?.getReader()
      let isHalfway = false
      const body = new ReadableStream({
        async pull(controller) {
          if (!isHalfway) expect(await meanwhile(eva.id)).toEqual({ ok: true })
          isHalfway = true
          const { done, value } = (await source?.read()) ?? { done: true }
          if (done) controller.close()
          else controller.enqueue(value)
        },
      })
      const sent = { method: "POST", headers: whole.headers, body, duplex: "half" }
      const answers = await send(eva, new Request(whole.url, sent as RequestInit))
      expect(answers).toEqual([{ ok: false, problem }])
    }
    expect(await database().select().from(media)).toEqual(before)
  })
}

test("an upload from a page that was rendered for somebody else is not taken in another person's name", async () => {
  const [eva, ada] = [await editor(), await editor()]
  const before = await database().$count(media)
  const body = new FormData()
  body.append("file", new Blob([await portrait("hyunju-pask")]), "mine.webp")
  body.append("renderedFor", String(ada.id))
  const request = new Request("http://localhost/desk/media/upload", { method: "POST", body })
  expect(await takeUpload(eva, request)).toEqual([{ ok: false, problem: "another-person" }])
  expect(await database().$count(media)).toBe(before)
})

test("without scripts, the library says of each file why it was not taken", () => {
  const refusals: UploadRefusal[] = [
    { ok: false, problem: "broken", filename: "quay: 1 & 2.jpg" },
    { ok: false, problem: "too-many-files" },
  ]
  const address = new URL(uploadRefusalUrl("/desk/media", refusals), "http://localhost")
  const query = { upload: address.searchParams.getAll("upload") }
  expect(uploadRefusalsIn(query)).toEqual(refusals.map(uploadRefusal))
  const many = Array.from({ length: 50 }, (): UploadRefusal => {
    return { ok: false, problem: "svg", filename: "写".repeat(200) }
  })
  const long = uploadRefusalUrl("/desk/media", many)
  expect(long.length).toBeLessThan(6000)
  expect(uploadRefusalsIn(Object.fromEntries(new URL(long, "http://localhost").searchParams)).at(-1)).toMatch(
    /^\d+ more files were not taken\.$/,
  )
  expect(uploadRefusalsIn({ upload: ["anything:x.jpg", "broken"], more: "x" })).toHaveLength(1)
})
