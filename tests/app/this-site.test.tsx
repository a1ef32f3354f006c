import { renderToStaticMarkup } from "react-dom/server"
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest"
import { SiteHealthPanel } from "@/app/desk/first-run"
import { database } from "@/db/client"
import { createStaff } from "@/db/factories"
import { jobs } from "@/db/schema/jobs"
import type { Role, Staff } from "@/lib/auth/staff"
import { watchOverdue } from "@/lib/jobs/overdue"
import { sendTestMail } from "@/lib/mail/mutations"
import { asStaff } from "../lib/comments/as-staff.ts"
import { startSink } from "../lib/mail/sink.ts"
import { withFreshDatabase } from "../support/fresh-database.ts"

withFreshDatabase()

/** `lib/env` reads once, when modules are loaded; the mail server is there later. */
const where = vi.hoisted(() => ({ SMTP_URL: "" }))
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>()
  return { ...real, env: () => ({ ...real.env(), ...where }) }
})

let mail: Awaited<ReturnType<typeof startSink>>

beforeAll(async () => {
  mail = await startSink()
  where.SMTP_URL = mail.url
})

afterAll(() => mail.close())

const person = async (role: Role) => asStaff(await createStaff(database(), { roles: [role] }))
const told = async (staff: Staff) => renderToStaticMarkup(await SiteHealthPanel({ staff }))

test("Today tells an admin through which server mail is sent, and what became of the last test", async () => {
  const admin = await person("admin")
  expect(await told(admin)).toContain("Mail is sent through 127.0.0.1.")
  expect(await told(admin)).not.toContain("the last test")
  await sendTestMail(admin, "The Weir")
  expect(mail.received).toHaveLength(1)
  expect(await told(admin)).toContain("127.0.0.1 took the last test, just now.")
  mail.refuseNext({ code: 550, text: "No such user here" })
  await sendTestMail(admin, "The Weir")
  expect(await told(admin)).toMatch(/The last test, just now, failed: .*No such user here/)
})

test("Today tells an admin whether work in the background is on time", async () => {
  const admin = await person("admin")
  onTestFinished(watchOverdue([], () => []))
  expect(await told(admin)).toContain("On time.")
  await database()
    .insert(jobs)
    .values({ name: "imports.run", input: {}, state: "failed", settledAt: new Date() })
  expect(await told(admin)).toContain("Overdue: see above.")
  expect(await told(admin)).not.toContain("On time.")
})

test.each(["editor", "moderator", "writer"] as const)(
  "on Today nobody but an admin is told how the site's mail goes: no %s",
  async (role) => {
    expect(await told(await person(role))).toBe("")
  },
)
