import MailComposer from "nodemailer/lib/mail-composer/index.js"
import { plainAddress } from "@/lib/email"
import type { Sender } from "@/lib/env"
import { type MailContent, renderHtml, renderText } from "@/lib/mail/content"

/** A finished message: the bytes, and the one address each way that the mail server is told. */
export type Message = { id: string; from: string; to: string; raw: Buffer }

type Envelope = { id: string; date: Date; from: Sender; to: string }

/**
 * Composes the message of a delivery. The recipient is one plain address or nothing is made: it is checked
 * here again and handed on as an object, so that no parser ever looks for a second one in it (CVE-2025-13033).
 * @throws when `to` is not one plain address
 */
export async function composeMessage(
  letter: MailContent,
  { id, date, from, to }: Envelope,
): Promise<Message> {
  const address = plainAddress.parse(to)
  const raw = await new MailComposer({
    from: { name: headerLine(from.name), address: from.address },
    to: { name: "", address },
    subject: headerLine(letter.subject),
    date,
    messageId: `<${id}>`,
    headers: {
      // RFC 3834, and the name by which Exchange knows it: no holiday notices in return.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": "en",
      ...prepared(letter.headers ?? {}),
    },
    text: renderText(letter),
    html: renderHtml(letter),
    // RFC 5322: a line ends in CRLF, also in a file.
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
  return { id, from: from.address, to: address, raw }
}

/** One line of a header: whatever would end the line becomes a space (ASVS 1.3.11). */
export function headerLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim()
}

/** Written as they are: a folded address would not be recognised by every mail program. */
function prepared(headers: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { prepared: true, value: headerLine(value) }]),
  )
}
