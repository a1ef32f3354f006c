import { describe, expect, test } from "vitest"
import { Limits } from "../../../server/edge/limits.ts"
import { Metrics, threadMetrics } from "../../../server/edge/metrics.ts"
import { mayReadMetrics } from "../../../server/edge/metrics-access.ts"
import { Store } from "../../../server/edge/store.ts"
import { openEdge, page } from "./edge.ts"

const token = "a-token-of-some-length"
const local = { host: "localhost:3000" }

describe("who may read the metrics", () => {
  test.each([
    // the connection, the headers, trusted proxies, whether they may
    ["127.0.0.1", local, 0, true],
    ["127.8.0.1", { host: "127.8.0.1:3000" }, 0, true],
    ["::1", { host: "[::1]:3000" }, 0, true],
    ["::ffff:127.0.0.1", local, 0, true],
    ["198.51.100.7", local, 0, false],
    ["10.0.0.1", local, 0, false],
    ["2001:db8::1", local, 0, false],
    [undefined, local, 0, false],
    // A proxy of this machine speaks for the whole world.
    ["127.0.0.1", { ...local, "x-forwarded-for": "127.0.0.1" }, 0, false],
    ["127.0.0.1", { ...local, "x-forwarded-for": "198.51.100.7" }, 0, false],
    ["127.0.0.1", { ...local, "x-forwarded-for": "" }, 0, false],
    ["127.0.0.1", { ...local, "x-real-ip": "198.51.100.7" }, 0, false],
    ["127.0.0.1", { ...local, forwarded: "for=198.51.100.7" }, 0, false],
    ["127.0.0.1", { host: "mag.example" }, 0, false],
    ["127.0.0.1", {}, 0, false],
    ["127.0.0.1", { ...local, "x-forwarded-for": "198.51.100.7" }, 1, false],
    ["127.0.0.1", { ...local, "x-forwarded-for": "127.0.0.1, 198.51.100.7" }, 1, false],
    ["127.0.0.1", { ...local, "x-forwarded-for": "127.0.0.1" }, 1, true],
    ["127.0.0.1", { ...local, "x-forwarded-for": "6.6.6.6, 127.0.0.1" }, 1, true],
    ["198.51.100.7", { ...local, "x-forwarded-for": "127.0.0.1" }, 1, false],
    ["198.51.100.7", { authorization: `Bearer ${token}` }, 0, true],
    ["198.51.100.7", { authorization: `Bearer ${token}x` }, 0, false],
    ["198.51.100.7", { authorization: "Bearer " }, 0, false],
    ["198.51.100.7", { authorization: `Basic ${token}` }, 0, false],
  ])("over %s with %j and %i trusted proxies: %s", (remote, headers, trustedProxies, may) => {
    expect(mayReadMetrics({ remote, headers }, { token, trustedProxies, publicSite: false })).toBe(may)
  })

  test("of a site with a public name only with the token: a proxy may hide that it is one", () => {
    const rules = { token, trustedProxies: 0, publicSite: true }
    expect(mayReadMetrics({ remote: "127.0.0.1", headers: local }, rules)).toBe(false)
    const headers = { ...local, authorization: `Bearer ${token}` }
    expect(mayReadMetrics({ remote: "127.0.0.1", headers }, rules)).toBe(true)
  })

  test("without a token no bearer may", () => {
    for (const authorization of ["Bearer undefined", "Bearer ", "Bearer x"])
      expect(
        mayReadMetrics(
          { remote: "198.51.100.7", headers: { authorization } },
          { trustedProxies: 0, publicSite: false },
        ),
      ).toBe(false)
  })
})

test("an operator reads what was asked, found and answered, of both threads, and no address", async () => {
  const { ask } = await openEdge(page("<p>x</p>"), { operator: { otherMetrics: async () => appMetrics() } })
  await ask("/moderation")
  await ask("/moderation")
  await ask("/desk?who=quiet.person")
  await ask("/posts/a", { method: "PUT" })
  const { status, headers, text } = await ask("/metrics")

  expect(status).toBe(200)
  expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8")
  expect(headers["cache-control"]).toBe("private, no-store")
  const lines = text.split("\n")
  expect(lines).toContain('masthead_requests_total{kind="held",status="200"} 1')
  expect(lines).toContain('masthead_requests_total{kind="reader",status="200"} 1')
  expect(lines).toContain('masthead_requests_total{kind="desk",status="200"} 1')
  expect(lines).toContain('masthead_requests_total{kind="reader",status="405"} 1')
  expect(lines).toContain("masthead_documents_hits_total 1")
  expect(lines).toContain("masthead_documents_misses_total 1")
  expect(lines).toContain("masthead_documents_dropped_total 0")
  expect(lines).toContain("masthead_documents_held 1")
  expect(lines).toContain("masthead_renders_waiting 0")
  expect(text).toMatch(/^masthead_documents_bytes \d+$/m)
  for (const thread of ["edge", "app"])
    expect(text).toMatch(new RegExp(`^nodejs_eventloop_lag_p99_seconds{thread="${thread}"} `, "m"))
  expect(lines.filter((line) => line.startsWith("process_resident_memory_bytes"))).toHaveLength(1)
  // Each metric is described once, or Prometheus takes none of them.
  const described = lines.filter((line) => line.startsWith("# TYPE"))
  expect(new Set(described).size).toBe(described.length)
  expect(text).not.toMatch(/quiet|posts/)
})

test("whoever may not read them is told how, and a page is never at their address", async () => {
  const { ask } = await openEdge(page("<p>x</p>"), { operator: {} })
  const refused = await ask("/metrics", { headers: { "x-forwarded-for": "198.51.100.7" } })
  expect(refused.status).toBe(401)
  expect(refused.headers["www-authenticate"]).toBe("Bearer")
  expect(refused.text).not.toContain("masthead_requests")
  expect(refused.text).toMatch(/^Set METRICS_TOKEN/)
  const withToken = await openEdge(page("<p>x</p>"), { operator: { token } })
  const again = await withToken.ask("/metrics", { headers: { "x-forwarded-for": "198.51.100.7" } })
  expect(again.text).toMatch(/^Send METRICS_TOKEN/)
})

test("an app too busy to tell of itself leaves the edge's metrics", async () => {
  const metrics = new Metrics(new Store(), new Limits())
  expect((await metrics.text([])).text).toContain('nodejs_heap_size_used_bytes{thread="edge"}')
})

async function appMetrics() {
  return structuredClone(await threadMetrics("app").getMetricsAsJSON()) as never
}
