import http from "node:http"
import net from "node:net"
import { describe, expect, test } from "vitest"
import { ipPrefixOf } from "../../../server/edge/network.ts"
import { readVisitor } from "../../../server/edge/visitor.ts"
import { openEdge, page } from "./edge.ts"

describe("the network a visitor comes from", () => {
  test.each([
    // forwarded-for, connection, trusted hops, network
    [undefined, "198.51.100.7", 0, "198.51.100.7"],
    ["203.0.113.1", "198.51.100.7", 0, "198.51.100.7"],
    ["203.0.113.1", "10.0.0.1", 1, "203.0.113.1"],
    ["6.6.6.6, 203.0.113.1", "10.0.0.1", 1, "203.0.113.1"],
    ["6.6.6.6, 203.0.113.1, 10.0.0.2", "10.0.0.1", 2, "203.0.113.1"],
    ["203.0.113.1", "10.0.0.1", 2, "203.0.113.1"],
    [undefined, "10.0.0.1", 1, "10.0.0.1"],
    ["6.6.6.6, nonsense", "10.0.0.1", 1, "10.0.0.1"],
    ["203.0.113.1:5678", "10.0.0.1", 1, "203.0.113.1"],
    ["[2001:db8:1:2:3:4:5:6]:443", "10.0.0.1", 1, "2001:db8:1:2::/64"],
    [undefined, "2001:db8:1:2:aaaa:bbbb:cccc:dddd", 0, "2001:db8:1:2::/64"],
    [undefined, "2001:DB8:1:2::9", 0, "2001:db8:1:2::/64"],
    [undefined, "::ffff:198.51.100.7", 0, "198.51.100.7"],
    [undefined, "::FFFF:c633:6407", 0, "198.51.100.7"],
    [undefined, "::1", 0, "0:0:0:0::/64"],
    [undefined, "fe80::1%eth0", 0, "fe80:0:0:0::/64"],
    [undefined, "64:ff9b::198.51.100.7", 0, "64:ff9b:0:0::/64"],
    [undefined, undefined, 0, "unknown"],
  ])("%s over %s with %i trusted hops is %s", (forwarded, remote, hops, network) => {
    expect(ipPrefixOf(forwarded, remote, hops)).toBe(network)
  })

  test("is what pages are told, and not what the visitor says", async () => {
    let told: unknown
    const { ask } = await openEdge(async (req, res) => {
      told = [req.headers["x-client-network"], req.headers["x-forwarded-for"], req.headers["x-real-ip"]]
      res.end("ok")
    })
    const headers = { "x-client-network": "6.6.6.6", "x-forwarded-for": "6.6.6.6", "x-real-ip": "6.6.6.6" }
    for (const [path, method] of [
      ["/posts/a", "POST"],
      ["/desk/posts", "POST"],
      ["/desk", "GET"],
      ["/comments/x", "GET"],
    ] as const) {
      await ask(path, { method, headers })
      expect(told).toEqual(["127.0.0.1", undefined, undefined])
    }
  })
})

describe("a form", () => {
  test.each([
    // origin, sec-fetch-site, answer
    [undefined, undefined, 200],
    ["http://localhost:PORT", undefined, 200],
    ["http://localhost:PORT", "same-origin", 200],
    ["null", undefined, 403],
    ["https://evil.example", undefined, 403],
    ["http://localhost:1", undefined, 403],
    ["http://localhost", undefined, 403],
    ["http://localhost:PORT.evil.example", undefined, 403],
    ["http://evil.example@localhost:1", undefined, 403],
    ["nonsense", undefined, 403],
    ["", undefined, 403],
    ["file://", undefined, 403],
    [undefined, "cross-site", 403],
    ["http://localhost:PORT", "cross-site", 403],
    [undefined, "none", 200],
  ])("from origin %s, fetched %s, is answered with %i", async (origin, site, status) => {
    let taken = 0
    const { ask, port } = await openEdge(async (_, res) => {
      taken++
      res.end("ok")
    })
    const headers = {
      ...(origin === undefined ? {} : { origin: origin.replace("PORT", String(port)) }),
      ...(site ? { "sec-fetch-site": site } : {}),
    }
    for (const path of ["/posts/a", "/desk/posts", "/api/auth/leave"]) {
      expect((await ask(path, { method: "POST", headers })).status).toBe(status)
    }
    expect(taken).toBe(status === 200 ? 3 : 0)
  })

  test("whose address is its proof may come from a mail program, without the cookies of anybody", async () => {
    let told: unknown
    const { ask } = await openEdge(async (req, res) => {
      told = [req.headers.cookie, req.headers["content-type"]]
      res.end("ok")
    })
    const headers = {
      origin: "null",
      cookie: "session=x",
      "content-type": "application/x-www-form-urlencoded",
    }
    const body = "List-Unsubscribe=One-Click"
    const reply = await ask("/newsletter/unsubscribe/abc", { method: "POST", headers, body })
    expect(reply.status).toBe(200)
    expect(told).toEqual([undefined, "application/x-www-form-urlencoded"])
    expect((await ask("/newsletter", { method: "POST", headers, body })).status).toBe(403)
  })

  test("cannot make itself at home with a forged host", () => {
    const site = { url: new URL("https://mag.example"), trustedProxies: 0 }
    const visitor = (headers: Record<string, string>) => readVisitor(headers, "127.0.0.1", site)

    expect(visitor({ host: "mag.example", origin: "https://mag.example" })).toMatchObject({
      foreign: false,
      host: "mag.example",
      proto: "https",
    })
    expect(
      visitor({ host: "mag.example", "x-forwarded-host": "evil.example", origin: "https://evil.example" })
        .foreign,
    ).toBe(true)
    // Next is told our own name in any case, so that no redirect or mail leads elsewhere.
    expect(visitor({ host: "evil.example", origin: "https://evil.example" }).host).toBe("mag.example")
    expect(visitor({ host: "localhost:3000" }).host).toBe("mag.example")
    // A proxy that does not pass the name on.
    expect(visitor({ host: "127.0.0.1:3000", origin: "https://mag.example" })).toMatchObject({
      foreign: false,
      host: "mag.example",
    })
  })

  test("of a site whose SITE_URL is wrong is refused, whatever name a trusted proxy passes on", () => {
    const site = { url: new URL("http://localhost:3000"), trustedProxies: 1 }
    const headers = { host: "10.0.0.5:3000", "x-forwarded-host": "lan.example", origin: "http://lan.example" }
    expect(readVisitor(headers, "10.0.0.1", site)).toMatchObject({ foreign: true, host: "localhost:3000" })
  })

  test.each([
    ["/posts/a", 300_000],
    ["/newsletter", 16_384],
    ["/sign-in", 16_384],
    ["/desk/posts/7", 1_048_576],
  ])("to %s of %i bytes is taken, and a longer one is refused in words", async (path, most) => {
    let length = 0
    const { ask } = await openEdge(async (req, res) => {
      for await (const chunk of req) length += chunk.length
      res.end("taken")
    })
    expect((await ask(path, { method: "POST", body: Buffer.alloc(most, "a") })).text).toBe("taken")
    expect(length).toBe(most)
    const headers = { "transfer-encoding": "chunked" }
    for (const more of [
      { body: Buffer.alloc(most + 1, "a") },
      { body: Buffer.alloc(5_000_000, "a") },
      { body: Buffer.alloc(3_000_000, "a"), headers },
    ]) {
      const refused = await ask(path, { method: "POST", ...more })
      expect(refused.status).toBe(413)
      expect(refused.text).toContain("too long")
    }
    expect(length).toBe(most)
  })

  test.each([
    ["/", 405],
    ["/archive", 405],
    ["/posts/a/conversation/7", 405],
    ["/desk/log", 405],
    ["/made/up/altogether", 404],
    ["/made-up", 405],
    ["/desk/made-up", 404],
  ])("to %s, where none is, is answered %i before a byte of it is read", async (path, status) => {
    let asked = 0
    const { port } = await openEdge(async (_, res) => {
      asked++
      res.end()
    })
    const head = `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 1000000\r\n\r\n`
    expect(await firstLine(port, head)).toContain(` ${status} `)
    expect(asked).toBe(0)
  })
})

describe("an address", () => {
  test.each([
    "//",
    "//evil.example",
    "/a//b",
    "/%2e%2e/x",
    "/a/%2E/b",
    "/../x",
    "/a/./b",
    "/a/..",
    "/a%2fb",
    "/a%5cb",
    "/a\\b",
    "/%00",
    "/a%00",
    "/%0a",
    "/%c0%af",
    "/%zz",
    "/%252e",
    "/a?x=%00",
    "http://evil.example/",
    "*",
    `/${"a".repeat(3000)}`,
    "/a#b",
  ])("no browser sends, as %s, is refused", async (path) => {
    const { ask } = await openEdge(page("<p>x</p>"))
    const reply = await ask(path)
    expect(reply.status).toBe(400)
    expect(reply.text).toContain("not one of ours")
  })

  test.each(["/", "/desk", "/healthz"])("asked for under two hosts, as %s, is refused", async (path) => {
    const { port } = await openEdge(page("<p>x</p>"))
    const statusWith = (headers: string[]) =>
      new Promise((resolve, reject) => {
        const request = http.get({ port, path, headers, agent: false }, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        })
        request.on("error", reject)
      })
    expect(await statusWith(["Host", "localhost", "host", "localhost"])).toBe(400)
    expect(await statusWith(["Host", "localhost", "Ghost", "localhost"])).not.toBe(400)
  })

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "PURGE"])(
    "takes no %s",
    async (method) => {
      const { ask } = await openEdge(page("<p>x</p>"))
      for (const path of ["/", "/desk", "/api/auth/x", "/healthz"]) {
        const reply = await ask(path, { method })
        expect(reply.status).toBe(405)
        expect(reply.headers.allow).toBe("GET, HEAD, POST")
      }
    },
  )

  test("of the desk is known in every spelling", async () => {
    let cookies = 0
    const { ask, store } = await openEdge(async (req, res) => {
      if (req.headers.cookie) cookies++
      res.setHeader("content-type", "text/html")
      res.end("<p>x</p>")
    })
    const headers = { cookie: "session=x" }
    for (const path of ["/desk", "/desk/", "/%64esk", "/desk%2Fx", "/desk;x"]) await ask(path, { headers })
    expect(store.documents.get("/desk")).toBeUndefined()
    expect(cookies).toBe(3)
  })
})

describe("how the edge is", () => {
  test("is said without a database, and with one that hangs", async () => {
    const { ask } = await openEdge(page(""), { checks: { ready: () => new Promise(() => {}) } })
    expect((await ask("/healthz")).status).toBe(200)
    expect((await ask("/readyz")).status).toBe(503)
  })

  test("is ready when the database answers, and is not when it fails", async () => {
    expect((await (await openEdge(page(""))).ask("/readyz")).status).toBe(200)
    const { ask } = await openEdge(page(""), {
      checks: { ready: () => Promise.reject(new Error("down")) },
    })
    expect((await ask("/readyz")).status).toBe(503)
  })

  test("stays ready while work in the background is overdue, and says so", async () => {
    const { ask } = await openEdge(page(""), {
      checks: { ready: async () => ["work overdue: mail 12 minutes"] },
    })
    const answer = await ask("/readyz")
    expect([answer.status, answer.text]).toEqual([200, "ready\nwork overdue: mail 12 minutes\n"])
  })

  test("is busy while what renders pages is late, and dead once it has been silent for a minute", async () => {
    let now = 0
    const silent = { alive: () => new Promise(() => {}) }
    const { ask } = await openEdge(page(""), { checks: silent, health: { now: () => now, soon: 1 } })
    const late = await ask("/healthz")
    expect([late.status, late.text]).toEqual([200, "busy\n"])
    now = 59_999
    expect((await ask("/healthz")).text).toBe("busy\n")
    now = 60_000
    const dead = await ask("/healthz")
    expect([dead.status, dead.text]).toEqual([503, "dead\n"])
  })
})

/** The first line of the answer to what is sent, with the connection left open. */
function firstLine(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(text))
    socket.once("data", (data) => {
      resolve(String(data).split("\r\n")[0] ?? "")
      socket.destroy()
    })
    socket.once("error", reject)
  })
}
