import { expect, test } from "vitest"
import { letterHtml, letterText } from "@/lib/mail/letter"
import { confirmationLetter } from "@/lib/newsletter/confirmation"
import { welcomeLetter } from "@/lib/newsletter/welcome"
import { readToken } from "@/lib/signed-token"

const facts = { subscriberId: 7, publicationName: "The Corner" }

test("the confirmation says who asks, what to press, and that silence is an answer", () => {
  const letter = confirmationLetter(facts)
  expect(letter.subject).toBe("Confirm your subscription to The Corner")
  const text = letterText(letter)
  expect(text).toContain("If you did not ask for this, ignore this message; nothing will be sent.")
  const [link, ...others] = text.match(/http\S+/g) ?? []
  expect(others).toEqual([])
  const token = link?.replace("http://localhost:3000/newsletter/confirm/", "") ?? ""
  expect(readToken("confirm-token", token)).toBe(7)
})

test("letters load nothing and lead nowhere but here", () => {
  for (const letter of [confirmationLetter(facts), welcomeLetter(facts)]) {
    const html = letterHtml(letter)
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(|@import/)
    for (const [, address] of html.matchAll(/href="([^"]*)"/g)) {
      expect(address).toMatch(/^http:\/\/localhost:3000\//)
    }
  }
})

test("the welcome can be left with one click in the mail program", () => {
  const { headers } = welcomeLetter(facts)
  const address = /^<http:\/\/localhost:3000\/newsletter\/unsubscribe\/([^>]+)>$/.exec(
    headers?.["List-Unsubscribe"] ?? "",
  )
  expect(readToken("unsubscribe-token", address?.[1] ?? "")).toBe(7)
  expect(headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click")
})
