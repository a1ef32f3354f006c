import { expect, test } from "vitest"
import { checks } from "@/lib/comments/screening/checks"
import { commenterOf, firstVerdict } from "@/lib/comments/screening/first-verdict"
import type { Commenter } from "@/lib/settings/comment-modes"

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

const ofAddress = checks.filter(({ about }) => about === "address")

test.each(ofAddress)(
  "$name: decides nothing about who only typed the address, and does about who proved it",
  ({ name }) => {
    const found = [{ check: name, verdict: "spam", reason: "banned" }] as const
    for (const mode of Object.keys(table) as (keyof typeof table)[]) {
      const { flagged, ...stranger } = firstVerdict(mode, "stranger", found)
      expect(stranger).toEqual(firstVerdict(mode, "stranger", []))
      // Where it appears, moderators are told of it.
      expect(flagged ?? false).toBe(stranger.status === "approved")
      expect(firstVerdict(mode, "known", found)).toEqual({ status: "spam", reason: "banned" })
    }
  },
)

test("what is held against an address hides nothing else that was found", () => {
  const found = ofAddress.map(({ name }) => ({ check: name, verdict: "spam", reason: "banned" }) as const)
  const links = { check: "links", verdict: "hold", reason: "links" } as const
  expect(firstVerdict("open", "stranger", [...found, links])).toEqual({ status: "pending", reason: "links" })
})

test("an approved past counts for nobody who has only typed the address", () => {
  expect(commenterOf({ proved: false, provedApproved: true })).toBe("stranger")
  expect(commenterOf({ proved: true, provedApproved: false })).toBe("proved")
  expect(commenterOf({ proved: true, provedApproved: true })).toBe("known")
})
