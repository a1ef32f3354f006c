import { expect, test } from "vitest"
import { widerPrefix } from "@/lib/visitors/ip-prefix"
import { ipPrefixOf } from "../../../server/edge/network.ts"

test("the networks of one site are one, and another site's is another", () => {
  const seen = (address: string) => widerPrefix(ipPrefixOf(undefined, address, 0))
  expect(seen("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1::/48")
  expect(seen("2001:db8:1:ffff::1")).toBe(seen("2001:db8:1::1"))
  expect(seen("2001:db8:2::1")).not.toBe(seen("2001:db8:1::1"))
})

test("an IPv4 address stands for itself, however it is written", () => {
  const seen = (address: string) => widerPrefix(ipPrefixOf(undefined, address, 0))
  expect(seen("192.0.2.1")).toBe("192.0.2.1")
  expect(seen("::ffff:192.0.2.1")).toBe("192.0.2.1")
  expect(widerPrefix("unknown")).toBe("unknown")
})
