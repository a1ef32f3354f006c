import net from "node:net"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, test, vi } from "vitest"
import { chooseEncoding } from "../../../server/cache/encodings.ts"
import { matches } from "../../../server/cache/serve.ts"
import { openEdge, page } from "../edge/edge.ts"

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["GZIP", "gzip"],
  ["br", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0.5", "gzip"],
  ["gzip;q=0.5, br;q=0.5", "br"],
  ["br;q=0", "identity"],
  ["br;q=0, gzip", "gzip"],
  ["gzip;q=0, br;q=0", "identity"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["br;q=0, *", "gzip"],
  ["identity", "identity"],
  ["identity;q=1, gzip;q=0.5", "identity"],
  ["identity;q=0.5, gzip;q=0.5", "gzip"],
  ["gzip; q = 0", "identity"],
  ["gzip;q=banana", "identity"],
  ["gzip;q=2", "identity"],
  ["deflate, zstd", "identity"],
  [",,gzip,,", "gzip"],
])("who accepts %j gets %s", (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding)
})

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ["*", true],
  ['"b"', false],
  ["a", false],
  ["", false],
])("a cache that holds %s", (header, held) => {
  expect(matches(header, '"a"')).toBe(held)
})

test("every encoding says the same, each with a validator of its own", async () => {
  const html = `<!DOCTYPE html><html><body><p>${"é and words ".repeat(300)}</p></body></html>`
  const { ask } = await openEdge(page(html))
  const plain = await ask("/")
  const gzip = await ask("/", { headers: { "accept-encoding": "gzip" } })
  const br = await ask("/", { headers: { "accept-encoding": "br" } })

  expect(plain.text).toBe(html)
  expect(gunzipSync(gzip.body).toString()).toBe(html)
  expect(brotliDecompressSync(br.body).toString()).toBe(html)
  expect(new Set([plain, gzip, br].map((reply) => reply.headers.etag)).size).toBe(3)
  for (const reply of [plain, gzip, br]) {
    expect(reply.headers.vary).toBe("Accept-Encoding")
    expect(reply.headers["content-length"]).toBe(String(reply.body.length))
    expect(reply.headers["cache-control"]).toBe("public, max-age=0, must-revalidate")
  }
})

test("who has the page already is told so, in each encoding, and HEAD tells what GET would", async () => {
  const { ask } = await openEdge(page(`<p>${"words ".repeat(300)}</p>`))
  for (const encoding of ["identity", "gzip", "br"]) {
    const headers = { "accept-encoding": encoding }
    const full = await ask("/", { headers })
    const head = await ask("/", { method: "HEAD", headers })
    const again = await ask("/", { headers: { ...headers, "if-none-match": `W/${full.headers.etag}` } })

    expect(again.status).toBe(304)
    expect(again.body.length).toBe(0)
    expect(again.headers.etag).toBe(full.headers.etag)
    expect(again.headers.vary).toBe("Accept-Encoding")
    expect(head.body.length).toBe(0)
    for (const name of ["etag", "content-length", "content-encoding", "content-type", "cache-control"]) {
      expect(head.headers[name]).toBe(full.headers[name])
    }
  }
})

test("a validator of one encoding does not stand for another", async () => {
  const { ask } = await openEdge(page(`<p>${"words ".repeat(300)}</p>`))
  const gzip = await ask("/", { headers: { "accept-encoding": "gzip" } })
  const br = await ask("/", { headers: { "accept-encoding": "br", "if-none-match": gzip.headers.etag } })
  expect(br.status).toBe(200)
})

test("many requests on one connection are each answered whole", async () => {
  const html = `<p>${"words ".repeat(20_000)}</p>`
  const { port } = await openEdge(page(html))
  const base = `http://localhost:${port}/`
  for (let i = 0; i < 40; i++) {
    const reply = await fetch(base, { headers: { "accept-encoding": i % 2 ? "gzip" : "br" } })
    expect(await reply.text()).toBe(html)
  }
})

test("a held page says when it was sent, not when it was made", async () => {
  vi.useFakeTimers({ toFake: ["Date"] })
  try {
    const { port } = await openEdge(page("<p>x</p>"))
    for (const day of [1, 2, 2, 3].map((day) => new Date(Date.UTC(2031, 0, day)))) {
      vi.setSystemTime(day)
      const { headers } = await fetch(`http://localhost:${port}/`)
      if (day.getUTCDate() > 1) expect(headers.get("date")).toBe(day.toUTCString())
    }
  } finally {
    vi.useRealTimers()
  }
})

test("who asks for several pages in one breath gets each of them, in order", async () => {
  const { port } = await openEdge(async (req, res) => {
    res.setHeader("content-type", "text/html")
    res.end(`<p>${req.url} ${"words ".repeat(300)}</p>`)
  })
  const paths = ["/posts/a", "/posts/b", "/posts/a", "/posts/a", "/posts/b"]
  for (const path of paths) await fetch(`http://localhost:${port}${path}`)
  const said = await new Promise<string>((resolve) => {
    let all = ""
    const socket = net.connect(port, "127.0.0.1", () => {
      const line = (path: string, last: boolean) =>
        `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${last ? "Connection: close\r\n" : ""}\r\n`
      socket.write(paths.map((path, at) => line(path, at === paths.length - 1)).join(""))
    })
    socket.setEncoding("latin1")
    socket.on("data", (chunk) => {
      all += chunk
    })
    socket.on("end", () => resolve(all))
  })
  expect([...said.matchAll(/<p>(\S+) /g)].map(([, path]) => path)).toEqual(paths)
  expect(said.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(paths.length)
})

test("a page that is read often is sent smaller, and who holds it from before has nothing to fetch", async () => {
  const words = Array.from({ length: 4000 }, (_, i) => (i * 2654435761) % 997).join(" ")
  const html = `<!DOCTYPE html><html><body><p>${words}</p></body></html>`
  const { ask } = await openEdge(page(html))
  const headers = { "accept-encoding": "br" }
  const first = await ask("/", { headers })
  let later = first
  while (later.body.length === first.body.length) later = await ask("/", { headers })
  expect(later.body.length).toBeLessThan(first.body.length)
  expect(brotliDecompressSync(later.body).toString()).toBe(html)
  expect(later.headers.etag).not.toBe(first.headers.etag)
  for (const { headers: held } of [first, later]) {
    const again = await ask("/", { headers: { ...headers, "if-none-match": held.etag } })
    expect(again.status).toBe(304)
    expect(again.headers.etag).toBe(held.etag)
  }
})
