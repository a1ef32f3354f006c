import "server-only"
import { randomUUID } from "node:crypto"
import { database } from "@/db/client"
import { siteKeys, writeSiteRow } from "@/db/site"
import { may, type Staff } from "@/lib/auth/staff"
import { env } from "@/lib/env"
import { testsOfOne } from "@/lib/mail/limits"
import { type MailTest, mailServer } from "@/lib/mail/mail-test"
import { composeMessage } from "@/lib/mail/message"
import { testTemplate } from "@/lib/mail/templates"
import { deliver } from "@/lib/mail/transport"
import { ofRow } from "@/lib/visitors/limit-subject"
import { countAgainst } from "@/lib/visitors/rate-limit"

type Tested = { ok: true; test: MailTest } | { ok: false; reason: "not-allowed" | "too-many" }

/**
 * Hands a test message for the admin to the mail server at once, past the ledger, so that they see how it ended; the
 * answer is kept for Today.
 */
export async function sendTestMail(staff: Staff, publicationName: string): Promise<Tested> {
  if (!may(staff, "settings.manage")) return { ok: false, reason: "not-allowed" }
  if (!(await countAgainst(testsOfOne, ofRow(staff.id))).ok) return { ok: false, reason: "too-many" }
  const { MAIL_FROM: from, SITE_URL, SMTP_URL } = env()
  const date = new Date()
  const message = await composeMessage(testTemplate(publicationName), {
    id: `test.${randomUUID()}@${new URL(SITE_URL).hostname}`,
    date,
    from: { ...from, name: from.name || publicationName },
    to: staff.email,
  })
  const outcome = await deliver(message)
  const test: MailTest = {
    at: date.toISOString(),
    by: staff.id,
    server: mailServer(SMTP_URL),
    outcome: outcome.kind,
    reason: "reason" in outcome ? outcome.reason.slice(0, 500) : "",
  }
  await writeSiteRow(database(), siteKeys.mailTest, test)
  return { ok: true, test }
}
