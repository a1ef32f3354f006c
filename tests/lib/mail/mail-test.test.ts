import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createStaff } from "@/db/factories"
import type { Staff } from "@/lib/auth/staff"
import { testSentence } from "@/lib/mail/messages"
import { sendTestMail } from "@/lib/mail/mutations"
import { getMailTest } from "@/lib/mail/queries"
import { withFreshDatabase } from "../../support/fresh-database.ts"
import { asStaff } from "../comments/as-staff.ts"
import { startSink } from "./sink.ts"

withFreshDatabase()

let admin: Staff
let sink: Awaited<ReturnType<typeof startSink>>

// The environment is read once, so all of them have one server.
beforeAll(async () => {
  sink = await startSink()
  process.env.SMTP_URL = sink.url
})

afterAll(() => {
  delete process.env.SMTP_URL
})

beforeEach(async () => {
  admin = asStaff(await createStaff(database(), { roles: ["admin"] }))
})

test("an admin's test message arrives, and Today says which server took it", async () => {
  expect(await sendTestMail(admin, "The Commons")).toMatchObject({ ok: true, test: { outcome: "sent" } })
  expect(sink.received).toHaveLength(1)
  expect(sink.received[0]?.to).toEqual([admin.email])
  expect(sink.received[0]?.mail.subject).toBe("Test message from The Commons")
  expect(await getMailTest(admin)).toMatchObject({ server: "127.0.0.1", outcome: "sent" })
})

test("when the mail server refuses, the admin reads its own words", async () => {
  sink.refuseNext({ code: 550, text: "No such user here" })
  const tested = await sendTestMail(admin, "The Commons")
  if (!tested.ok) throw new Error(tested.reason)
  expect(tested.test.outcome).toBe("refused")
  expect(testSentence(tested.test, admin.email)).toContain("No such user here")
})

test("after ten test messages within the hour an admin has to wait, and nobody else may send one", async () => {
  for (let sent = 0; sent < 10; sent++)
    expect(await sendTestMail(admin, "The Commons")).toMatchObject({ ok: true })
  expect(await sendTestMail(admin, "The Commons")).toEqual({ ok: false, reason: "too-many" })
  const editor = asStaff(await createStaff(database(), { roles: ["editor"] }))
  expect(await sendTestMail(editor, "The Commons")).toEqual({ ok: false, reason: "not-allowed" })
})

test("a mail server that is away is a sentence, not an error", async () => {
  await sink.close()
  const tested = await sendTestMail(admin, "The Commons")
  if (!tested.ok) throw new Error(tested.reason)
  expect(testSentence(tested.test, admin.email)).toMatch(/^127\.0\.0\.1 did not take the test message: ./)
})
