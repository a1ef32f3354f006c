import { expect, test } from "vitest"
import { mailboxOf } from "@/lib/visitors/mailbox"

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
