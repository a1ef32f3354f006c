import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { readStaffCommand } from "@/lib/staff/cli"
import { WrongUse } from "@/lib/wrong-use"
import { database } from "../../../db/client.ts"
import { createStaff } from "../../../db/factories.ts"
import { auditEvents } from "../../../db/schema/audit.ts"
import { passkeys } from "../../../db/schema/credentials.ts"
import { staff, staffRole } from "../../../db/schema/staff.ts"
import { rememberSite } from "../../../db/site.ts"
import { readArguments } from "../../../server/boot/arguments.mjs"
import { usages } from "../../../server/boot/usages.mjs"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { givePasskey } from "../../support/give-passkey.ts"

withFreshDatabase()

let said = ""

beforeEach(() => {
  said = ""
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += text
    return true
  })
})

afterEach(() => vi.restoreAllMocks())

async function staffCommand(args: string[]): Promise<number> {
  return readStaffCommand(readArguments("staff", args))()
}

test("an invitation prints a one-time link, and the list shows who has to use one", async () => {
  expect(
    await staffCommand(["invite", "Ada@Example.org", "--role", "editor,moderator", "--name", "Ada Quill"]),
  ).toBe(0)
  expect(said).toMatch(/^Ada Quill .* within 72 hours:\nhttp:\/\/localhost:3000\/setup\/[\w-]{43}\n$/)
  said = ""
  expect(await staffCommand(["list"])).toBe(0)
  expect(said).toBe("ada@example.org\tAda Quill\teditor,moderator\thas to choose a password\n")
})

test("the usage names every role", () => {
  for (const role of staffRole.enumValues)
    expect(usages.staff?.more?.()).toMatch(new RegExp(`^  ${role} `, "m"))
})

test.each(["https://paper.example", "http://localhost:4000", "https://paper.example/below"])(
  "a link names %s where the app runs there, whatever the command's own settings say",
  async (address) => {
    await rememberSite(database(), "http://localhost:3000")
    await rememberSite(database(), address)
    const person = `${randomUUID()}@example.org`
    await staffCommand(["invite", person, "--role", "writer", "--name", "Bo"])
    expect(said).toContain(`\n${address}/setup/`)
    said = ""
    await staffCommand(["reset", person])
    expect(said).toContain(`\n${address}/setup/`)
  },
)

const wrong = [
  [],
  ["invite"],
  ["invite", "not an address", "--role", "editor", "--name", "X"],
  ["invite", "x@nowhere", "--role", "editor", "--name", "X"],
  ["invite", "x@example.org", "--role", "king", "--name", "X"],
  ["invite", "x@example.org", "--role", "editor"],
  ["invite", "x@example.org,y@example.org", "--role", "editor", "--name", "X"],
  ["invite", "x@example.org", "--role", "", "--name", "X"],
  ["invite", "x@example.org", "more", "--role", "editor", "--name", "X"],
  ["invite", "x@example.org", "--admin"],
  ["reset"],
  ["reset", "x@example.org", "--role", "editor"],
  ["list", "something"],
  ["role", "x@example.org"],
  ["role", "x@example.org", "king"],
  ["role", "x@example.org", "editor", "--name", "X"],
  ["suspend"],
  ["suspend", "x@example.org", "more"],
  ["reactivate", "not an address"],
  ["constructor", "x@example.org"],
  ["delete", "x@example.org"],
]

for (const args of wrong) {
  test(`wrong use gets one sentence before the database is asked: ${args.join(" ") || "nothing"}`, () => {
    expect(() => readStaffCommand(readArguments("staff", args))).toThrow(/^[^\n]+[.!]$/)
    expect(said).toBe("")
  })
}

test("the operator gives other roles, suspends and reactivates, and the list says so", async () => {
  const email = `${randomUUID()}@example.org`
  const admin = await createStaff(database(), { roles: ["admin"], email: `a-${email}` })
  await createStaff(database(), { roles: ["writer"], email, name: "Bo" })
  await staffCommand(["role", email.toUpperCase(), "editor,moderator"])
  expect(said).toBe(`${email} is now editor, moderator.\n`)
  await staffCommand(["suspend", email])
  said = ""
  await staffCommand(["list"])
  expect(said).toContain(`${email}\tBo\teditor,moderator\tsuspended\n`)
  await staffCommand(["reactivate", email])
  said = ""
  await staffCommand(["list"])
  expect(said).toContain(`${email}\tBo\teditor,moderator\thas not signed in yet\n`)
  for (const args of [["suspend"], ["role", "editor"]] as const)
    await expect(staffCommand([args[0], admin.email, ...args.slice(1)])).rejects.toThrow(/only admin/)
  for (const command of ["suspend", "reactivate"])
    await expect(staffCommand([command, "nobody@example.org"])).rejects.toThrow(/^Nobody on the staff/)
})

test("a reset takes passkeys and the authenticator app away too, says so, and the log keeps it", async () => {
  const { id, email } = await createStaff(database())
  await givePasskey(id)
  await staffCommand(["reset", email])
  expect(said).toMatch(/^The old password, every passkey and the authenticator app no longer work/)
  expect(await database().$count(passkeys, eq(passkeys.staffId, id))).toBe(0)
  const events = await database().select().from(auditEvents).where(eq(auditEvents.memberId, id))
  expect(events.map(({ action }) => action)).toEqual(["password_reset", "second_factors_removed"])
})

test("a reset says nothing of second factors where there were none", async () => {
  const { email } = await createStaff(database())
  await staffCommand(["reset", email])
  expect(said).toMatch(/^The old password no longer works, and every session has ended\./)
})

test("somebody who was only invited is not called suspended", async () => {
  const email = `${randomUUID()}@example.org`
  await staffCommand(["invite", email, "--role", "writer", "--name", "Bo"])
  said = ""
  await staffCommand(["suspend", email])
  expect(said).toBe(
    `${email} had only been invited; the invitation is withdrawn, and its link no longer works.\n`,
  )
})

test("a reset of somebody unknown is one sentence", async () => {
  await expect(staffCommand(["reset", "nobody@example.org"])).rejects.toThrow(WrongUse)
})

test("a reset of somebody suspended keeps their password and says what to run first", async () => {
  const { id, email } = await createStaff(database(), { disabledAt: new Date(), passwordHash: "kept" })
  await expect(staffCommand(["reset", email])).rejects.toThrow(
    `${email} is suspended. Run \`npm run staff -- reactivate ${email}\` first.`,
  )
  expect(await database().select().from(staff).where(eq(staff.id, id))).toMatchObject([
    { passwordHash: "kept" },
  ])
  expect(said).toBe("")
})

test("a reset of somebody whose invitation was withdrawn says to invite them again, and that works", async () => {
  const email = `${randomUUID()}@example.org`
  const invite = ["invite", email, "--role", "writer", "--name", "Bo"]
  await staffCommand(invite)
  await staffCommand(["suspend", email])
  said = ""
  await expect(staffCommand(["reset", email])).rejects.toThrow(/was withdrawn.*-- invite /)
  expect(said).toBe("")
  await staffCommand(invite)
  expect(said).toContain("/setup/")
})
