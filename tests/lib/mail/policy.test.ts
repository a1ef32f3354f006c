import { expect, test } from "vitest"
import { parseEnv } from "@/lib/env"
import { canReachPeople } from "@/lib/mail/policy"

const reaches = (variables: Record<string, string>) => canReachPeople(parseEnv(variables))

test("a site that others reach promises mail only once it has a mail server", () => {
  expect(reaches({ SITE_URL: "https://news.example.org" })).toBe(false)
  expect(reaches({ SITE_URL: "https://localhost.example.org" })).toBe(false)
  expect(reaches({ SITE_URL: "https://news.example.org", SMTP_URL: "smtp://mail.example.org" })).toBe(true)
})

test.each(["http://localhost:3000", "http://127.0.0.1:8080", "https://[::1]:8443"])(
  "whoever tries the app out at %s finds the mails in a folder",
  (SITE_URL) => expect(reaches({ SITE_URL })).toBe(true),
)
