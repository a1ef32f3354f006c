import fs from "node:fs/promises"
import http from "node:http"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { BucketStore } from "@/lib/media/storage/bucket-store"
import { FolderStore } from "@/lib/media/storage/folder-store"
import { makeKey } from "@/lib/media/storage/names"
import type { MediaStore } from "@/lib/media/storage/store"
import { bucketSource } from "@/server/edge/bucket-source"
import type { MediaSource } from "@/server/edge/media-files"
import { folderSource, mediaSource } from "@/server/edge/media-source"
import { bucketEnvironment, startBucketServer, startSilentServer } from "../../support/bucket-server.ts"
import { until } from "../../support/until.ts"
import { openEdge, page } from "./edge.ts"

const folder = await fs.mkdtemp(path.join(os.tmpdir(), "masthead-edge-media-"))
afterAll(() => fs.rm(folder, { recursive: true }))

let server: Awaited<ReturnType<typeof startBucketServer>>
beforeAll(async () => {
  server = await startBucketServer()
})
afterAll(() => server.stop())

// A dot in the folder's own path is the operator's business.
const root = path.join(folder, ".data", "media")
const places: [string, () => { store: MediaStore; source: MediaSource }][] = [
  ["a folder", () => ({ store: new FolderStore(root), source: folderSource(root) })],
  ["a bucket", () => ({ store: new BucketStore(server.bucket), source: bucketSource(server.bucket) })],
]

const content = Buffer.from(Array.from({ length: 5000 }, (_, n) => n % 251))

async function write(store: MediaStore, name = "960-0a1b2c3d.jpg", bytes: Buffer = content) {
  const key = makeKey()
  const file = path.join(folder, key)
  await fs.writeFile(file, bytes)
  await store.write(`files/${key}/${name}`, file)
  return { key, address: `/media/${key}/${name}` }
}

const edgeWith = (media: MediaSource, siteUrl?: string) =>
  openEdge(page("no such page", 404), { media, siteUrl })

describe.each(places)("out of %s", (_, open) => {
  test("a picture comes whole, may be kept for good, does nothing when it is opened by itself, and names its cache tag", async () => {
    const { store, source } = open()
    const { key, address } = await write(store)
    const { ask } = await edgeWith(source, "https://news.example.org")
    const answer = await ask(address)
    expect([answer.status, answer.body.equals(content)]).toEqual([200, true])
    expect(answer.headers).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": "5000",
      "cache-control": "public, max-age=31536000, immutable",
      "cdn-cache-control": "public, max-age=3600",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "strict-transport-security": "max-age=31536000",
      "cache-tag": `media:${key}`,
      "accept-ranges": "bytes",
      etag: '"960-0a1b2c3d.jpg"',
    })
    expect(answer.headers["set-cookie"]).toBeUndefined()
  })

  test("each format has its type, and no other ending is served", async () => {
    const { store, source } = open()
    const { ask } = await edgeWith(source)
    for (const [ending, type] of [
      ["avif", "image/avif"],
      ["webp", "image/webp"],
      ["jpg", "image/jpeg"],
    ]) {
      const { address } = await write(store, `320-0a1b2c3d.${ending}`)
      expect((await ask(address)).headers["content-type"]).toBe(type)
    }
    for (const name of ["320-0a1b2c3d.svg", "320-0a1b2c3d.html", "x.jpg", "320-0a1b2c3d.jpg.part"]) {
      const { address } = await write(store, name)
      expect((await ask(address)).status, name).toBe(404)
    }
  })

  test("HEAD says the same and sends nothing", async () => {
    const { store, source } = open()
    const { address } = await write(store)
    const { ask } = await edgeWith(source)
    const [head, get] = [await ask(address, { method: "HEAD" }), await ask(address)]
    expect([head.status, head.body.length]).toEqual([200, 0])
    for (const name of ["content-length", "content-type", "etag", "cache-control", "accept-ranges"])
      expect(head.headers[name], name).toBe(get.headers[name])
  })

  test("a part is sent where a part is asked for, and all of it where the rest is of another file", async () => {
    const { store, source } = open()
    const { address } = await write(store)
    const { ask } = await edgeWith(source)
    const part = await ask(address, { headers: { range: "bytes=100-199" } })
    expect([part.status, part.headers["content-range"]]).toEqual([206, "bytes 100-199/5000"])
    expect(part.body.equals(content.subarray(100, 200))).toBe(true)
    const end = await ask(address, { headers: { range: "bytes=4990-" } })
    expect([end.status, end.body.equals(content.subarray(4990))]).toEqual([206, true])
    const same = await ask(address, { headers: { range: "bytes=0-9", "if-range": '"960-0a1b2c3d.jpg"' } })
    expect([same.status, same.body.length]).toEqual([206, 10])
    const other = await ask(address, { headers: { range: "bytes=0-9", "if-range": '"another"' } })
    expect([other.status, other.body.length]).toEqual([200, 5000])
    for (const range of ["bytes=-", `bytes=${"9".repeat(40)}-`]) {
      const odd = await ask(address, { headers: { range } })
      expect([200, 416].includes(odd.status), `${range}: ${odd.status}`).toBe(true)
    }
    const beyond = await ask(address, { headers: { range: "bytes=9000-" } })
    expect([beyond.status, beyond.body.length]).toEqual([416, 0])
    expect(beyond.headers["cache-control"]).toBe("private, no-store")
  })

  test("who holds it already is told so, and gets it where they hold another", async () => {
    const { store, source } = open()
    const { address } = await write(store)
    const { ask } = await edgeWith(source)
    const etag = '"960-0a1b2c3d.jpg"'
    for (const held of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const answer = await ask(address, { headers: { "if-none-match": held } })
      expect([answer.status, answer.body.length, answer.headers.etag], held).toEqual([304, 0, etag])
      expect(answer.headers["content-length"], held).toBeUndefined()
    }
    expect((await ask(address, { headers: { "if-none-match": '"x"' } })).status).toBe(200)
  })

  test("names that lead elsewhere reach nothing: no original, no other folder, no draft", async () => {
    const { store, source } = open()
    const { key, address } = await write(store)
    const secret = path.join(folder, "secret.jpg")
    await fs.writeFile(secret, "secret")
    await store.write(`originals/${key}`, secret)
    const { ask } = await edgeWith(source)
    const name = address.split("/").at(-1)
    for (const wrong of [
      `/media/originals/${key}`,
      `/media/../originals/${key}`,
      `/media/${key}/../../originals/${key}`,
      `/media/${key}/..%2f..%2foriginals%2f${key}`,
      `/media/${key}/%2e%2e/${key}/${name}x`,
      `/media/${key}/../../../secret.jpg`,
      `/media/${key}//${name}`,
      `/media/${key}/${name}/`,
      `/media/${key}/${name}%00.jpg`,
      `/media/${key.toUpperCase()}/${name}`,
      `/media/${key}/`,
      `/media/${key}`,
      "/media/",
    ]) {
      const answer = await ask(wrong)
      expect([400, 404].includes(answer.status), `${wrong}: ${answer.status}`).toBe(true)
      expect(answer.text).not.toContain("secret")
    }
  })

  test("a picture that is taken down is refused at once by every instance, also to who holds it, though its files are still there", async () => {
    const { store, source } = open()
    const { key, address } = await write(store)
    const instances = [await edgeWith(source), await edgeWith(open().source)]
    for (const { handler } of instances) handler.changed(`media:${key}`)
    for (const { ask } of instances) {
      expect((await ask(address)).status).toBe(404)
      const held = await ask(address, { headers: { "if-none-match": '"960-0a1b2c3d.jpg"' } })
      expect([held.status, held.headers["cache-control"]]).toEqual([404, "private, no-store"])
    }
    const other = await write(store)
    expect((await instances[0]?.ask(other.address))?.status).toBe(200)
    await store.removeAll(`files/${key}`)
    expect((await (await edgeWith(source)).ask(address)).status).toBe(404)
  })

  test("a client that leaves in the middle ends the reading, and others are served", async () => {
    const { store, source } = open()
    const { address } = await write(store, "2000-0a1b2c3d.webp", Buffer.alloc(8_000_000, 7))
    const { ask, port, server: edge } = await edgeWith(source)
    const open_ = () => new Promise<number>((resolve) => edge.getConnections((_, count) => resolve(count)))
    for (let n = 0; n < 5; n++) {
      const socket = net.connect(port, "127.0.0.1")
      socket.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
      await new Promise((resolve) => socket.once("data", resolve))
      socket.destroy()
    }
    await until("the connections to end", async () => (await open_()) === 0)
    expect((await ask(address)).body.length).toBe(8_000_000)
  })
})

test("a page shows pictures of this site and of the bucket's public host, and of no other", async () => {
  for (const [name, value] of Object.entries({
    ...bucketEnvironment(server.bucket),
    S3_PUBLIC_URL: "https://pictures.example.org:8443/paper",
  }))
    vi.stubEnv(name, value)
  vi.resetModules()
  const withBucket = await import("@/server/edge/headers")
  vi.unstubAllEnvs()
  vi.resetModules()
  const without = await import("@/server/edge/headers")
  const sources = (policy: string) => /img-src ([^;]+)/.exec(policy)?.[1]
  expect(sources(withBucket.readerPolicy)).toBe("'self' https://pictures.example.org:8443 data:")
  expect(sources(withBucket.deskPolicy("x"))).toBe("'self' https://pictures.example.org:8443 data: blob:")
  expect(sources(without.readerPolicy)).toBe("'self' data:")
})

test("a store that says nothing, or is not there, is a 503 with a sentence, and the app goes on", async () => {
  const silent = await startSilentServer()
  const address = `/media/${makeKey()}/960-0a1b2c3d.jpg`
  const { ask } = await edgeWith(bucketSource(silent.bucket, 300))
  const hanging = await ask(address)
  expect([hanging.status, hanging.headers["retry-after"]]).toEqual([503, "2"])
  expect(hanging.text).toContain("We will be back in a moment")
  expect(hanging.headers["cache-control"]).toBe("private, no-store")
  await silent.stop()
  expect((await ask(address)).status).toBe(503)
  expect((await ask("/healthz")).status).toBe(200)
})

test("a store is asked for no more than a slow reader takes", async () => {
  let sent = 0
  const piece = Buffer.alloc(64 * 1024)
  const store = http.createServer((_, res) => {
    res.writeHead(200, { "content-length": String(piece.length * 1000) })
    const more = () => {
      while (sent < 1000 && ++sent && res.write(piece));
      if (sent < 1000) res.once("drain", more)
    }
    more()
  })
  await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve))
  const { port: storePort } = store.address() as net.AddressInfo
  const { port } = await edgeWith(
    bucketSource({ ...server.bucket, endpoint: `http://127.0.0.1:${storePort}` }),
  )
  const reader = net.connect(port, "127.0.0.1")
  reader.write(`GET /media/${makeKey()}/960-0a1b2c3d.jpg HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  await new Promise((resolve) => reader.once("readable", resolve))
  let before = -1
  let looks = 0
  await until("the store to wait", () => {
    looks = sent === before ? looks + 1 : 0
    before = sent
    return looks === 10
  })
  expect(sent).toBeLessThan(500)
  reader.destroy()
  await until(
    "the store's connection to end",
    () => new Promise((resolve) => store.getConnections((_, n) => resolve(n === 0))),
  )
  store.close()
})

test("where the bucket is public by an address of its own, ours leads there, and a picture taken down does not", async () => {
  const publicUrl = "https://pictures.example.org/paper"
  const { ask, handler } = await edgeWith(mediaSource({ folder, bucket: server.bucket, publicUrl }))
  const key = makeKey()
  const answer = await ask(`/media/${key}/960-0a1b2c3d.jpg`)
  expect([answer.status, answer.headers.location]).toEqual([
    302,
    `${publicUrl}/files/${key}/960-0a1b2c3d.jpg`,
  ])
  handler.changed(`media:${key}`)
  expect((await ask(`/media/${key}/960-0a1b2c3d.jpg`)).status).toBe(404)
})
