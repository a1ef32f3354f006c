import path from "node:path"
import { env } from "@/lib/env"
import { writeToFolder } from "@/lib/mail/mail-folder"
import type { Message } from "@/lib/mail/message"
import type { DeliveryOutcome } from "@/lib/mail/outcome"
import { sendBySmtp } from "@/lib/mail/smtp"

/** Hands one message to the mail server of `SMTP_URL`, or without one to `DATA_DIR/mail`. Never throws. */
export function deliver(message: Message): Promise<DeliveryOutcome> {
  const { SMTP_URL, DATA_DIR, SITE_URL } = env()
  if (SMTP_URL) return sendBySmtp(SMTP_URL, message, new URL(SITE_URL).hostname)
  return writeToFolder(path.join(DATA_DIR, "mail"), message)
}
