import { expect, test } from "vitest"
import { commenterOf, firstVerdict } from "@/lib/comments/screening/first-verdict"
import type { Commenter } from "@/lib/comments/screening/modes"

const signals = {
  nothing: [],
  hold: [{ verdict: "hold", reason: "links" }],
  spam: [
    { verdict: "hold", reason: "links" },
    { verdict: "spam", reason: "honeypot" },
  ],
} as const

/** Mode by commenter: what becomes of a comment of which no check finds anything, and the rule that says so. */
const table = {
  open: { stranger: "approved", proved: "approved", known: "approved", staff: "approved" },
  hold_first: { stranger: "hold-first", proved: "hold-first", known: "approved", staff: "approved" },
  hold_unverified: {
    stranger: "hold-unverified",
    proved: "approved",
    known: "approved",
    staff: "approved",
  },
  hold_all: { stranger: "hold-all", proved: "hold-all", known: "hold-all", staff: "approved" },
} as const

for (const [mode, row] of Object.entries(table) as [keyof typeof table, (typeof table)["open"]][]) {
  for (const [commenter, expected] of Object.entries(row) as [Commenter, string][]) {
    test(`${mode}, ${commenter}: nothing found, ${expected}; a finding holds and spam is spam whoever speaks`, () => {
      expect(firstVerdict(mode, commenter, signals.nothing)).toEqual(
        expected === "approved"
          ? { status: "approved", reason: null }
          : { status: "pending", reason: expected },
      )
      expect(firstVerdict(mode, commenter, signals.hold)).toEqual({ status: "pending", reason: "links" })
      expect(firstVerdict(mode, commenter, signals.spam)).toEqual({ status: "spam", reason: "honeypot" })
    })
  }
}

test("what was said under an address from elsewhere decides nothing about who only typed it", () => {
  const found = [{ check: "many under this address", verdict: "hold", reason: "address-busy" }] as const
  expect(firstVerdict("open", "stranger", found)).toEqual({ status: "approved", reason: null })
  expect(firstVerdict("hold_first", "stranger", found)).toEqual({ status: "pending", reason: "hold-first" })
  expect(firstVerdict("open", "proved", found)).toEqual({ status: "pending", reason: "address-busy" })
})

test("who only typed an address is told what everybody is told, where it is the address that is held against them", () => {
  const banned = [{ check: "ban", verdict: "spam", reason: "banned" }] as const
  expect(firstVerdict("hold_all", "stranger", banned)).toEqual({
    status: "spam",
    reason: "banned",
    told: "hold-all",
  })
  expect(firstVerdict("hold_all", "known", banned)).toEqual({ status: "spam", reason: "banned" })
})

test("an approved past counts for nobody who has only typed the address", () => {
  expect(commenterOf({ proved: false, provedApproved: true })).toBe("stranger")
  expect(commenterOf({ proved: true, provedApproved: false })).toBe("proved")
  expect(commenterOf({ proved: true, provedApproved: true })).toBe("known")
})
