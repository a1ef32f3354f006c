import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, expect, test } from "vitest"
import { fetchPublic } from "@/lib/fetch-guard/fetch-public"
import type { Network } from "@/lib/fetch-guard/network"
import { publicIp, startOutside } from "../../support/outside.ts"

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function outside(answer: RequestListener, names?: Record<string, string[]>) {
  const started = await startOutside(answer, names)
  stops.push(started.stop)
  return started
}

async function text(body: AsyncIterable<Buffer>): Promise<string> {
  let all = ""
  for await (const chunk of body) all += chunk
  return all
}

const wish = { accept: "image/png", types: /^image\//, largest: 1000, milliseconds: 60_000, read: text }

const fetched = (address: string, network: Network, more: Partial<typeof wish> = {}) =>
  fetchPublic(address, { ...wish, ...more }, network)

const picture: RequestListener = (_, response) => {
  response.setHeader("content-type", "image/png")
  response.end("a picture")
}

test("what a public site has is read, and the site is told nothing of who asks", async () => {
  const { network, requests, connected } = await outside(picture)
  expect(await fetched("http://pictures.example/a.png?size=2", network)).toEqual({
    ok: true,
    value: "a picture",
  })
  expect(connected).toEqual([`${publicIp} 80`])
  expect([requests[0]?.url, requests[0]?.headers]).toEqual([
    "/a.png?size=2",
    {
      host: "pictures.example",
      accept: "image/png",
      "accept-encoding": "identity",
      "user-agent": "Masthead",
      connection: expect.any(String),
    },
  ])
})

test.each([
  "http://127.0.0.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.1/",
  "http://0177.0.0.1/",
  "http://017700000001/",
  "http://127.1/",
  "http://127.0.0.1./",
  "http://１２７.0.0.1/",
  "http://0/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[64:ff9b::127.0.0.1]/",
  "http://169.254.169.254/latest/meta-data/",
  "http://[fd00:ec2::254]/",
  "http://10.0.0.1/",
  "http://inside.example/",
  "https://inside.example/",
  "http://pictures.example:8080/",
  "http://pictures.example:5432/",
  "https://pictures.example:80/",
  "http://user@pictures.example/",
  "http://user:secret@pictures.example/",
  "ftp://pictures.example/",
  "file:///etc/passwd",
  "gopher://pictures.example/",
  "data:image/png;base64,AAAA",
])("nothing connects for %s", async (address) => {
  const { network, connected } = await outside(picture, {
    "inside.example": ["10.0.0.7", "::1", "fe80::1"],
  })
  expect(await fetched(address, network)).toEqual({ ok: false, problem: "not-public" })
  expect(connected).toEqual([])
})

test("of a name with addresses inside and outside, only the outer ones are connected to", async () => {
  const { network, connected } = await outside(picture, { "both.example": ["127.0.0.1", publicIp, "::1"] })
  expect(await fetched("http://both.example/", network)).toMatchObject({ ok: true })
  expect(connected).toEqual([`${publicIp} 80`])
})

test("a name that leads inside the second time it is asked for gets no second connection (DNS rebinding)", async () => {
  const { network, connected } = await outside((_, response) => {
    response.writeHead(302, { location: "/again" }).end()
  })
  let asked = 0
  const rebinding: Network = {
    ...network,
    resolve: async () => [{ address: asked++ === 0 ? publicIp : "127.0.0.1", family: 4 }],
  }
  expect(await fetched("http://rebinding.example/", rebinding)).toEqual({ ok: false, problem: "not-public" })
  expect([asked, connected]).toEqual([2, [`${publicIp} 80`]])
})

test.each([
  "http://127.0.0.1/admin",
  "http://[::1]/",
  "//localhost.example/",
  "http://pictures.example:6379/",
  "file:///etc/passwd",
  "https://0x7f000001/",
])("a redirect to %s is not followed", async (location) => {
  const { network, connected } = await outside((_, response) => response.writeHead(307, { location }).end(), {
    "localhost.example": ["127.0.0.1"],
  })
  expect(await fetched("http://pictures.example/", network)).toEqual({ ok: false, problem: "not-public" })
  expect(connected).toHaveLength(1)
})

test("three redirects are followed and a fourth is not, and a cookie that was set on the way is not sent", async () => {
  const { network, requests } = await outside((request, response) => {
    const left = Number(request.url?.slice(1))
    if (left === 0) return picture(request, response)
    response.writeHead(301, { location: `/${left - 1}`, "set-cookie": "a=b" }).end()
  })
  expect(await fetched("http://pictures.example/3", network)).toEqual({ ok: true, value: "a picture" })
  expect(await fetched("http://pictures.example/4", network)).toEqual({
    ok: false,
    problem: "too-many-redirects",
  })
  expect(requests.filter(({ headers }) => headers.cookie)).toEqual([])
})

test("a body is read no further than its bound, whatever length it claims or keeps to itself", async () => {
  let written = 0
  const { network } = await outside((request, response) => {
    response.setHeader("content-type", "image/png")
    if (request.url === "/claims") return response.setHeader("content-length", 5_000_000_000).write("x")
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(60_000))) written += 60_000
    }
    response.on("drain", more)
    more()
  })
  for (const path of ["/claims", "/endless"])
    expect(await fetched(`http://pictures.example${path}`, network)).toEqual({
      ok: false,
      problem: "too-large",
    })
  expect(written).toBeLessThan(50_000_000)
})

test("a site that takes its time is left in the middle of its head or its body", async () => {
  const { network } = await outside((request, response) => {
    if (request.url === "/silent") return
    response.setHeader("content-type", "image/png")
    const drip = setInterval(() => response.write("x"), 20)
    response.on("close", () => clearInterval(drip))
  })
  const more = { milliseconds: 300, largest: 1_000_000 }
  for (const path of ["/silent", "/dripping"])
    expect(await fetched(`http://slow.example${path}`, network, more)).toEqual({
      ok: false,
      problem: "too-slow",
    })
  const nameless: Network = { ...network, resolve: () => new Promise(() => {}) }
  expect(await fetched("http://slow.example/", nameless, more)).toEqual({ ok: false, problem: "too-slow" })
})

test.each([
  [200, { "content-type": "text/html" }, "wrong-type"],
  [200, {}, "wrong-type"],
  [200, { "content-type": "image/png", "content-encoding": "gzip" }, "wrong-type"],
  [404, { "content-type": "image/png" }, "not-there"],
  [401, { "www-authenticate": "Basic" }, "not-there"],
  [500, {}, "not-there"],
  [304, {}, "not-there"],
  [302, {}, "not-there"],
] as const)("status %i with %j is no picture", async (status, headers, problem) => {
  const { network } = await outside((_, response) => response.writeHead(status, headers).end())
  expect(await fetched("http://pictures.example/", network)).toEqual({ ok: false, problem })
})

test("a site that is not there, ends in the middle, or proves no name says so", async () => {
  const { network } = await outside((_, response) => {
    response.writeHead(200, { "content-type": "image/png", "content-length": "100" })
    response.write("half")
    setImmediate(() => response.destroy())
  })
  const unreachable = { ok: false, problem: "unreachable" }
  expect(await fetched("http://pictures.example/", network)).toEqual(unreachable)
  expect(await fetched("https://pictures.example/", network)).toEqual(unreachable)
  const nowhere: Network = { ...network, resolve: () => Promise.reject(new Error("ENOTFOUND")) }
  expect(await fetched("http://nowhere.example/", nowhere)).toEqual(unreachable)
})

test("without a test's network a service of this machine cannot be reached by any name of it", async () => {
  let reached = 0
  const server = createServer((_, response) => {
    reached++
    response.end()
  })
  await new Promise<void>((ready) => server.listen(0, ready))
  stops.push(() => new Promise((done) => server.close(done)))
  const { port } = server.address() as AddressInfo
  for (const host of ["localhost", "127.0.0.1", "[::1]"])
    for (const address of [`http://${host}:${port}/`, `http://${host}/`])
      expect(await fetchPublic(address, wish), address).toMatchObject({ ok: false })
  expect(reached).toBe(0)
})

test("a site that answers by switching protocols is left at once", async () => {
  const { network } = await outside((_, response) => {
    response.writeHead(101, { connection: "Upgrade", upgrade: "else" }).end()
  })
  expect(await fetched("http://pictures.example/a.png", network)).toEqual({
    ok: false,
    problem: "unreachable",
  })
})

test("what fails while the body is kept is a fault, and no answer about the site", async () => {
  const { network } = await outside(picture)
  const read = async () => {
    throw new Error("The disk is full.")
  }
  await expect(fetched("http://pictures.example/", network, { read })).rejects.toThrow("The disk is full.")
})
