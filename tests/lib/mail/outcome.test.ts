import { expect, test } from "vitest"
import { judgeSmtpError } from "@/lib/mail/outcome"
import { withoutEmails } from "@/lib/text/without-emails"

const to = "victim.name@example.net"

test("what a server refuses for good is refused, and what it puts off is tried later", () => {
  const at = (responseCode: number, command: string) =>
    judgeSmtpError({ message: "", response: `${responseCode} x`, responseCode, command }, true, to).kind
  expect(at(550, "RCPT TO")).toBe("refused")
  expect(at(554, "DATA")).toBe("refused")
  expect(at(451, "RCPT TO")).toBe("later")
  expect(at(421, "DATA")).toBe("later")
})

test("a wrong password or a closed door is about the set-up, and the message waits for that", () => {
  const at = (responseCode: number, command: string) =>
    judgeSmtpError({ message: "", response: `${responseCode} x`, responseCode, command }, false, to).kind
  expect(at(535, "AUTH PLAIN")).toBe("later")
  expect(at(554, "CONN")).toBe("later")
  expect(at(530, "MAIL FROM")).toBe("later")
})

test("silence before the text is a later try, silence after it is a doubt", () => {
  expect(judgeSmtpError({ message: "Timeout", command: "CONN" }, false, to).kind).toBe("later")
  expect(judgeSmtpError({ message: "Connection closed unexpectedly", command: "CONN" }, true, to).kind).toBe(
    "in-doubt",
  )
  // Half of a "250" is no answer.
  const half = { message: "closed", response: "250", responseCode: 250, command: "CONN" }
  expect(judgeSmtpError(half, true, to).kind).toBe("in-doubt")
})

test("a reason names nobody, however the server writes the address", () => {
  const said = [
    "550 5.1.1 <victim.name@example.net>: Recipient address rejected",
    "550 User VICTIM.NAME@EXAMPLE.NET unknown",
    "550 no mailbox victim.name here",
    "550 to=<Victim.Name@example.net>,\r\norig_to=<victim.name@example.net>",
    '550 "victim.name"@example.net',
    "550 <victim.name",
  ]
  for (const text of said) expect(withoutEmails(text, to), text).not.toMatch(/victim|@/i)
  expect(withoutEmails("550 5.1.1 no such user", to)).toBe("550 5.1.1 no such user")
  expect(withoutEmails("x".repeat(5000), to).length).toBeLessThanOrEqual(300)
})

test("where it is not known whom an error names, it stays readable and names nobody", () => {
  expect(withoutEmails("Error: no answer from ana@example.org, try <ben@example.org>")).toBe(
    "Error: no answer from [address], try [address]",
  )
})
