import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { verifyPassword } from "@/lib/auth/password"
import { startSession } from "@/lib/auth/sessions"
import { forgetOldStaffLinks, readStaffLink } from "@/lib/auth/staff-links"
import { findStaffBySession } from "@/lib/auth/viewer"
import { inviteStaff, resetStaff } from "@/lib/staff/invitations"
import { becomeFirstAdmin, firstAdminLink, setPassword } from "@/lib/staff/setup"
import { database } from "../../../db/client.ts"
import { createAuthor, createStaff } from "../../../db/factories.ts"
import { auditEvents } from "../../../db/schema/audit.ts"
import { authors } from "../../../db/schema/authors.ts"
import { staff, staffLinks } from "../../../db/schema/staff.ts"
import { tamper } from "../../support/backdate.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

beforeEach(async () => {
  await tamper((tx) => tx.execute(sql`delete from audit_events`))
  // Row by row: emptying a table empties those that point to it, and the log never is.
  await database().delete(staff)
  await database().delete(authors)
  await database().delete(staffLinks)
})

const password = "a few unrelated words"
const tokenOf = (link: string | null | undefined) => new URL(link ?? "").pathname.split("/").at(-1) ?? ""
const ada = { name: "Ada Quill", email: "ada@example.org", password }

async function invited(fields: Partial<Parameters<typeof inviteStaff>[0]> = {}) {
  return tokenOf(
    await inviteStaff({ email: "wren@example.org", name: "Wren Ödegård", roles: ["writer"], ...fields }),
  )
}

async function everyone() {
  return database().select().from(staff).leftJoin(authors, eq(authors.id, staff.authorId))
}

test("the first visitor with the printed link becomes the administrator, with a byline", async () => {
  const token = tokenOf(await firstAdminLink())
  expect((await readStaffLink(token))?.purpose).toBe("setup")
  expect(await becomeFirstAdmin(token, ada)).toMatchObject({ ok: true })
  const [row] = await everyone()
  expect(row).toMatchObject({ staff: { email: ada.email, roles: ["admin"] }, authors: { slug: "ada-quill" } })
  expect(await verifyPassword(row?.staff.passwordHash, password)).toBe(true)
  expect(await firstAdminLink()).toBeNull()
})

test("of ten visitors at once one becomes the administrator", async () => {
  const token = tokenOf(await firstAdminLink())
  const visitors = Array.from({ length: 10 }, (_, n) =>
    becomeFirstAdmin(token, { ...ada, email: `visitor-${n}@example.org` }),
  )
  expect((await Promise.all(visitors)).filter((answer) => answer.ok)).toHaveLength(1)
  expect(await everyone()).toHaveLength(1)
})

test("a restart prints a new link and the old one ends", async () => {
  const old = tokenOf(await firstAdminLink())
  const token = tokenOf(await firstAdminLink())
  expect(await readStaffLink(old)).toBeNull()
  expect(await becomeFirstAdmin(old, ada)).toMatchObject({ ok: false })
  expect(await becomeFirstAdmin(token, ada)).toMatchObject({ ok: true })
})

test("the first link makes nobody once there are staff", async () => {
  const token = tokenOf(await firstAdminLink())
  await createStaff(database())
  expect(await becomeFirstAdmin(token, ada)).toMatchObject({ ok: false })
})

test("an invitation makes nobody administrator, and the first link sets nobody's password", async () => {
  const first = tokenOf(await firstAdminLink())
  expect(await setPassword(first, password, "Wren")).toMatchObject({ ok: false })
  const token = await invited()
  expect(await becomeFirstAdmin(token, ada)).toMatchObject({ ok: false })
  expect(await everyone()).toHaveLength(1)
})

test("opening a link any number of times uses nothing up", async () => {
  const token = await invited()
  for (let n = 0; n < 5; n++) expect((await readStaffLink(token))?.person?.name).toBe("Wren Ödegård")
  expect(await setPassword(token, password, "Wren Ödegård")).toMatchObject({ ok: true })
})

test("ASVS 6.5.1: of ten uses of a link at once one counts", async () => {
  const token = await invited()
  const uses = Array.from({ length: 10 }, (_, n) => setPassword(token, `${password} ${n}`, "Wren"))
  expect((await Promise.all(uses)).filter((answer) => answer.ok)).toHaveLength(1)
  expect(await readStaffLink(token)).toBeNull()
})

test("ASVS 6.4.1: a link is over after its time, and a new one ends the older", async () => {
  const first = await invited()
  const reset = await resetStaff("wren@example.org")
  expect(await readStaffLink(first)).toBeNull()
  const token = tokenOf(reset.ok ? reset.link : null)
  expect(await readStaffLink(token)).not.toBeNull()
  await database().update(staffLinks).set({ expiresAt: sql`now()` })
  expect(await readStaffLink(token)).toBeNull()
  expect(await setPassword(token, password, "Wren")).toMatchObject({ ok: false })
})

test("the database keeps no link that works", async () => {
  const token = await invited()
  const dump = await database().execute(
    sql`select encode(token_hash, 'escape') as text, encode(token_hash, 'base64') as base from staff_links`,
  )
  expect(JSON.stringify(dump)).not.toContain(token)
  expect(Buffer.from(token, "base64url")).toHaveLength(32)
})

test("a reset ends the old password and every session at once, and again when it is used", async () => {
  const token = await invited()
  await setPassword(token, password, "Wren")
  const [row] = await everyone()
  const before = await startSession(row?.staff.id ?? 0)
  const reset = await resetStaff("wren@example.org")
  expect(reset).toMatchObject({ ok: true, hours: 1 })
  expect(await findStaffBySession(before)).toBeNull()
  expect((await everyone())[0]?.staff.passwordHash).toBeNull()

  const between = await startSession(row?.staff.id ?? 0)
  expect(
    await setPassword(tokenOf(reset.ok ? reset.link : null), "some other unrelated words"),
  ).toMatchObject({ ok: true })
  expect(await findStaffBySession(between)).toBeNull()
})

test("a disabled person's link does not work", async () => {
  const token = await invited()
  await database().update(staff).set({ disabledAt: new Date() })
  expect(await readStaffLink(token)).toBeNull()
  expect(await setPassword(token, password, "Wren")).toMatchObject({ ok: false })
})

test("nobody is invited twice, and nobody unknown is reset", async () => {
  await invited()
  expect(await inviteStaff({ email: "wren@example.org", name: "Another", roles: ["admin"] })).toBeNull()
  expect(await resetStaff("nobody@example.org")).toEqual({ ok: false, reason: "unknown" })
})

test("whoever joins gets a byline under the name they chose: a namesake one of their own, a moderator none", async () => {
  await createAuthor(database(), { slug: "wren-odegard", name: "Wren Ödegård" })
  const join = async (name: string, fields: Parameters<typeof invited>[0]) =>
    setPassword(await invited(fields), password, name)
  await join("Wren Ödegård", {})
  await join("Mod", { email: "mod@example.org", roles: ["moderator"] })
  await join("山田", { email: "kanji@example.org", name: "Somebody", roles: ["editor"] })
  const slugs = new Map((await everyone()).map((row) => [row.staff.email, row.authors?.slug]))
  expect(slugs.get("wren@example.org")).toBe("wren-odegard-2")
  expect(slugs.get("mod@example.org")).toBeUndefined()
  expect(slugs.get("kanji@example.org")).toBe("shan-tian")
})

test("a link is forgotten a day after it opens nothing any more, and not before", async () => {
  await invited()
  const old = await invited({ email: "old@example.org" })
  await forgetOldStaffLinks()
  expect(await database().$count(staffLinks)).toBe(2)
  const { staffId } = (await database().select().from(staffLinks)).at(-1) ?? {}
  await database()
    .update(staffLinks)
    .set({ expiresAt: sql`now() - interval '25 hours'` })
    .where(eq(staffLinks.staffId, staffId ?? 0))
  await forgetOldStaffLinks()
  expect(await database().$count(staffLinks)).toBe(1)
  expect(await readStaffLink(old)).toBeNull()
})

test("the log tells who came to the staff and whose password changed, and holds no address", async () => {
  await becomeFirstAdmin(tokenOf(await firstAdminLink()), ada)
  const token = await invited({ roles: ["writer", "moderator"] })
  await setPassword(token, password, "Wren")
  await resetStaff("wren@example.org")
  const [first, wren] = await database().select({ id: staff.id }).from(staff).orderBy(staff.id)
  const events = await database().select().from(auditEvents).orderBy(auditEvents.id)
  expect(events).toMatchObject([
    { subject: "staff", action: "first_admin_made", staffId: first?.id, memberId: first?.id },
    { action: "staff_invited", staffId: null, memberId: wren?.id, detail: { roles: "writer, moderator" } },
    { action: "password_set", staffId: wren?.id, memberId: wren?.id },
    { action: "password_reset", staffId: null, memberId: wren?.id },
  ])
  expect(JSON.stringify(events)).not.toContain("@")
})
