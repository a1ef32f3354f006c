import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { staffCommand } from "@/lib/staff/cli"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

let said = ""
let complained = ""

beforeEach(() => {
  said = ""
  complained = ""
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += text
    return true
  })
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    complained += text
    return true
  })
})

afterEach(() => vi.restoreAllMocks())

test("an invitation prints a one-time link, and the list shows who has to use one", async () => {
  expect(
    await staffCommand(["invite", "Ada@Example.org", "--role", "editor,moderator", "--name", "Ada Quill"]),
  ).toBe(0)
  expect(said).toMatch(/^Ada Quill .* within 24 hours:\nhttp:\/\/localhost:3000\/setup\/[\w-]{43}\n$/)
  said = ""
  expect(await staffCommand(["list"])).toBe(0)
  expect(said).toBe("ada@example.org\tAda Quill\teditor,moderator\thas to choose a password\n")
})

const wrong = [
  [],
  ["invite"],
  ["invite", "not an address", "--role", "editor", "--name", "X"],
  ["invite", "x@example.org", "--role", "king", "--name", "X"],
  ["invite", "x@example.org", "--role", "editor"],
  ["invite", "x@example.org,y@example.org", "--role", "editor", "--name", "X"],
  ["invite", "x@example.org", "--role", "", "--name", "X"],
  ["invite", "x@example.org", "more", "--role", "editor", "--name", "X"],
  ["invite", "x@example.org", "--admin"],
  ["reset"],
  ["reset", "nobody@example.org"],
  ["list", "something"],
  ["delete", "x@example.org"],
]

for (const args of wrong) {
  test(`wrong use gets one sentence and code 1: ${args.join(" ") || "nothing"}`, async () => {
    expect(await staffCommand(args)).toBe(1)
    expect(said).toBe("")
    expect(complained.trim().split("\n")).toHaveLength(1)
    expect(complained).toMatch(/[.!]\n$/)
  })
}
