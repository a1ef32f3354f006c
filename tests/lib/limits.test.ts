import { randomUUID } from "node:crypto"
import { beforeEach, describe, expect, test } from "vitest"
import { database } from "@/db/client"
import { createComment, createPost } from "@/db/factories"
import { rateLimits } from "@/db/schema/settings"
import { countChallenge, countGuess } from "@/lib/auth/guess-limits"
import { requestNewOwnLink, requestOwnLink, requestVerification } from "@/lib/commenters/mutations"
import { formStamp } from "@/lib/comments/screening/form-stamp"
import { reportComment } from "@/lib/comments/writing/reports"
import { submitComment } from "@/lib/comments/writing/submission"
import { protectEmail } from "@/lib/email"
import { subscribe } from "@/lib/newsletter/mutations"
import { requestStaffLink } from "@/lib/staff/link-requests"
import { withFreshDatabase } from "../support/fresh-database.ts"

withFreshDatabase()

beforeEach(() => database().delete(rateLimits))

async function aComment() {
  const { id: postId, slug } = await createPost(database(), { commentMode: "open" })
  return { slug, ...(await createComment(database(), { postId, ...protectEmail("ada@example.org") })) }
}

/** Whatever a stranger can do so and so often from one network. */
const doings: Record<string, (network: string) => Promise<{ ok: boolean }>> = {
  "signing up to the newsletter": (network) => subscribe({ email: `${randomUUID()}@example.org`, network }),
  "guessing passwords": (network) =>
    countGuess({ email: `${randomUUID()}@example.org`, network, device: undefined }),
  "asking what a passkey is to sign": countChallenge,
  "asking for a link to sign in": (network) =>
    requestStaffLink({ email: `${randomUUID()}@example.org`, purpose: "sign_in", network }),
  "asking for a proof": async (network) => requestVerification({ commentId: (await aComment()).id, network }),
  "asking for a link": async (network) => requestOwnLink({ commentId: (await aComment()).id, network }),
  "asking for a new link": (network) => requestNewOwnLink({ id: 1, epoch: 1 }, network),
  reporting: async (network) =>
    reportComment({ commentId: (await aComment()).id, reason: "spam", note: "", network }),
  commenting: async (network) =>
    submitComment({
      comment: randomUUID(),
      name: "Lena",
      email: `${randomUUID()}@example.org`,
      website: "",
      story: (await aComment()).slug,
      replyTo: null,
      leftEmpty: "",
      made: formStamp(),
      network,
    }),
}

describe.each(Object.entries(doings))("%s", (_, act) => {
  test("is bounded for one site, from however many of its networks, and for no other site with it", async () => {
    let done = 0
    while (done < 100 && (await act(`2001:db8:1:${done.toString(16)}::/64`)).ok) done++
    expect(done).toBeLessThan(100)
    expect(await act("2001:db8:1:ffff::/64")).toMatchObject({ ok: false })
    expect(await act("2001:db8:2:1::/64")).toMatchObject({ ok: true })
  })
})

test("guesses of one person's password are counted however the address is written", async () => {
  const spellings = [
    "ada@gmail.com",
    "a.da@gmail.com",
    "ada+1@gmail.com",
    "ada@googlemail.com",
    "ADA@gmail.com",
  ]
  const guess = (email: string) => countGuess({ email, network: randomUUID(), device: undefined })
  for (const email of spellings) expect(await guess(email)).toEqual({ ok: true })
  expect(await guess("ad.a@gmail.com")).toMatchObject({ ok: false })
  expect(await guess("adah@gmail.com")).toEqual({ ok: true })
})
