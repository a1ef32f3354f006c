import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createAuthor, createStaff } from "@/db/factories"
import { settings } from "@/db/schema/settings"
import { siteKeys, writeSiteRow } from "@/db/site"
import type { Staff } from "@/lib/auth/staff"
import { changeFirstRun } from "@/lib/desk/first-run/mutations"
import { listFirstSteps } from "@/lib/desk/first-run/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"

withFreshDatabase()

let admin: Staff

const done = async (staff = admin) =>
  (await listFirstSteps(staff))?.filter((step) => step.done).map(({ key }) => key)

beforeEach(async () => {
  await database().delete(settings)
  const { id: authorId } = await createAuthor(database(), { bio: "" })
  admin = asStaff(await createStaff(database(), { roles: ["admin"], authorId }))
})

test("a test message counts only when the mail server that is set took it", async () => {
  const test = { at: new Date().toISOString(), by: admin.id, server: null, outcome: "sent", reason: "" }
  await writeSiteRow(database(), siteKeys.mailTest, test)
  expect(await done()).not.toContain("mail")
  await writeSiteRow(database(), siteKeys.mailTest, { ...test, server: "an.older.example" })
  expect(await done()).not.toContain("mail")
})

test("the list stays away once it was hidden, and keeps what was ticked beside it", async () => {
  await changeFirstRun(admin, "seenSite")
  await changeFirstRun(admin, "hidden")
  expect(await listFirstSteps(admin)).toBeNull()
})

test("nobody but an admin gets the list or changes it", async () => {
  for (const role of ["writer", "editor", "moderator"] as const) {
    const person = asStaff(await createStaff(database(), { roles: [role] }))
    expect(await listFirstSteps(person)).toBeNull()
    await changeFirstRun(person, "hidden")
  }
  expect(await done()).toBeDefined()
})
