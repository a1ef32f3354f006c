import { expect, test } from "vitest"
import { renderHtml, renderText } from "@/lib/mail/content"
import { confirmationTemplate } from "@/lib/newsletter/confirmation-template"
import { welcomeTemplate } from "@/lib/newsletter/welcome-template"
import { readToken } from "@/lib/signed-token"

const facts = { subscriberId: 7, publicationName: "The Corner" }

test("the confirmation says who asks, what to press, and that silence is an answer", () => {
  const letter = confirmationTemplate(facts)
  expect(letter.subject).toBe("Confirm your subscription to The Corner")
  const text = renderText(letter)
  expect(text).toContain("If you did not ask for this, ignore this message; nothing will be sent.")
  const [link, ...others] = text.match(/http\S+/g) ?? []
  expect(others).toEqual([])
  const token = link?.replace("http://localhost:3000/newsletter/confirm/", "") ?? ""
  expect(readToken("confirm-token", token)).toBe(7)
})

test("letters load nothing and lead nowhere but here", () => {
  for (const letter of [confirmationTemplate(facts), welcomeTemplate(facts)]) {
    const html = renderHtml(letter)
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(|@import/)
    for (const [, address] of html.matchAll(/href="([^"]*)"/g)) {
      expect(address).toMatch(/^http:\/\/localhost:3000\//)
    }
  }
})

test("the welcome can be left with one click in the mail program", () => {
  const { headers } = welcomeTemplate(facts)
  const address = /^<http:\/\/localhost:3000\/newsletter\/unsubscribe\/([^>]+)>$/.exec(
    headers?.["List-Unsubscribe"] ?? "",
  )
  expect(readToken("unsubscribe-token", address?.[1] ?? "")).toBe(7)
  expect(headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click")
})
