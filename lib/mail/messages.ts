import type { MailTest } from "@/lib/mail/mail-test"
import { timeAgo } from "@/lib/text/time-ago"

/** Where mail goes, for admins. */
export function mailGoes(server: string | null, folder: string): string {
  return server === null
    ? `Mail is not sent: without SMTP_URL every message is written to a file in ${folder}.`
    : `Mail is sent through ${server}.`
}

/** How a test message ended. */
export function testSentence({ outcome, reason, server }: MailTest, email: string): string {
  if (outcome === "sent" && server === null)
    return `The test message to ${email} was written to a file. To send mail, set SMTP_URL and start Masthead again.`
  if (outcome === "sent") return `${server} took the test message to ${email}. Look whether it has arrived.`
  if (outcome === "in-doubt")
    return `The connection to ${server} broke while the message was on its way, so it may or may not arrive: ${reason}`
  return `${server ?? "The folder"} did not take the test message: ${reason}`
}

/** When the last test was, and whether it went out. */
export function lastTestSentence({ at, outcome, reason, server }: MailTest): string {
  const when = timeAgo(new Date(at))
  if (outcome !== "sent") return `The last test, ${when}, failed: ${reason}`
  return server === null
    ? `The last test, ${when}, was written to a file.`
    : `${server} took the last test, ${when}.`
}
