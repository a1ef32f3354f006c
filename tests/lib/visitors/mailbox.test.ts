import { expect, test } from "vitest"
import { hashMailbox, mailboxKey, mailboxOf } from "@/lib/visitors/mailbox"

test.each([
  ["Ada.Brook+news@gmail.com", "adabrook@gmail.com"],
  ["A.D.A.B.R.O.O.K@GoogleMail.com", "adabrook@gmail.com"],
  ["Ada+x@outlook.com", "ada@outlook.com"],
  ["ada+x+y@hotmail.com", "ada@hotmail.com"],
  ["ada+x@live.com", "ada@live.com"],
  ["ada+x@fastmail.com", "ada@fastmail.com"],
  ["ada+x@me.com", "ada@icloud.com"],
  ["ada+x@pm.me", "ada@proton.me"],
])("%s is the mailbox %s, as its provider has it", (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox)
})

test.each([
  ["ada.brook@example.org", "adabrook@example.org"],
  ["ada+news@example.org", "ada@example.org"],
  ["ada.brook@outlook.com", "adabrook@outlook.com"],
  ["ada@outlook.com", "ada@hotmail.com"],
  ["ada@gmail.com.example.org", "ada@gmail.com"],
  ["+ada@gmail.com", "+bea@gmail.com"],
])("%s and %s may be two people", (one, other) => {
  expect(mailboxOf(one)).not.toBe(mailboxOf(other))
})

test("letters' case never makes another mailbox", () => {
  expect(mailboxOf("Ada@Example.ORG")).toBe("ada@example.org")
})

test.each([
  ["pest.er@example.org", "pest.er+new@example.org"],
  ["pest.er@example.org", "Pest.Er+a+b@example.org"],
  ["pester@gmail.com", "p.e.s.t.e.r+new@googlemail.com"],
  ["pester+one@example.org", "pester+two@example.org"],
])("what is held against %s is held against %s", (one, other) => {
  expect(hashMailbox(one)).toEqual(hashMailbox(other))
})

test.each([
  ["pest.er@example.org", "pester@example.org"],
  ["+pester@example.org", "+other@example.org"],
  ["pester@example.org", "pester@example.com"],
])("and not what is held against %s against %s", (one, other) => {
  expect(hashMailbox(one)).not.toEqual(hashMailbox(other))
})

test.each([
  ["abcd@example.org", "ab.cd@example.org"],
  ["abcd@example.org", "abcd+x@example.org"],
  ["ab.cd@outlook.com", "abcd@outlook.com"],
])("%s gets its mail though %s had its own", (one, other) => {
  expect(mailboxKey(one)).not.toBe(mailboxKey(other))
})
