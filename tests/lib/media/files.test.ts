import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import fs from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { and, desc, eq, sql } from "drizzle-orm"
import sharp from "sharp"
import { afterAll, expect, test, vi } from "vitest"
import { onTagChanged } from "@/db/cache-tags"
import { database } from "@/db/client"
import { createMedium, createPost, createStaff } from "@/db/factories"
import { lock } from "@/db/locks"
import { auditEvents } from "@/db/schema/audit"
import { jobs } from "@/db/schema/jobs"
import { media } from "@/db/schema/media"
import { posts } from "@/db/schema/posts"
import { transaction } from "@/db/transaction"
import { chainEvents } from "@/lib/audit/chain"
import { listLog } from "@/lib/audit/log/queries"
import { sentenceOf } from "@/lib/audit/log/sentence"
import { verifyLog } from "@/lib/audit/verify"
import type { Role, Staff } from "@/lib/auth/staff"
import * as images from "@/lib/media/images/images"
import { mediaLane, removalLane } from "@/lib/media/jobs"
import { deleteMedia, haveVariantsMade, saveDetails } from "@/lib/media/mutations"
import { getMedium } from "@/lib/media/queries"
import { replaceFile } from "@/lib/media/replace"
import { FolderStore } from "@/lib/media/storage/folder-store"
import { mediaStore } from "@/lib/media/storage/store"
import { orphanHours, removeOrphans, resumeUnfinished } from "@/lib/media/sweep"
import { takeDown } from "@/lib/media/take-down"
import { takeFile } from "@/lib/media/take-file"
import type { Picture } from "@/lib/media/types"
import { srcSet } from "@/lib/media/urls"
import { saveUsesOfStory } from "@/lib/media/uses"
import { removeOldWork } from "@/lib/media/work-folder"
import { socialPicture } from "@/lib/posts/social-picture"
import { startWorkers } from "@/server/boot/workers"
import { tamper } from "../../support/backdate.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { until } from "../../support/until.ts"
import { asStaff } from "../comments/as-staff.ts"

const dataDir = vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? "/tmp"}/masthead-files-${process.pid}`
  return process.env.DATA_DIR
})

vi.mock("@/lib/media/images/images", { spy: true })
afterAll(() => fs.rm(dataDir, { recursive: true, force: true }))

withFreshDatabase()

const person = async (...roles: Role[]) => asStaff(await createStaff(database(), { roles }))
const portraits = ["ifeoma-brandt", "hyunju-pask", "mateusz-orrell", "rima-tannous-webb"]

async function received(name: string) {
  const file = path.join(import.meta.dirname, `../../../public/demo/${name}.webp`)
  const content = await fs.readFile(file)
  const contentHash = createHash("sha256").update(content).digest()
  return { filename: `${name}.webp`, path: file, bytes: content.length, contentHash, cut: false }
}

/** A picture of the library with all of its sizes. */
async function picture(staff: Staff, name = portraits[0] ?? "") {
  const taken = await takeFile(staff, await received(name))
  if (!taken.ok) throw new Error(taken.problem)
  await runLanes()
  return rowOf(taken.id)
}

async function rowOf(id: number) {
  const [row] = await database().select().from(media).where(eq(media.id, id))
  if (!row) throw new Error(`There is no picture ${id}.`)
  return row
}

async function runLanes() {
  for (const lane of [mediaLane, removalLane]) await lane.runDue(new AbortController().signal)
}

async function storyWith(mediaId: number, fields: Parameters<typeof createPost>[1] = {}) {
  const post = await createPost(database(), { leadMediaId: mediaId, ...fields })
  await transaction((tx) => saveUsesOfStory(tx, post.id, { lead: [mediaId], body: [] }))
  return post
}

async function stored(): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of mediaStore().list()) names.push(name)
  return names.sort()
}

const storedOf = async (key: string) => (await stored()).filter((name) => name.includes(key))

async function tagsOf<T>(work: () => Promise<T>): Promise<[T, string[]]> {
  const tags: string[] = []
  const forget = onTagChanged((tag) => tags.push(tag))
  const result = await work()
  forget()
  return [result, tags]
}

async function lastEvent() {
  const [event] = await database().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1)
  return event
}

test("an uploaded picture can be shown at once in one size, and has all of them a moment later", async () => {
  const eva = await person("editor")
  const taken = await takeFile(eva, await received("ifeoma-brandt"))
  if (!taken.ok) throw new Error(taken.problem)
  const before = await rowOf(taken.id)
  expect([before.state, before.files.map(({ format }) => format)]).toEqual(["processing", ["jpeg"]])
  expect(await storedOf(before.key)).toHaveLength(1)
  await runLanes()
  const after = await rowOf(taken.id)
  expect(after.state).toBe("ready")
  expect(new Set(after.files.map(({ format }) => format))).toEqual(new Set(["avif", "webp", "jpeg"]))
  const names = await storedOf(after.key)
  for (const { name } of after.files) expect(names).toContain(`files/${after.key}/${name}`)
  expect(await storedOf(after.originalKey)).toEqual([`originals/${after.originalKey}`])
  expect(after.originalKey).not.toBe(after.key)
  await deleteMedia(eva, [after.id])
  await runLanes()
})

test("a deleted picture's files are refused from the commit on, and gone a moment later", async () => {
  const eva = await person("editor")
  const { id, key, originalKey } = await picture(eva)
  const [deleted, tags] = await tagsOf(() => deleteMedia(eva, [id]))
  expect(deleted.deleted).toEqual([id])
  expect(tags).toEqual([`media:${key}`])
  await runLanes()
  expect([...(await storedOf(key)), ...(await storedOf(originalKey))]).toEqual([])
  expect(await lastEvent()).toMatchObject({
    action: "media_deleted",
    mediaId: id,
    staffId: eva.id,
    subject: "media",
  })
})

test("while readers see a story with it, a picture is not taken down", async () => {
  const eva = await person("editor")
  const { id, key } = await picture(eva)
  const post = await storyWith(id)
  expect(await takeDown(eva, id)).toEqual({ ok: false, reason: "shown" })
  expect((await rowOf(id)).key).toBe(key)
  await database().update(posts).set({ status: "withdrawn" }).where(eq(posts.id, post.id))
  expect(await takeDown(eva, id)).toEqual({ ok: true })
})

test("after its story was withdrawn a picture can be taken down at once: it has new addresses, and the old ones are nobody's", async () => {
  const [eva, ada, ben] = [await person("editor"), await person("writer"), await person("writer")]
  const before = await picture(ada, "hyunju-pask")
  await storyWith(before.id, { status: "withdrawn", publishedAt: new Date() })
  expect(await takeDown(ben, before.id)).toEqual({ ok: false, reason: "not-found" })
  const [taken, tags] = await tagsOf(() => takeDown(eva, before.id))
  expect(taken).toEqual({ ok: true })
  expect(tags).toEqual([`media:${before.key}`])
  expect(await lastEvent()).toMatchObject({ action: "media_taken_down", mediaId: before.id, staffId: eva.id })
  await runLanes()
  const after = await rowOf(before.id)
  expect([after.key === before.key, after.state]).toEqual([false, "ready"])
  expect(await storedOf(before.key)).toEqual([])
  expect(await storedOf(after.key)).toHaveLength(after.files.length)
  expect(await storedOf(after.originalKey)).toHaveLength(1)
})

test("a picture that is taken down while its sizes are made does not come back at its old address", async () => {
  const eva = await person("editor")
  const before = await picture(eva, "mateusz-orrell")
  await database().update(media).set({ state: "processing" }).where(eq(media.id, before.id))
  const store = mediaStore()
  const write = vi.spyOn(store, "write").mockImplementationOnce(async (name, file) => {
    // In the middle of the work, and removed by another instance before it ends.
    await takeDown(eva, before.id)
    await removalLane.runDue(new AbortController().signal)
    write.mockRestore()
    await store.write(name, file)
  })
  await transaction((tx) => haveVariantsMade(tx, before.id))
  await runLanes()
  await runLanes()
  const after = await rowOf(before.id)
  expect(await storedOf(before.key)).toEqual([])
  expect((await storedOf(after.key)).length).toBe(after.files.length)
  expect(after.state).toBe("ready")
})

test("a replaced file keeps the picture's number and words; pages that show it are dropped before its old files", async () => {
  const eva = await person("editor")
  const before = await picture(eva, "rima-tannous-webb")
  const post = await storyWith(before.id)
  const words = {
    alt: "A hill",
    caption: "C",
    credit: "D",
    licence: "E",
    decorative: false,
    focusX: 100,
    focusY: 900,
  }
  await saveDetails(eva, { id: before.id, version: 1, ...words })
  const [replaced, tags] = await tagsOf(async () =>
    replaceFile(eva, { id: before.id, version: 2 }, await received("ifeoma-brandt")),
  )
  expect(replaced).toBeNull()
  expect(tags).toEqual([`post:${post.slug}`, `card:${post.slug}`, `media:${before.key}`])
  expect(await lastEvent()).toMatchObject({ action: "media_replaced", mediaId: before.id, version: 3 })
  const shown = await rowOf(before.id)
  expect(shown).toMatchObject({
    ...words,
    version: 3,
    filename: "ifeoma-brandt.webp",
    createdAt: before.createdAt,
  })
  expect(shown.files).toHaveLength(1)
  expect(shown.contentHash.equals(before.contentHash)).toBe(false)
  await runLanes()
  const after = await rowOf(before.id)
  expect(after.state).toBe("ready")
  expect([...(await storedOf(before.key)), ...(await storedOf(before.originalKey))]).toEqual([])
  expect(await storedOf(after.originalKey)).toHaveLength(1)
})

test("a file is not replaced over somebody else's change, by somebody who may not, or by what is no picture", async () => {
  const [eva, ada, ben] = [await person("editor"), await person("writer"), await person("writer")]
  const { id, key } = await picture(ada, "hyunju-pask")
  await storyWith(id)
  const file = await received("mateusz-orrell")
  const before = await stored()
  const refused = (problem: string) => expect.objectContaining({ ok: false, problem })
  expect(await replaceFile(eva, { id, version: 7 }, file)).toEqual(refused("stale"))
  expect(await replaceFile(ben, { id, version: 1 }, file)).toEqual(refused("not-allowed"))
  expect(await replaceFile(ada, { id, version: 1 }, file)).toEqual(refused("in-use"))
  const text = path.join(os.tmpdir(), `masthead-${process.pid}.txt`)
  await fs.writeFile(text, "no picture")
  expect(await replaceFile(eva, { id, version: 1 }, { ...file, path: text })).toEqual(
    refused("not-a-picture"),
  )
  await fs.rm(text)
  expect((await rowOf(id)).key).toBe(key)
  expect(await stored()).toEqual(before)
})

test("the log tells editors which picture was deleted, taken down or replaced, and its chain holds", async () => {
  const eva = await person("editor")
  const { id } = await picture(eva, "rima-tannous-webb")
  await replaceFile(eva, { id, version: 1 }, await received("mateusz-orrell"))
  await takeDown(eva, id)
  await deleteMedia(eva, [id])
  const { entries } = await listLog(eva, { subject: "media" })
  expect(
    entries.slice(0, 3).map((entry) => Object.values(sentenceOf(entry)).filter(Boolean).join(" ")),
  ).toEqual([
    `${eva.name} deleted picture ${id}`,
    `${eva.name} took down picture ${id}`,
    `${eva.name} replaced the file of picture ${id}`,
  ])
  const moderator = await person("moderator")
  expect((await listLog(moderator, {})).entries.some(({ mediaId }) => mediaId !== null)).toBe(false)
  await chainEvents()
  expect(await verifyLog(database())).toMatchObject({ ok: true })
  const other = await createMedium(database())
  await tamper((tx) => tx.execute(sql`update audit_events set media_id = ${other.id} where media_id = ${id}`))
  expect(await verifyLog(database())).toMatchObject({ ok: false })
  await tamper((tx) => tx.execute(sql`update audit_events set media_id = ${id} where media_id = ${other.id}`))
  await runLanes()
})

test("links to a story show its lead picture in their shape, cut around its focus as it is now", async () => {
  const eva = await person("editor")
  const wide = await sharp({ create: { width: 2000, height: 700, channels: 3, background: "#f00" } })
    .composite([
      { input: { create: { width: 700, height: 700, channels: 3, background: "#00f" } }, left: 0, top: 0 },
    ])
    .png()
    .toFile(path.join(dataDir, "wide.png"))
  const contentHash = createHash("sha256").update("wide").digest()
  const file = {
    filename: "wide.png",
    path: path.join(dataDir, "wide.png"),
    bytes: wide.size,
    contentHash,
    cut: false,
  }
  const taken = await takeFile(eva, file)
  if (!taken.ok) throw new Error(taken.problem)
  await runLanes()
  const blue = async () => {
    const { key, files } = await rowOf(taken.id)
    const crops = files.filter(({ crop }) => crop)
    const lead = { ...(await getMedium(eva, taken.id)) } as Picture
    const url = socialPicture({ lead, picture: "" })
    expect(crops.map(({ width, height, name }) => [width, height, `/media/${key}/${name}`])).toEqual([
      [1200, 630, url],
    ])
    const stats = await sharp(path.join(dataDir, "media", "files", key, crops[0]?.name ?? "")).stats()
    return (stats.channels[2]?.mean ?? 0) > 100
  }
  expect(await blue()).toBe(false)
  const before = (await rowOf(taken.id)).files.length
  const words = { alt: "", caption: "", credit: "", licence: "", decorative: false, focusX: 0, focusY: 500 }
  await saveDetails(eva, { id: taken.id, version: 1, ...words })
  await runLanes()
  expect(await blue()).toBe(true)
  expect((await rowOf(taken.id)).files).toHaveLength(before)
  expect(srcSet({ folder: "", files: (await rowOf(taken.id)).files }, "jpeg")).not.toContain("1200x630")
})

test("a picture whose sizes once failed has them made again: by itself, by the daily tidying, and by uploading it again", async () => {
  const eva = await person("editor")
  const { id, key } = await picture(eva, "hyunju-pask")
  const make = vi.spyOn(images, "makeVariants")
  make.mockImplementationOnce(async (source, wanted, folder) => {
    const made = await images.makeVariants(source, { ...wanted, widths: [160] }, folder)
    return { ok: false, problem: "too-slow", variants: made.variants }
  })
  await database().update(media).set({ state: "processing" }).where(eq(media.id, id))
  await transaction((tx) => haveVariantsMade(tx, id))
  await runLanes()
  make.mockRestore()
  const failed = await rowOf(id)
  // What there was stays, with what was made.
  expect([failed.state, failed.files.some(({ width }) => width === 160)]).toEqual(["failed", true])
  expect(failed.files.length).toBeGreaterThan(3)
  const waiting = () =>
    database()
      .select()
      .from(jobs)
      .where(and(eq(jobs.key, String(id)), eq(jobs.state, "queued")))
  expect(await waiting()).toMatchObject([{ attempts: 1 }])
  await database()
    .delete(jobs)
    .where(eq(jobs.key, String(id)))
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
  await database().update(media).set({ updatedAt: twoDaysAgo }).where(eq(media.id, id))
  await resumeUnfinished()
  expect(await waiting()).toHaveLength(1)
  await database()
    .delete(jobs)
    .where(eq(jobs.key, String(id)))
  expect(await takeFile(eva, await received("hyunju-pask"))).toMatchObject({ id, twin: true })
  await runLanes()
  expect(await rowOf(id)).toMatchObject({ key, state: "ready" })
})

test("of a picture that is taken down while its sizes are made, and these fail, no file stays at the old address", async () => {
  const eva = await person("editor")
  const { id, key } = await picture(eva, "mateusz-orrell")
  const write = vi.spyOn(mediaStore(), "write")
  const file = (await received("ifeoma-brandt")).path
  await database().update(media).set({ state: "processing" }).where(eq(media.id, id))
  await transaction((tx) => haveVariantsMade(tx, id))
  write.mockImplementationOnce(async () => {
    write.mockRestore()
    await takeDown(eva, id)
    await removalLane.runDue(new AbortController().signal)
    await mediaStore().write(`files/${key}/160-0a1b2c3d.jpg`, file)
    throw new Error("The store is away.")
  })
  await runLanes()
  await runLanes()
  expect(await storedOf(key)).toEqual([])
})

test("what a killed process left behind is gone when the app starts again, and what is being received stays", async () => {
  const work = path.join(dataDir, "media", "work")
  const [left, fresh] = [path.join(work, "left"), path.join(work, "fresh")]
  for (const folder of [left, fresh]) await fs.mkdir(folder, { recursive: true })
  const yesterday = new Date(Date.now() - 86_400_000)
  await fs.utimes(left, yesterday, yesterday)
  const workers = await startWorkers()
  await workers.stop()
  expect(await fs.readdir(work)).toContain("fresh")
  expect(await fs.readdir(work)).not.toContain("left")
  await fs.rm(fresh, { recursive: true })
})

const tomorrow = () => new Date(Date.now() + 60_000)

test("the sweep removes what no picture is kept by, and nothing that one is, nor what is young or not ours", async () => {
  const eva = await person("editor")
  const kept = await picture(eva, "ifeoma-brandt")
  await storyWith(kept.id, { status: "draft", publishedAt: null })
  await runLanes()
  const file = (await received("ifeoma-brandt")).path
  const orphan = "q".repeat(26)
  await mediaStore().write(`files/${orphan}/960-0a1b2c3d.jpg`, file)
  await mediaStore().write(`originals/${orphan}`, file)
  await mediaStore().write("files/notes.txt", file)
  const before = await stored()
  await removeOrphans(new Date(Date.now() - orphanHours * 3_600_000))
  expect(await stored()).toEqual(before)
  // On two instances at once.
  await Promise.all([removeOrphans(tomorrow()), removeOrphans(tomorrow())])
  expect(await storedOf(orphan)).toEqual([])
  const left = before.filter((name) => !name.includes(orphan))
  expect(left).toContain(`originals/${kept.originalKey}`)
  expect(await stored()).toEqual(left)
  await mediaStore().removeAll("files/notes.txt")
})

test("a database that knows nothing of what is stored removes nothing, however little it is", async () => {
  const store = new FolderStore(path.join(dataDir, "another"))
  const names = [`originals/${"y".repeat(26)}`, `files/${"x".repeat(26)}/960-0a1b2c3d.jpg`]
  for (const name of names) await store.write(name, (await received("ifeoma-brandt")).path)
  await expect(removeOrphans(tomorrow(), store)).rejects.toThrow("Nothing was removed.")
  const left: string[] = []
  for await (const { name } of store.list()) left.push(name)
  expect(left.sort()).toEqual(names.sort())
})

test("a database that knows less than half of what is stored removes nothing, and says so", async () => {
  const file = (await received("ifeoma-brandt")).path
  const names = Array.from(
    { length: 101 },
    (_, n) =>
      `originals/${[n >> 5, n & 31].map((d) => "abcdefghijklmnopqrstuvwxyz234567"[d]).join("")}${"z".repeat(24)}`,
  )
  for (const name of names) await mediaStore().write(name, file)
  const before = await stored()
  await expect(removeOrphans(tomorrow())).rejects.toThrow("Nothing was removed.")
  expect(await stored()).toEqual(before)
  for (const name of names) await mediaStore().removeAll(name)
})

test("sizes that were never made are made after all", async () => {
  const lost = await createMedium(database(), {
    state: "processing",
    updatedAt: new Date(Date.now() - 3 * 86_400_000),
  })
  const fresh = await createMedium(database(), { state: "processing" })
  await resumeUnfinished()
  await resumeUnfinished()
  const queued = (id: number) => database().$count(jobs, eq(jobs.key, String(id)))
  expect([await queued(lost.id), await queued(fresh.id)]).toEqual([1, 0])
  // Its original is not in the store; the library shows the state as failed.
  await runLanes()
  expect((await getMedium(await person("editor"), lost.id))?.state).toBe("failed")
})

test.each([
  ["when what was uploaded is stored", 1],
  ["when all is stored and only the row is missing", 2],
])("an upload that is killed %s leaves no half picture, and nothing after the sweep", async (_, files) => {
  const eva = await person("editor")
  const file = await received("rima-tannous-webb")
  await database().delete(media).where(eq(media.contentHash, file.contentHash))
  const before = await stored()
  const more = async () => (await stored()).filter((name) => !before.includes(name))
  await transaction(async (tx) => {
    // Keeps the row from being written.
    await lock(tx, "media", file.contentHash.toString("hex"))
    const flags = ["--conditions=react-server", "--import", "tsx", "tests/support/upload-process.ts"]
    const child = spawn(process.execPath, [...flags, String(eva.id), file.path], { stdio: "inherit" })
    const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)))
    await Promise.race([until("the files", async () => (await more()).length >= files), ended])
    child.kill("SIGKILL")
    expect(await ended).toBe("SIGKILL")
  })
  expect(await database().$count(media, eq(media.contentHash, file.contentHash))).toBe(0)
  expect(await more()).not.toEqual([])
  await removeOldWork(tomorrow())
  await removeOrphans(tomorrow())
  expect(await more()).toEqual([])
  expect(await fs.readdir(path.join(dataDir, "media", "work"))).toEqual([])
})
