import { expect, test } from "vitest"
import { clientOf, Quota } from "../../../server/edge/quota.ts"

const network = (key: string) => ({ key, staff: false })

test("one client takes its share of what there is, and others the rest", () => {
  const quota = new Quota({ total: 10, each: 4 })
  expect([quota.take(network("a"), 4), quota.take(network("a"), 1)]).toEqual([null, 429])
  expect([quota.take(network("b"), 4), quota.take(network("c"), 4), quota.take(network("c"), 2)]).toEqual([
    null,
    503,
    null,
  ])
  quota.give(network("a"), 4)
  expect(quota.take(network("a"), 4)).toBeNull()
  expect(quota.taken).toBe(10)
})

test.each([
  ["198.51.100.7", "198.51.100.7"],
  ["2001:db8:1:2::/64", "2001:db8:1::/48"],
  ["2001:db8:1:ffff::/64", "2001:db8:1::/48"],
  ["2001:db8:2:2::/64", "2001:db8:2::/48"],
  ["0:0:0:0::/64", "0:0:0::/48"],
  ["unknown", "unknown"],
])("the network %s counts as the client %s", (network, client) => {
  expect(clientOf(network)).toBe(client)
})
