import { withoutEmails } from "@/lib/text/without-emails"

/** How one try to hand over a message ended. Only `later` may ever be tried again by itself. */
export type DeliveryOutcome =
  | { kind: "sent" }
  | { kind: "later"; reason: string }
  | { kind: "refused"; reason: string }
  | { kind: "in-doubt"; reason: string }

/** What a mail connection's error tells; the names are nodemailer's. */
export type SmtpError = { message: string; response?: string; responseCode?: number; command?: string }

/**
 * Judges an error. A refusal counts as final only where it is about this message: a server that rejects the
 * greeting or the password has something against the set-up, and the message can wait for that.
 * Without an answer after the text was on its way, nobody knows whether it arrived.
 * @param begun whether the message's text was on its way
 */
export function judgeSmtpError(error: SmtpError, begun: boolean, recipient: string): DeliveryOutcome {
  const reason = withoutEmails(error.response ?? error.message, recipient)
  const code = error.responseCode ?? 0
  if (code >= 400 && code < 500) return { kind: "later", reason }
  if (code >= 500 && code < 600) {
    return { kind: aboutTheMessage(error) ? "refused" : "later", reason }
  }
  return { kind: begun && error.command !== "API" ? "in-doubt" : "later", reason }
}

function aboutTheMessage(error: SmtpError): boolean {
  // 530 asks for a password or for encryption.
  return error.responseCode !== 530 && ["MAIL FROM", "RCPT TO", "DATA"].includes(error.command ?? "")
}
