import fs from "node:fs/promises"
import http from "node:http"
import type { AddressInfo } from "node:net"
import os from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { BucketStore } from "@/lib/media/storage/bucket-store"
import { FolderStore } from "@/lib/media/storage/folder-store"
import { folderName, makeKey, originalName, readAddress } from "@/lib/media/storage/names"
import type { MediaStore } from "@/lib/media/storage/store"
import { startBucketServer, startSilentServer } from "../../support/bucket-server.ts"

const folder = await fs.mkdtemp(path.join(os.tmpdir(), "masthead-stores-"))
afterAll(() => fs.rm(folder, { recursive: true }))

let server: Awaited<ReturnType<typeof startBucketServer>>
beforeAll(async () => {
  server = await startBucketServer()
})
afterAll(() => server.stop())

/** What two instances each make of the same settings. */
const stores: [string, () => MediaStore][] = [
  ["a folder", () => new FolderStore(path.join(folder, "media"))],
  ["a bucket", () => new BucketStore(server.bucket)],
]

let made = 0
async function fileWith(text: string): Promise<string> {
  const file = path.join(folder, `source-${++made}`)
  await fs.writeFile(file, text)
  return file
}

async function read(store: MediaStore, name: string): Promise<string | null> {
  const file = path.join(folder, `copy-${++made}`)
  return (await store.copyTo(name, file)) ? fs.readFile(file, "utf8") : null
}

async function namesIn(store: MediaStore): Promise<string[]> {
  const names: string[] = []
  for await (const { name, changedAt } of store.list()) {
    expect(Math.abs(Date.now() - changedAt.getTime())).toBeLessThan(600_000)
    names.push(name)
  }
  return names.sort()
}

describe.each(stores)("%s", (_, open) => {
  test("what one instance writes, another reads, byte for byte, and once it is removed there none has it", async () => {
    const [one, other] = [open(), open()]
    const name = originalName(makeKey())
    const text = "x".repeat(300_000)
    expect(await read(other, name)).toBeNull()
    await one.write(name, await fileWith(text))
    expect(await read(other, name)).toBe(text)
    await other.removeAll(name)
    expect(await read(one, name)).toBeNull()
    await other.removeAll(name)
  })

  test("the same file again does no harm, also at the same moment", async () => {
    const store = open()
    const name = originalName(makeKey())
    const file = await fileWith("the same")
    await Promise.all([store.write(name, file), open().write(name, file)])
    await store.write(name, file)
    expect(await read(store, name)).toBe("the same")
  })

  test("removing a picture's folder removes all in it and nothing beside it", async () => {
    const store = open()
    const [key, neighbour] = [makeKey(), makeKey()]
    const names = ["160-0a1b2c3d.avif", "160-0a1b2c3d.webp", "960-0a1b2c3d.jpg"]
    for (const name of names) await store.write(`${folderName(key)}/${name}`, await fileWith(name))
    await store.write(`${folderName(neighbour)}/160-0a1b2c3d.jpg`, await fileWith("beside"))
    await store.write(originalName(key), await fileWith("original"))
    await store.removeAll(folderName(key))
    const left = await namesIn(open())
    expect(left.filter((name) => name.includes(key))).toEqual([originalName(key)])
    expect(left).toContain(`${folderName(neighbour)}/160-0a1b2c3d.jpg`)
  })

  test("a file that cannot be written leaves nothing behind", async () => {
    const store = open()
    const name = originalName(makeKey())
    await expect(store.write(name, path.join(folder, "no such file"))).rejects.toThrow("ENOENT")
    expect(await read(store, name)).toBeNull()
    expect(await fs.readdir(path.join(folder, "media", "work")).catch(() => [])).toEqual([])
  })
})

test("what a folder could not give its name is not left on the disk", async () => {
  const store = new FolderStore(path.join(folder, "full"))
  await store.write("files/a/b", await fileWith("b"))
  await expect(store.write("files/a", await fileWith("a"))).rejects.toThrow()
  expect(await fs.readdir(path.join(folder, "full", "work"))).toEqual([])
})

test("an address names one file of one picture, and nothing beside or above it", () => {
  const key = makeKey()
  const name = "960-0a1b2c3d.jpg"
  expect(readAddress(`/media/${key}/${name}`)).toEqual({
    key,
    name: `files/${key}/${name}`,
    type: "image/jpeg",
  })
  for (const wrong of [
    `../${key}/${name}`,
    `/${name}`,
    `x/${name}`,
    `..\\${name}`,
    `${name}\n`,
    `${name}/`,
    "..",
    "",
  ])
    expect(readAddress(`/media/${key}/${wrong}`), wrong).toBeNull()
})

test("more files than a store lists at once are all listed", async () => {
  // The server of the other tests cannot list in parts on a new OpenSSL.
  const asked: (string | null)[] = []
  const inParts = http.createServer((req, res) => {
    const query = new URL(req.url ?? "", "http://localhost").searchParams
    const token = query.get("continuation-token")
    asked.push(token)
    const page = (name: string, more: string) =>
      `<ListBucketResult><Contents><Key>${query.get("prefix")}${name}</Key><LastModified>${new Date().toISOString()}</LastModified></Contents>${more}</ListBucketResult>`
    const more = "<IsTruncated>true</IsTruncated><NextContinuationToken>two+/=</NextContinuationToken>"
    res.end(token === null ? page("a", more) : page("b", ""))
  })
  await new Promise<void>((resolve) => inParts.listen(0, "127.0.0.1", resolve))
  const { port } = inParts.address() as AddressInfo
  const store = new BucketStore({ ...server.bucket, endpoint: `http://127.0.0.1:${port}` })
  expect(await namesIn(store)).toEqual(["files/a", "files/b", "originals/a", "originals/b"])
  expect(asked).toEqual([null, "two+/=", null, "two+/="])
  inParts.closeAllConnections()
  inParts.close()
})

test("a bucket whose store is not there, or refuses the key, fails with a reason and never counts as empty", async () => {
  const silent = await startSilentServer()
  await silent.stop()
  const gone = new BucketStore(silent.bucket)
  await expect(read(gone, originalName(makeKey()))).rejects.toThrow(/ECONNREFUSED|connect/)
  const foreign = new BucketStore({ ...server.bucket, accessKeyId: "another" })
  await expect(read(foreign, originalName(makeKey()))).rejects.toThrow(/access key/i)
  await expect(namesIn(foreign)).rejects.toThrow(/access key/i)
})

test("what readers are sent carries its type and may be kept for good, what was uploaded does not", async () => {
  const store = new BucketStore(server.bucket)
  const key = makeKey()
  await store.write(`${folderName(key)}/960-0a1b2c3d.avif`, await fileWith("avif"))
  await store.write(originalName(key), await fileWith("original"))
  const { HeadObjectCommand } = await import("@aws-sdk/client-s3")
  const { openBucket } = await import("@/lib/media/storage/bucket")
  const client = await openBucket(server.bucket)
  const head = (Key: string) => client.send(new HeadObjectCommand({ Bucket: "pictures", Key }))
  expect(await head(`${folderName(key)}/960-0a1b2c3d.avif`)).toMatchObject({
    ContentType: "image/avif",
    CacheControl: "public, max-age=31536000, immutable",
  })
  expect((await head(originalName(key))).CacheControl).toBeUndefined()
})

test("where readers get pictures from the bucket itself, caches in between keep one that is taken down for an hour at most", async () => {
  const name = `${folderName(makeKey())}/960-0a1b2c3d.avif`
  await new BucketStore(server.bucket, { isPublic: true }).write(name, await fileWith("avif"))
  const { HeadObjectCommand } = await import("@aws-sdk/client-s3")
  const { openBucket } = await import("@/lib/media/storage/bucket")
  const client = await openBucket(server.bucket)
  expect(await client.send(new HeadObjectCommand({ Bucket: "pictures", Key: name }))).toMatchObject({
    CacheControl: "public, max-age=3600",
  })
})

test("only AWS is asked for a bucket by a host name of its own", async () => {
  const { openBucket } = await import("@/lib/media/storage/bucket")
  const pathStyle = async (endpoint: string) =>
    (await openBucket({ ...server.bucket, endpoint })).config.forcePathStyle
  expect(await pathStyle("https://s3.eu-central-1.amazonaws.com")).toBe(false)
  expect(await pathStyle("https://amazonaws.com.example.org")).toBe(true)
  expect(await pathStyle("http://127.0.0.1:9000")).toBe(true)
})
