import { expect, test } from "vitest"
import { hashPassword, verifyPassword } from "@/lib/auth/password"
import { weakness } from "@/lib/auth/password-rules"

test("ASVS 11.4.2: a password is kept as argon2id with the cost OWASP names", async () => {
  expect(await hashPassword("a few unrelated words")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test("a password typed on another keyboard is the same password", async () => {
  const kept = await hashPassword("caf\u00e9 au lait, \ufb01ve")
  expect(await verifyPassword(kept, "cafe\u0301 au lait, five")).toBe(true)
})

test("ASVS 6.2.8, 6.2.9: the last of 256 characters counts", async () => {
  const kept = await hashPassword(`${"x".repeat(255)}y`)
  expect(await verifyPassword(kept, `${"x".repeat(255)}z`)).toBe(false)
  expect(await verifyPassword(kept, `${"x".repeat(255)}y`)).toBe(true)
})

test("ASVS 6.2.5, 6.2.8: spaces and capitals count", async () => {
  const kept = await hashPassword(" Spaces At Ends ")
  expect(await verifyPassword(kept, "Spaces At Ends")).toBe(false)
  expect(await verifyPassword(kept, " spaces at ends ")).toBe(false)
})

test("nothing fits someone who has no password", async () => {
  expect(await verifyPassword(null, "")).toBe(false)
  expect(await verifyPassword(undefined, "anything at all")).toBe(false)
})

for (const easy of [
  "short",
  "password123",
  "qwertyuiop",
  "1234567890",
  "aaaaaaaaaaaa",
  "Masthead2026",
  "Robin Fifth",
]) {
  test(`ASVS 6.2.1, 6.2.4, 6.2.11, 6.2.12: "${easy}" is refused with a sentence`, async () => {
    expect(await weakness(easy, ["Robin Fifth", "robin.fifth@example.org"])).toMatch(/\.$/)
  })
}

for (const good of ["a few unrelated words", "зелёный чайник у окна", "x7!Kq2$mVr9T", "🐚🌧️🚲🕯️🧵🪴🎻🥕🪁🧭"]) {
  test(`ASVS 6.2.5: "${good}" is taken`, async () => {
    expect(await weakness(good, ["Robin Fifth"])).toBeNull()
  })
}

test("256 characters are enough for anyone, and a longer password is refused and not cut", async () => {
  expect(await weakness("correct horse ".repeat(18))).toBeNull()
  expect(await weakness("correct horse ".repeat(19))).toMatch(/256/)
})

test("no more than the first forty characters are estimated, so 256 digits keep nobody waiting", async () => {
  const [easy, hard] = ["1".repeat(40), "x7!Kq2$mVr9T"]
  expect(await weakness(`${easy}${hard}`)).not.toBeNull()
  expect(await weakness(`${hard}${easy}`)).toBeNull()
})

test("an address taken apart and put together again is no password", async () => {
  expect(await weakness("st-test-example", ["st-test@example.org"])).not.toBeNull()
})
