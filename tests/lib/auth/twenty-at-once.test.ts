import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test, vi } from "vitest"
import { hashPassword } from "@/lib/auth/password"
import { checkPassword } from "@/lib/auth/sign-in"
import { makeStaffLink } from "@/lib/auth/staff-links"
import { askForNewPasskey, askForPasskey } from "@/lib/credentials/ask-passkey"
import { checkPasskey } from "@/lib/credentials/check-passkey"
import { passkeyUser } from "@/lib/credentials/passkey-user"
import { addPasskey } from "@/lib/credentials/passkeys"
import { checkCode } from "@/lib/credentials/second-step"
import { idle } from "@/lib/form-state"
import { requestStaffLink } from "@/lib/staff/link-requests"
import { signInByLink } from "@/lib/staff/setup"
import { database } from "../../../db/client.ts"
import { createStaff } from "../../../db/factories.ts"
import { auditEvents } from "../../../db/schema/audit.ts"
import { mailDeliveries } from "../../../db/schema/newsletter.ts"
import { rateLimits } from "../../../db/schema/settings.ts"
import { sessions } from "../../../db/schema/staff.ts"
import { createOwner } from "../../support/as-owner.ts"
import { Authenticator } from "../../support/authenticator.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

const browser = vi.hoisted(() => ({ network: "192.0.2.7", cookies: new Map<string, string>() }))

class Redirected extends Error {}

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-client-network": browser.network }),
  cookies: async () => ({
    get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined),
    set: ({ name, value }: { name: string; value: string }) => browser.cookies.set(name, value),
  }),
}))
vi.mock("next/navigation", () => ({
  redirect: (where: string) => {
    throw new Redirected(where)
  },
  forbidden: () => {
    throw new Error("forbidden")
  },
}))
vi.mock("next-auth", () => ({
  AuthError: class extends Error {},
  CredentialsSignin: class extends Error {},
  default: () => ({ signIn: async () => {} }),
}))
vi.mock("next-auth/providers/credentials", () => ({ default: (provider: unknown) => provider }))

const { signInWithPasskeyAction } = await import("@/app/sign-in/actions")

withFreshDatabase()
beforeEach(async () => {
  await database().delete(rateLimits)
  browser.cookies.clear()
})

const password = "a few unrelated words"
const twenty = Array.from({ length: 20 }, (_, n) => n)

type Answer = "judged" | "too-many" | "in"

/** Sends what an authenticator signed, as the page of sign-in does. */
async function tryPasskey(response: unknown): Promise<Answer> {
  const form = new FormData()
  form.set("intent", "finish")
  form.set("response", JSON.stringify(response))
  try {
    const answer = await signInWithPasskeyAction(idle, form)
    const said = answer.status === "refused" ? (answer.message ?? "") : ""
    return said.startsWith("Too many tries") ? "too-many" : "judged"
  } catch (error) {
    if (error instanceof Redirected) return "in"
    throw error
  }
}

const tryPassword = async (email: string): Promise<Answer> => {
  const answer = await checkPassword({ email, password, network: browser.network, device: undefined })
  return !answer.ok && answer.reason === "too-many" ? "too-many" : "judged"
}

const tryCode = async (staffId: number): Promise<Answer> => {
  const answer = await checkCode({ staffId, code: "000000", network: browser.network })
  return !answer.ok && answer.reason === "too-many" ? "too-many" : "judged"
}

async function withPasskey() {
  const owner = await createOwner(database())
  const authenticator = new Authenticator()
  const response = authenticator.register(await askForNewPasskey(owner, "The Paper"))
  expect(await addPasskey(owner, { name: "Key", response })).toEqual({ ok: true })
  const userHandle = Buffer.from(passkeyUser(owner.id)).toString("base64url")
  return { owner, authenticator, userHandle }
}

/** What the page of sign-in is told to have signed, in this browser. */
async function askAtSignIn() {
  const form = new FormData()
  form.set("intent", "ask")
  const asked = await signInWithPasskeyAction(idle, form)
  if (asked.status !== "asked") throw new Error("No challenge was made.")
  return asked.options
}

function count(answers: Answer[]): Record<Answer, number> {
  const of = (kind: Answer) => answers.filter((answer) => answer === kind).length
  return { judged: of("judged"), "too-many": of("too-many"), in: of("in") }
}

test("ASVS 6.3.1: of twenty passkeys that strangers try at once as many are judged as one network has left, and then the right one waits", async () => {
  const { authenticator, userHandle } = await withPasskey()
  const stranger = new Authenticator()
  for (let n = 0; n < 15; n++) expect(await tryPasskey(stranger.sign({ challenge: "AAAA" }))).toBe("judged")
  const answers = await Promise.all(twenty.map(() => tryPasskey(stranger.sign({ challenge: "AAAA" }))))
  expect(count(answers)).toEqual({ judged: 10, "too-many": 10, in: 0 })
  const right = authenticator.sign(await askAtSignIn(), { userHandle })
  expect(await tryPasskey(right)).toBe("too-many")
  // Another network is not held up by this one.
  browser.network = "198.51.100.9"
  expect(await tryPasskey(right)).toBe("in")
  browser.network = "192.0.2.7"
})

test("ASVS 6.5.1: of twenty copies of one signed challenge at once, one lets in", async () => {
  const { owner, authenticator, userHandle } = await withPasskey()
  const before = await database().$count(sessions, eq(sessions.staffId, owner.id))
  const signed = authenticator.sign(await askAtSignIn(), { userHandle })
  const answers = await Promise.all(twenty.map(() => tryPasskey(signed)))
  expect(count(answers)).toEqual({ judged: 19, "too-many": 0, in: 1 })
  expect(await database().$count(sessions, eq(sessions.staffId, owner.id))).toBe(before + 1)
})

test("of twenty challenges that one authenticator signed with one counter, one is taken, and the copies are told of", async () => {
  const { owner, authenticator } = await withPasskey()
  const bond = { purpose: "sign_in", boundTo: "this browser" } as const
  const signed = []
  for (const _ of twenty) signed.push(authenticator.sign(await askForPasskey(bond), { counter: 7 }))
  const answers = await Promise.all(signed.map((response) => checkPasskey(response, bond)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter((answer) => !answer.ok && answer.reason === "copied-passkey")).toHaveLength(19)
  const refused = sql`member_id = ${owner.id} and action = 'passkey_refused'`
  expect(await database().$count(auditEvents, refused)).toBe(19)
})

test("ASVS 6.5.1: of twenty uses of a mailed link at once, one signs in", async () => {
  const { id } = await createStaff(database())
  const link = await makeStaffLink(database(), { purpose: "sign_in", staffId: id })
  const token = link.split("/").at(-1) ?? ""
  const answers = await Promise.all(twenty.map(() => signInByLink(token)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test("of twenty wishes for a mailed link at once, five are mailed to one mailbox, known or not", async () => {
  for (const email of [(await createStaff(database())).email, "nobody-at-all@example.org"]) {
    await database().delete(rateLimits)
    const before = await database().$count(mailDeliveries)
    const answers = await Promise.all(
      twenty.map((n) => {
        const purpose = n % 2 ? ("reset" as const) : ("sign_in" as const)
        return requestStaffLink({ email, purpose, network: `198.51.100.${n}` })
      }),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    expect(await database().$count(mailDeliveries)).toBe(before + 5)
  }
})

test("ASVS 6.3.4: one network has 25 tries in all, by passwords, codes and passkeys at once, and none more by changing the way", async () => {
  const people = await Promise.all(
    twenty.map(async () => createStaff(database(), { passwordHash: await hashPassword("something else") })),
  )
  const stranger = new Authenticator()
  const tries = people.flatMap(({ id, email }) => [
    () => tryPassword(email),
    () => tryCode(id),
    () => tryPasskey(stranger.sign({ challenge: "AAAA" })),
  ])
  const answers = await Promise.all(tries.map((one) => one()))
  expect(count(answers)).toEqual({ judged: 25, "too-many": 35, in: 0 })
  for (const one of tries.slice(0, 3)) expect(await one()).toBe("too-many")
})
