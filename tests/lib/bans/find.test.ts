import { beforeEach, expect, test } from "vitest"
import { database } from "@/db/client"
import { createStaff } from "@/db/factories"
import { bans } from "@/db/schema/moderation"
import { networkSalts } from "@/db/schema/networks"
import { findBan } from "@/lib/bans/find"
import { domainOfAddress, nameFits } from "@/lib/bans/match"
import { hashEmail } from "@/lib/email"
import { widerPrefix } from "@/lib/visitors/ip-prefix"
import {
  forgetIpPrefixHashes,
  hashesOfIpPrefix,
  hashIpPrefix,
  ipPrefixHashEnds,
} from "@/lib/visitors/ip-prefix-hash"
import { hashMailbox } from "@/lib/visitors/mailbox"
import { countLetters } from "../../support/count-letters.ts"
import { withFreshDatabase } from "../../support/fresh-database.ts"

withFreshDatabase()

let staffId = 0

beforeEach(async () => {
  await database().delete(bans)
  staffId = (await createStaff(database(), { roles: ["moderator"] })).id
})

type Ban = Omit<typeof bans.$inferInsert, "staffId">

async function ban(fields: Ban) {
  const [row] = await database()
    .insert(bans)
    .values({ ...fields, staffId })
    .returning()
  return row?.id
}

async function found({ email = "reader@example.org", name = "Reader", network = "" }) {
  const hashes = network
    ? [...(await hashesOfIpPrefix(network)), ...(await hashesOfIpPrefix(widerPrefix(network)))]
    : []
  const speaker = {
    emailHash: hashEmail(email),
    mailboxHash: hashMailbox(email),
    emailDomain: domainOfAddress(email),
  }
  return (await findBan(database(), { ...speaker, networkHashes: hashes, name }))?.id ?? null
}

test("a banned address is banned however its letters are typed, and no other is", async () => {
  const id = await ban({ kind: "address", hash: hashEmail("troll@example.org") })
  expect(await found({ email: "Troll@Example.ORG" })).toBe(id)
  expect(await found({ email: "troll2@example.org" })).toBeNull()
})

test("a banned address is banned under every tag after a plus, and no other address of its domain is", async () => {
  const id = await ban({ kind: "address", hash: hashMailbox("pest.er@example.org") })
  for (const email of ["pest.er@example.org", "pest.er+new@example.org", "Pest.Er+a+b@example.org"])
    expect(await found({ email }), email).toBe(id)
  for (const email of ["pester@example.org", "pest.er@example.com", "er@example.org"])
    expect(await found({ email }), email).toBeNull()
  const tagged = await ban({ kind: "address", hash: hashMailbox("pester+one@gmail.com") })
  for (const email of ["pester@gmail.com", "p.ester+two@googlemail.com"])
    expect(await found({ email }), email).toBe(tagged)
})

test("a banned domain covers its subdomains and never a domain that only ends alike", async () => {
  const id = await ban({ kind: "domain", pattern: "example.com" })
  for (const email of ["a@example.com", "a@mail.example.com", "a@EXAMPLE.com."]) {
    expect(await found({ email }), email).toBe(id)
  }
  for (const email of [
    "a@attacker-example.com",
    "a@example.com.attacker.net",
    "a@xample.com",
    "example.com@b.org",
  ]) {
    expect(await found({ email }), email).toBeNull()
  }
})

test("a name pattern ignores case, accents and letters that show nothing, and fits whole names", () => {
  expect(nameFits("Crypto Kíng", "crypto king")).toBe(true)
  expect(nameFits("CRYP\u200bTO  king", "crypto king")).toBe(true)
  expect(nameFits("My crypto king", "crypto king")).toBe(false)
  expect(nameFits("My crypto king 3000", "*crypto*")).toBe(true)
  expect(nameFits("Crypto", "crypto*crypto")).toBe(false)
  expect(nameFits("cryptocrypto", "crypto*crypto")).toBe(true)
  expect(nameFits("a+b (c) [d]", "a+b (c)*")).toBe(true)
  expect(nameFits("aXb", "a.b")).toBe(false)
})

test("a name pattern made of stars is never tried twice at one letter of a name", () => {
  const [name, pattern] = ["a".repeat(245), `${"*a".repeat(120)}*b`]
  const letters = countLetters(() => expect(nameFits(name, pattern)).toBe(false))
  // Folding walks through both a few times over.
  expect(letters).toBeLessThan(20 * (name.length + pattern.length))
})

test("a ban that is lifted or over covers nobody", async () => {
  await ban({ kind: "domain", pattern: "example.org", liftedAt: new Date() })
  await ban({ kind: "name", pattern: "Read*", expiresAt: new Date(Date.now() - 1000) })
  expect(await found({})).toBeNull()
  const id = await ban({ kind: "name", pattern: "Read*", expiresAt: new Date(Date.now() + 60_000) })
  expect(await found({})).toBe(id)
})

test("a banned network is known again the next day, and not once the salt of its day is gone", async () => {
  const day = 86_400_000
  const seenAt = new Date()
  const hash = await hashIpPrefix("203.0.113.9", seenAt)
  const ends = ipPrefixHashEnds(seenAt)
  const id = await ban({ kind: "network", hash, expiresAt: ends })
  expect(await found({ network: "203.0.113.9" })).toBe(id)
  expect(await found({ network: "203.0.113.10" })).toBeNull()

  const twoDaysLater = await hashesOfIpPrefix("203.0.113.9", new Date(seenAt.getTime() + 2 * day))
  expect(twoDaysLater.some((other) => other.equals(hash))).toBe(true)

  const after = new Date(ends.getTime() + 1)
  await forgetIpPrefixHashes(after)
  expect(await database().select().from(networkSalts)).not.toContainEqual(
    expect.objectContaining({ day: seenAt.toISOString().slice(0, 10) }),
  )
  const gone = await hashesOfIpPrefix("203.0.113.9", after)
  expect(gone.some((other) => other.equals(hash))).toBe(false)
  const [row] = await database().select().from(bans)
  expect(row?.hash).toHaveLength(0)
})
