import fc from "fast-check"
import { expect, test } from "vitest"
import { securityTxt } from "@/lib/ops/security-txt"
import { findRoute } from "../../../server/edge/router.ts"

const site = { siteUrl: "https://mag.example", contact: "news@mag.example", language: "de" }

test("whoever finds a hole is told where to write, in a form that programs read (RFC 9116)", () => {
  expect(securityTxt(site, new Date("2026-11-27T12:00:00Z"))).toBe(
    [
      "Contact: mailto:news@mag.example",
      "Expires: 2027-05-26T12:00:00.000Z",
      "Preferred-Languages: de",
      "Canonical: https://mag.example/.well-known/security.txt",
      "",
    ].join("\n"),
  )
})

test("a page of the site can be named in place of an address", () => {
  expect(securityTxt({ ...site, contact: "https://mag.example/security" })).toMatch(
    /^Contact: https:\/\/mag\.example\/security\n/,
  )
})

test("at any time it is good for a while and for less than a year", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (now) => {
      const expires = Date.parse(/^Expires: (.+)$/m.exec(securityTxt(site, now))?.[1] ?? "")
      const days = (expires - now.getTime()) / 86_400_000
      return days > 30 && days < 365
    }),
  )
})

test("it is made anew each time, and no stored copy outlives its date", () => {
  expect(findRoute("/.well-known/security.txt")).toMatchObject({ pattern: "/.well-known/security.txt" })
  expect(findRoute("/.well-known/security.txt")?.held).toBeUndefined()
})
