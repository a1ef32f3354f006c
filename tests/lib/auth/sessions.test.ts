import { eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { decodeSession, encodeSession } from "@/lib/auth/session-cookie"
import { endSession, endSessionsOf, forgetOldSessions, startSession } from "@/lib/auth/sessions"
import { findStaffBySession } from "@/lib/auth/viewer"
import { database } from "../../../db/client.ts"
import { createStaff } from "../../../db/factories.ts"
import { sessions, staff } from "../../../db/schema/staff.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

async function signedIn() {
  const person = await createStaff(database(), { roles: ["writer", "moderator"] })
  return { person, session: await startSession(person.id) }
}

/** Moves a session into the past, as a clock would. */
async function age(session: string, { started = 0, seen = 0 }: { started?: number; seen?: number }) {
  await database()
    .update(sessions)
    .set({
      createdAt: sql`created_at - make_interval(secs => ${started})`,
      expiresAt: sql`expires_at - make_interval(secs => ${started})`,
      lastSeenAt: sql`last_seen_at - make_interval(secs => ${seen})`,
    })
    .where(eq(sessions.id, session))
}

const day = 86_400

test("a session tells who it is, with the roles of this moment", async () => {
  const { person, session } = await signedIn()
  expect(await findStaffBySession(session)).toMatchObject({
    id: person.id,
    sessionId: session,
    roles: person.roles,
  })
  await database()
    .update(staff)
    .set({ roles: ["writer"] })
    .where(eq(staff.id, person.id))
  expect((await findStaffBySession(session))?.roles).toEqual(["writer"])
})

test("ASVS 7.4.1: a session that was ended is nobody's", async () => {
  const { session } = await signedIn()
  await endSession(session)
  expect(await findStaffBySession(session)).toBeNull()
})

test("ASVS 7.4.2: a disabled person is out on the next request", async () => {
  const { person, session } = await signedIn()
  await database().update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, person.id))
  expect(await findStaffBySession(session)).toBeNull()
})

test("ASVS 7.3.2: a session lives thirty days at most, however busy", async () => {
  const { session } = await signedIn()
  await age(session, { started: 30 * day - 60 })
  expect(await findStaffBySession(session)).not.toBeNull()
  await age(session, { started: 61 })
  expect(await findStaffBySession(session)).toBeNull()
})

test("ASVS 7.3.1: a session that nobody used for seven days is over, and a visit does not bring it back", async () => {
  const { session } = await signedIn()
  await age(session, { seen: 7 * day - 60 })
  expect(await findStaffBySession(session)).not.toBeNull()
  await age(session, { seen: 7 * day + 1 })
  expect(await findStaffBySession(session)).toBeNull()
  expect(await findStaffBySession(session)).toBeNull()
})

test("a visit is noted once a minute and no more", async () => {
  const { session } = await signedIn()
  const seen = async () => {
    const [row] = await database().select().from(sessions).where(eq(sessions.id, session))
    return row?.lastSeenAt.getTime()
  }
  await age(session, { seen: 30 })
  const before = await seen()
  await findStaffBySession(session)
  expect(await seen()).toBe(before)
  await age(session, { seen: 40 })
  await findStaffBySession(session)
  expect(await seen()).toBeGreaterThan(before ?? 0)
})

test("ASVS 7.2.4, 7.4.3: each sign-in is a session of its own, and a new password ends the others", async () => {
  const { person, session } = await signedIn()
  const other = await startSession(person.id)
  expect(other).not.toBe(session)
  await endSessionsOf(person.id, { keep: session })
  expect(await findStaffBySession(other)).toBeNull()
  expect(await findStaffBySession(session)).not.toBeNull()
})

test("texts that are no session's id are nobody's", async () => {
  for (const text of ["", "1", "x".repeat(36), "' or 1=1 --", "00000000-0000-0000-0000-000000000000"])
    expect(await findStaffBySession(text)).toBeNull()
})

test("ASVS 7.2.1: a cookie opens only as it was sealed", async () => {
  const { session } = await signedIn()
  const value = await encodeSession(session)
  expect(await decodeSession(value)).toBe(session)
  expect(value).not.toContain(session)
  for (let at = 0; at < value.length; at += 17) {
    const changed = `${value.slice(0, at)}${value[at] === "A" ? "B" : "A"}${value.slice(at + 1)}`
    expect(await decodeSession(changed)).toBeNull()
  }
})

test("ASVS 6.8.2, 7.2.1: an unsigned token, a bare id and nonsense open nothing", async () => {
  const { session } = await signedIn()
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
  const none = `${part({ alg: "none" })}.${part({ sid: session, exp: 9_999_999_999 })}.`
  for (const value of [none, session, "", "a.b.c.d.e", "x".repeat(5000)])
    expect(await decodeSession(value)).toBeNull()
})

test("where somebody was signed in is forgotten a month after it ended", async () => {
  const { person, session } = await signedIn()
  const ended = await startSession(person.id)
  await endSession(ended)
  await forgetOldSessions()
  expect(await database().select().from(sessions).where(eq(sessions.staffId, person.id))).toHaveLength(2)
  await database()
    .update(sessions)
    .set({ endedAt: sql`now() - interval '31 days'` })
    .where(eq(sessions.id, ended))
  await forgetOldSessions()
  const left = await database()
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.staffId, person.id))
  expect(left).toEqual([{ id: session }])
})

test("ASVS 7.2.2, 7.2.3: of two hundred sessions none has a number or a cookie of another, and none is older than its sign-in", async () => {
  const { person } = await signedIn()
  const ids = await Promise.all(Array.from({ length: 200 }, () => startSession(person.id)))
  const cookies = await Promise.all(ids.map((id) => encodeSession(id)))
  expect(new Set(ids).size).toBe(200)
  // Of the four versions of a uuid the one that is random; the cookie seals it under a key of 512 bits and a new nonce.
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set([...cookies, await encodeSession(ids[0] ?? "")]).size).toBe(201)
  const [header = ""] = cookies[0]?.split(".") ?? []
  expect(JSON.parse(Buffer.from(header, "base64url").toString())).toMatchObject({ enc: "A256CBC-HS512" })
  for (const id of ids) expect(await decodeSession(id)).toBeNull()
})
