import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { mailDeliveries, subscribers } from "@/db/schema/newsletter"
import { decryptEmail, hashEmail } from "@/lib/email"
import { parseSignUp } from "@/lib/newsletter/input"
import {
  confirmSubscription,
  eraseSubscriber,
  forgetUnconfirmed,
  resubscribe,
  subscribe,
  unsubscribe,
} from "@/lib/newsletter/mutations"
import { getSubscription, getSubscriptionByToken } from "@/lib/newsletter/queries"
import { signToken } from "@/lib/signed-token"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

beforeEach(() =>
  database().execute(
    sql`with a as (delete from rate_limits), b as (delete from mail_deliveries) delete from subscribers`,
  ),
)

const today = new Date("2026-05-10T12:00:00Z")
const daysLater = (days: number) => new Date(today.getTime() + days * 86_400_000)

test("a sign-up waits for its confirmation, and one message asks for it", async () => {
  expect(await signUp("Reader@Example.org")).toEqual({ ok: true })
  const { status, emailSealed } = await subscriber("reader@example.org")
  expect(status).toBe("unconfirmed")
  expect(decryptEmail(emailSealed)).toBe("Reader@Example.org")
  const [sent, ...more] = await queued("confirmation")
  expect(more).toEqual([])
  expect(sent && decryptEmail(sent.recipientSealed)).toBe("Reader@Example.org")
})

test("the answer is the same for an address that is new, waits, is confirmed or has left", async () => {
  const answers = [await signUp("a@example.org"), await signUp("a@example.org")]
  const { id } = await subscriber("a@example.org")
  await confirmSubscription(id)
  answers.push(await signUp("a@example.org", daysLater(1)))
  await unsubscribe(id)
  answers.push(await signUp("a@example.org", daysLater(2)))
  expect(answers).toEqual(Array(4).fill({ ok: true }))
})

test("a thousand sign-ups of one victim in every spelling are one message a day and three a month", async () => {
  const spellings = (n: number) =>
    [`victim+${n}@gmail.com`, `v.i.ctim@gmail.com`, `VICTIM@googlemail.com`, `vic.tim+x${n}@GMAIL.com`][
      n % 4
    ] ?? ""
  for (let from = 0; from < 1000; from += 50) {
    // From however many networks: the mailbox is what protects it.
    await database().execute(sql`delete from rate_limits`)
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => signUp(spellings(from + n), today, `192.0.2.${(from + n) % 250}`)),
    )
  }
  expect(await queued("confirmation")).toHaveLength(1)
  // Nobody's table fills with the spellings either.
  expect(await database().$count(subscribers)).toBe(1)
  await database().execute(sql`delete from rate_limits`)
  for (let day = 1; day < 30; day++) await signUp(spellings(day), daysLater(day))
  expect(await queued("confirmation")).toHaveLength(3)
  await signUp("victim@gmail.com", daysLater(33))
  expect(await queued("confirmation")).toHaveLength(4)
})

/** What somebody does on one day after the sign-up that brought its message, and before they sign up again. */
const returns: [string, (id: number) => Promise<unknown>][] = [
  ["confirmed and left", (id) => confirmSubscription(id).then(() => unsubscribe(id))],
  ["left without having confirmed", unsubscribe],
  ["confirmed, left, thought better of it and left", leaveTwice],
]

test.each(returns)(
  "whoever %s and signs up again that day finds that its message works again",
  async (_, before) => {
    await signUp("a.reader@gmail.com")
    const { id } = await subscriber("a.reader@gmail.com")
    for (const again of ["a.reader@gmail.com", "A.Reader@Gmail.com"]) {
      await before(id)
      expect(await signUp(again)).toEqual({ ok: true })
      expect((await subscriber("a.reader@gmail.com")).status).toBe("unconfirmed")
      await confirmSubscription(id)
      expect((await subscriber("a.reader@gmail.com")).status).toBe("confirmed")
    }
    expect(await queued("confirmation")).toHaveLength(1)
  },
)

test("on the day after, whoever left and signs up again is sent another message", async () => {
  await signUp("a@example.org")
  const { id } = await subscriber("a@example.org")
  await confirmSubscription(id)
  await unsubscribe(id)
  await signUp("a@example.org", daysLater(1))
  expect(await queued("confirmation")).toHaveLength(2)
})

test("a confirmed address is sent nothing when someone signs it up again", async () => {
  await signUp("a@example.org")
  await confirmSubscription((await subscriber("a@example.org")).id)
  await signUp("a@example.org", daysLater(1))
  expect(await queued("confirmation")).toHaveLength(1)
  expect((await subscriber("a@example.org")).status).toBe("confirmed")
})

test("one network can sign up a family and not a town", async () => {
  const answers = []
  for (let n = 0; n < 25; n++) answers.push(await signUp(`reader-${n}@example.org`, today, "192.0.2.9"))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(20)
  expect(answers.at(-1)).toEqual({ ok: false, reason: "too-fast" })
  expect(await signUp("someone@example.org", today, "192.0.2.10")).toEqual({ ok: true })
})

test("all networks together cannot make the site mail half the world", async () => {
  for (let from = 0; from < 600; from += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        signUp(`${randomUUID()}@example.org`, today, `2001:db8:${from + n}::`),
      ),
    )
  }
  expect((await queued("confirmation")).length).toBe(500)
  expect(await signUp("late@example.org", today, "192.0.2.1")).toEqual({ ok: false, reason: "too-many" })
})

test("confirming many times at once has one effect and one welcome", async () => {
  await signUp("a@example.org")
  const { id } = await subscriber("a@example.org")
  await Promise.all(Array.from({ length: 30 }, () => confirmSubscription(id)))
  expect((await subscriber("a@example.org")).status).toBe("confirmed")
  expect(await queued("welcome")).toHaveLength(1)
})

test("an old link does not bring back who has left; a new sign-up and its link do", async () => {
  await signUp("a@example.org")
  const { id } = await subscriber("a@example.org")
  await confirmSubscription(id)
  await unsubscribe(id)
  await confirmSubscription(id)
  expect((await subscriber("a@example.org")).status).toBe("unsubscribed")
  await signUp("a@example.org", daysLater(1))
  expect((await subscriber("a@example.org")).status).toBe("unconfirmed")
  await confirmSubscription(id)
  expect(await subscriber("a@example.org")).toMatchObject({ status: "confirmed", unsubscribedAt: null })
  expect(await queued("welcome")).toHaveLength(2)
})

test("only who had confirmed once can come back without a new confirmation", async () => {
  await signUp("a@example.org")
  const { id } = await subscriber("a@example.org")
  await unsubscribe(id)
  await resubscribe(id)
  expect((await subscriber("a@example.org")).status).toBe("unsubscribed")
  await signUp("b@example.org")
  const other = (await subscriber("b@example.org")).id
  await confirmSubscription(other)
  await unsubscribe(other)
  await resubscribe(other)
  expect((await subscriber("b@example.org")).status).toBe("confirmed")
})

test("leaving twice is as good as once, and the day of it stays", async () => {
  await signUp("a@example.org")
  const { id } = await subscriber("a@example.org")
  await confirmSubscription(id)
  await unsubscribe(id)
  const { unsubscribedAt } = await subscriber("a@example.org")
  await unsubscribe(id)
  expect((await subscriber("a@example.org")).unsubscribedAt).toEqual(unsubscribedAt)
})

test("erasing leaves nothing of an address behind, in no table", async () => {
  await signUp("a@example.org")
  const { id } = await subscriber("a@example.org")
  await confirmSubscription(id)
  await eraseSubscriber(id)
  expect(await database().$count(subscribers)).toBe(0)
  expect(await database().$count(mailDeliveries)).toBe(0)
  expect(await getSubscription(id)).toBeNull()
})

test("an address nobody confirmed is forgotten after thirty days; one that had left has left again", async () => {
  await signUp("waits@example.org")
  await signUp("forgotten@example.org")
  await signUp("left@example.org")
  const left = await subscriber("left@example.org")
  await unsubscribe(left.id)
  await signUp("left@example.org", daysLater(1))
  for (const email of ["forgotten@example.org", "left@example.org"]) {
    const { id } = await subscriber(email)
    await database()
      .update(subscribers)
      .set({ createdAt: sql`now() - interval '31 days'` })
      .where(eq(subscribers.id, id))
    await database()
      .update(mailDeliveries)
      .set({ createdAt: sql`now() - interval '31 days'` })
      .where(eq(mailDeliveries.subscriberId, id))
  }
  await forgetUnconfirmed()
  const rows = await database().select({ id: subscribers.id, status: subscribers.status }).from(subscribers)
  expect(rows.map((row) => row.status).toSorted()).toEqual(["unconfirmed", "unsubscribed"])
})

test("a link works for what it was made for, and not with one letter changed", async () => {
  await signUp("a@example.org")
  const { id } = await subscriber("a@example.org")
  const purposes = ["confirm-token", "preferences-token", "unsubscribe-token"] as const
  for (const made of purposes) {
    for (const used of purposes) {
      const found = await getSubscriptionByToken(used, signToken(made, id))
      expect(found?.id, `${made} as ${used}`).toBe(made === used ? id : undefined)
    }
    const token = signToken(made, id)
    for (let at = 0; at < token.length; at++) {
      const changed = `${token.slice(0, at)}${token[at] === "1" ? "2" : "1"}${token.slice(at + 1)}`
      expect(await getSubscriptionByToken(made, changed)).toBeNull()
    }
  }
})

test("no address is readable in any table", async () => {
  await signUp("plain.reader@example.org")
  await confirmSubscription((await subscriber("plain.reader@example.org")).id)
  const [row] = await database().execute<{ all: string }>(sql`
    select (select json_agg(s) from subscribers s)::text || (select json_agg(d) from mail_deliveries d)::text
      || (select json_agg(r) from rate_limits r)::text as all`)
  expect(row?.all).toContain("confirmation")
  expect(row?.all).not.toMatch(/plain|reader|example/)
  expect(row?.all).not.toContain(Buffer.from("plain.reader@example.org").toString("hex"))
})

test("one plain address is accepted, and lists, names and line ends are refused with a sentence", () => {
  const typed = (email: string) => {
    const form = new FormData()
    form.set("email", email)
    return parseSignUp(form)
  }
  expect(typed(" reader@example.org ")).toMatchObject({ ok: true, value: { email: "reader@example.org" } })
  for (const wrong of [
    "a@x.org,b@y.org",
    "a@x.org\r\nBcc: b@y.org",
    "Name <a@x.org>",
    '"a b"@x.org',
    "a",
    "@",
  ]) {
    expect(typed(wrong), wrong).toEqual({
      ok: false,
      errors: { email: "Write an email address like name@example.org." },
    })
  }
  expect(typed("")).toMatchObject({ errors: { email: "Write your email address." } })
  expect(parseSignUp(new FormData())).toMatchObject({ errors: { email: "Write your email address." } })
})

function signUp(email: string, now = today, network = `2001:db8::${randomUUID()}`) {
  return subscribe({ email, network }, now)
}

async function leaveTwice(id: number) {
  await confirmSubscription(id)
  await unsubscribe(id)
  await resubscribe(id)
  await unsubscribe(id)
}

async function subscriber(email: string) {
  const [row] = await database()
    .select()
    .from(subscribers)
    .where(eq(subscribers.emailHash, hashEmail(email)))
  if (!row) throw new Error(`${email} is not known.`)
  return row
}

function queued(kind: "confirmation" | "welcome") {
  return database().select().from(mailDeliveries).where(eq(mailDeliveries.kind, kind))
}
