import { expect, test } from "vitest"
import { blackoutReasons, reasonForAuthor, reasonForDesk, rejectionReasons } from "@/lib/comments/reasons"
import { decisionInput } from "@/lib/moderation/decisions/input"
import { parseFields } from "@/lib/parse-form"

const press = (fields: Record<string, string>) =>
  parseFields(decisionInput, { decision: "reject", id: "1", version: "1", standing: "", ...fields })

test("no reason is meant when none was chosen, and one from a page of last month is asked for again", () => {
  for (const reason of ["", "rules", "boring"])
    expect(press({ reason })).toMatchObject({ ok: true, value: { reason: null } })
  for (const reason of rejectionReasons) expect(press({ reason })).toMatchObject({ value: { reason } })
})

test("a blackout takes the reasons of blackouts alone, and a rejection those of rejections", () => {
  const blackout = { decision: "blackout", words: "Mira Quill" }
  for (const reason of rejectionReasons)
    expect(press({ ...blackout, reason })).toMatchObject({ ok: true, value: { reason: null } })
  for (const reason of blackoutReasons) {
    expect(press({ ...blackout, reason })).toMatchObject({ value: { reason } })
    expect(press({ reason })).toMatchObject({ ok: true, value: { reason: null } })
  }
})

test("a line to the author is one line of 300 letters at most", () => {
  expect(press({ line: " Two\nlines\u202e " })).toMatchObject({ value: { line: "Two lines" } })
  expect(press({ line: "😀".repeat(300) })).toMatchObject({ ok: true })
  expect(press({ line: "x".repeat(301) })).toMatchObject({
    ok: false,
    errors: { line: "Keep the line to 300 characters." },
  })
})

test("the reasons of old decisions can still be read", () => {
  for (const key of ["rules", "offensive", "advertising"]) {
    expect(reasonForAuthor(key)).not.toBeNull()
    expect(reasonForDesk(key)).not.toBe(key)
  }
})

test("five reasons, and no two say the same", () => {
  expect(new Set(rejectionReasons.map(reasonForDesk)).size).toBe(5)
})
