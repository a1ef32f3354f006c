import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost, createStaff } from "@/db/factories"
import { comments } from "@/db/schema/comments"
import { mailDeliveries, subscribers } from "@/db/schema/newsletter"
import { rateLimits } from "@/db/schema/settings"
import { hashPassword } from "@/lib/auth/password"
import { checkPassword } from "@/lib/auth/sign-in"
import { requestOwnLink, requestVerification, stopMail } from "@/lib/commenters/mutations"
import { findCommenterOfVerified } from "@/lib/commenters/queries"
import { disownComment, verifyComment } from "@/lib/comments/self-service/verify"
import { hashEmail, protectEmail } from "@/lib/email"
import { confirmSubscription, subscribe, unsubscribe } from "@/lib/newsletter/mutations"
import { requestStaffLink } from "@/lib/staff/link-requests"
import { saltOfToday } from "@/lib/visitors/daily-salts"
import { countStatements, type Work } from "../support/count-statements.ts"
import { withFreshDatabase } from "../support/fresh-database.ts"

// Told later, by a timer: it would be counted with whatever is done then.
vi.mock("@/lib/comments/desk-changes", () => ({ notifyModerators: () => {} }))

withFreshDatabase()

let count: (work: () => Promise<unknown>) => Promise<Work>
beforeAll(async () => {
  count = await countStatements()
  // The first count of a day inserts the day's salt: two more statements.
  await saltOfToday(new Date())
})
beforeEach(() => database().delete(rateLimits))

const network = "192.0.2.1"
const anAddress = () => `${randomUUID()}@example.org`

describe("nobody learns from the work of an answer whether an address is known here", () => {
  test("at the newsletter: new, waiting, confirmed, gone, and asked too often are the same statements and rows", async () => {
    const works: Work[] = []
    const signUp = (email: string, now?: Date) => count(() => subscribe({ email, network }, now))
    works.push(await signUp(anAddress()))
    for (const state of ["waits", "confirmed", "left"]) {
      const email = anAddress()
      await subscribe({ email, network })
      const id = await subscriberOf(email)
      if (state !== "waits") await confirmSubscription(id)
      if (state === "left") await unsubscribe(id)
      works.push(await signUp(email), await signUp(email, new Date(Date.now() + 2 * 86_400_000)))
    }
    const forgotten = anAddress()
    await subscribe({ email: forgotten, network })
    await database().update(mailDeliveries).set({ subscriberId: null })
    await database()
      .delete(subscribers)
      .where(eq(subscribers.emailHash, hashEmail(forgotten)))
    works.push(await signUp(forgotten))
    expect(await subscriberOf(forgotten)).toBe(0)

    expect(works[0]?.written).toBeGreaterThanOrEqual(4)
    for (const work of works) expect(work).toEqual(works[0])
  })

  test.each([
    ["a proof", requestVerification],
    ["a link", requestOwnLink],
  ])(
    "at a comment that asks for %s: new, asked already, proved, disowned and stopped are the same",
    async (_, ask) => {
      const works: Work[] = []
      const asked = (commentId: number) => count(() => ask({ commentId, network }))
      const fresh = await aComment()
      works.push(await asked(fresh), await asked(fresh))
      const disowned = await aComment()
      await disownComment(disowned)
      works.push(await asked(disowned))
      const proved = await aComment()
      await requestVerification({ commentId: proved, network })
      await verifyComment(proved)
      works.push(await asked(proved))
      const stopped = await aComment()
      await requestVerification({ commentId: stopped, network })
      await verifyComment(stopped)
      await stopMail((await findCommenterOfVerified(stopped)) ?? 0)
      await database().update(comments).set({ provedAt: null }).where(eq(comments.id, stopped))
      await database().delete(mailDeliveries)
      works.push(await asked(stopped))

      expect(works[0]?.written).toBeGreaterThanOrEqual(4)
      for (const work of works) expect(work).toEqual(works[0])
      expect(await database().$count(mailDeliveries)).toBe(0)
    },
  )

  test("at a request for a mailed link: staff, strangers, suspended and invited are the same", async () => {
    const people = [
      (await createStaff(database())).email,
      anAddress(),
      (await createStaff(database(), { disabledAt: new Date() })).email,
      (await createStaff(database(), { passwordHash: null, joinedAt: null })).email,
    ]
    for (const purpose of ["reset", "sign_in"] as const) {
      const works: Work[] = []
      for (const [n, email] of people.entries()) {
        await database().delete(rateLimits)
        works.push(await count(() => requestStaffLink({ email, purpose, network: `192.0.2.${n}` })))
      }
      expect(works[0]?.written).toBeGreaterThanOrEqual(3)
      for (const work of works) expect(work).toEqual(works[0])
    }
  })

  test("at sign-in: a wrong password, an unknown address, a disabled person and an unused invitation are the same", async () => {
    const passwordHash = await hashPassword("a few unrelated words")
    const people = [
      (await createStaff(database(), { passwordHash })).email,
      anAddress(),
      (await createStaff(database(), { passwordHash, disabledAt: new Date() })).email,
      (await createStaff(database(), { passwordHash: null })).email,
    ]
    const works: Work[] = []
    for (const [n, email] of people.entries()) {
      await database().delete(rateLimits)
      const guess = { email, password: "not the one", network: `192.0.2.${n}`, device: undefined }
      works.push(await count(() => checkPassword(guess)))
    }
    expect(works[0]?.written).toBeGreaterThan(0)
    for (const work of works) expect(work).toEqual(works[0])
  })
})

async function subscriberOf(email: string): Promise<number> {
  const [row] = await database()
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(eq(subscribers.emailHash, hashEmail(email)))
  return row?.id ?? 0
}

async function aComment(): Promise<number> {
  const post = await createPost(database())
  return (await createComment(database(), { postId: post.id, ...protectEmail(anAddress()) })).id
}
