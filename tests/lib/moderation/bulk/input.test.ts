import fc from "fast-check"
import { expect, test } from "vitest"
import { banInput } from "@/lib/moderation/bans/input"
import { bulkInput } from "@/lib/moderation/bulk/input"
import { bulkLimit } from "@/lib/moderation/bulk/policy"
import { scopeAddress } from "@/lib/moderation/bulk/scope-address"
import { parseScope } from "@/lib/moderation/bulk/scope-input"
import { decodeSeen, encodeSeen } from "@/lib/moderation/bulk/seen-list"

function asked(address: string) {
  const all: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(address)) {
    const before = all[name]
    all[name] = before === undefined ? value : [before, value].flat()
  }
  return parseScope(all)
}

test("each way of meaning many comments is read from its address and written back", () => {
  const scopes = {
    "ids=1&ids=2&ids=1": { kind: "chosen", ids: [1, 2] },
    "ids=7": { kind: "chosen", ids: [7] },
    "scope=author&comment=12": { kind: "author", comment: 12, status: null },
    "scope=network&comment=12&status=spam": { kind: "network", comment: 12, status: "spam" },
    "scope=author&comment=12&status=": { kind: "author", comment: 12, status: null },
    "scope=older&status=waiting&days=30": { kind: "older", days: 30, status: "waiting" },
  }
  for (const [address, scope] of Object.entries(scopes)) {
    const read = asked(address)
    expect(read, address).toEqual(scope)
    expect(read && asked(String(scopeAddress(read))), address).toEqual(scope)
  }
})

test("an address that means nothing means nothing, however it is written", () => {
  for (const address of [
    "",
    "ids=",
    "ids=0",
    "ids=-1",
    "ids=1e3",
    "ids=1&ids=x",
    `ids=${"9".repeat(30)}`,
    "scope=author",
    "scope=author&comment=x",
    "scope=older&status=waiting",
    "scope=older&status=waiting&days=0",
    "scope=older&status=waiting&days=-5",
    "scope=older&status=everything&days=5",
    "scope=all&ids=1",
    Array.from({ length: 501 }, (_, id) => `ids=${id + 1}`).join("&"),
  ]) {
    expect(asked(address), address.slice(0, 60)).toBeNull()
  }
})

test("what was seen comes back from a form as it was written into it", () => {
  const one = fc.record({
    id: fc.integer({ min: 1, max: 2 ** 50 }),
    version: fc.integer({ min: 1, max: 2_147_483_647 }),
    standing: fc.option(fc.integer({ min: 1, max: 2 ** 50 })),
  })
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ id }) => id, minLength: 1, maxLength: 50 }), (list) => {
      expect(decodeSeen(encodeSeen(list))).toEqual([...list].sort((a, b) => a.id - b.id))
    }),
  )
})

test("no made-up list of what was seen breaks anything", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z._-]{0,60}$/)), (text) => {
      for (const { id, version } of decodeSeen(text) ?? []) {
        expect(Number.isSafeInteger(id) && id > 0 && version > 0 && version < 2 ** 31).toBe(true)
      }
    }),
  )
  const tooMany = "1.1.0_".repeat(bulkLimit + 1).slice(0, -1)
  expect(bulkInput.schema.safeParse({ decision: "spam", seen: tooMany }).success).toBe(false)
  expect(bulkInput.schema.safeParse({ decision: "spam", seen: tooMany.slice(6) }).success).toBe(true)
})

test("five thousand comments fit easily into a form", () => {
  const list = Array.from({ length: bulkLimit }, (_, index) => ({
    id: 1_000_000 + 7 * index,
    version: 1,
    standing: 9_000_000 + index,
  }))
  expect(encodeSeen(list).length).toBeLessThan(100_000)
})

const ban = (fields: Record<string, string>) =>
  banInput.schema.safeParse({ comment: "", lasts: "week", reason: "Sells things.", ...fields })

test("a ban needs somebody, a reason, an end and no more than that", () => {
  expect(ban({ target: "author", comment: "5" }).data).toEqual({
    target: "author",
    comment: 5,
    lasts: "week",
    reason: "Sells things.",
    spam: false,
  })
  expect(ban({ target: "author" }).success).toBe(false)
  expect(ban({ target: "name", name: "Ann*", reason: " \u200b " }).success).toBe(false)
  expect(ban({ target: "name", name: "Ann*", lasts: "forever" }).success).toBe(false)
  expect(ban({ target: "name", name: "Ann*", reason: "x".repeat(501) }).success).toBe(false)
  expect(ban({ target: "everybody" }).success).toBe(false)
})

test("a name pattern needs three letters of its own, a domain needs a dot, an address needs to be one", () => {
  for (const name of ["*", "***", "a*b", "* *é* *", "\u0301\u0301\u0301\u0301"]) {
    expect(ban({ target: "name", name }).success, name).toBe(false)
  }
  for (const name of ["abc", "*a*b*c*", "李小龙"])
    expect(ban({ target: "name", name }).success, name).toBe(true)
  for (const domain of ["com", "https://x.org", "a@b.org", "x..org", "-x.org", "10.0.0.1", "x.org/y", ""]) {
    expect(ban({ target: "domain", domain }).success, domain).toBe(false)
  }
  expect(ban({ target: "domain", domain: " Example.COM. " }).data).toMatchObject({ domain: "example.com" })
  expect(ban({ target: "domain", domain: "bücher.example" }).data).toMatchObject({
    domain: "xn--bcher-kva.example",
  })
  expect(ban({ target: "address", email: "a@x.org,b@y.org" }).success).toBe(false)
})
