import { isIP } from "node:net"
import { Readable } from "node:stream"
import SMTPConnection from "nodemailer/lib/smtp-connection/index.js"
import type { Message } from "@/lib/mail/message"
import { type DeliveryOutcome, judgeSmtpError, type SmtpError } from "@/lib/mail/outcome"

/** No message may keep a worker longer than this; the lease on its row is longer. */
const sendingSeconds = 60

/**
 * Hands a message to the mail server. Never throws: how it ended is the answer. The connection is driven
 * by hand, not through nodemailer's transport, to know whether the text was on its way when it broke.
 */
export function sendBySmtp(url: string, message: Message, name: string): Promise<DeliveryOutcome> {
  return new Promise((resolve) => {
    let begun = false
    const connection = new SMTPConnection({ ...smtpOptions(url), name })
    const deadline = setTimeout(
      () => fail({ message: "The mail server took too long." }),
      sendingSeconds * 1000,
    )

    function end(outcome: DeliveryOutcome) {
      // Only the first word counts, and closing speaks too.
      resolve(outcome)
      clearTimeout(deadline)
      connection.close()
    }
    function fail(error: SmtpError) {
      end(judgeSmtpError(error, begun, message.to))
    }

    connection.on("error", fail)
    connection.once("end", () => fail({ message: "The mail server closed the connection." }))
    connection.connect(() => {
      const { credentials } = smtpOptions(url)
      if (credentials) connection.login({ credentials }, (error) => (error ? fail(error) : send()))
      else send()
    })

    function send() {
      const text = Readable.from(
        (function* () {
          begun = true
          yield message.raw
        })(),
      )
      connection.send({ from: message.from, to: [message.to] }, text, (error) =>
        error ? fail(error) : end({ kind: "sent" }),
      )
    }
  })
}

/**
 * Reads `SMTP_URL`. Certificates are always validated. Over a network the connection must be encrypted,
 * unless the address ends in `?tls=off`; on this machine encryption is used where it is offered.
 */
function smtpOptions(url: string) {
  const at = new URL(url)
  const host = at.hostname.replace(/^\[|\]$/g, "")
  const secure = at.protocol === "smtps:"
  const off = at.searchParams.get("tls") === "off"
  return {
    host,
    port: Number(at.port) || (secure ? 465 : 587),
    secure,
    ignoreTLS: off,
    requireTLS: !secure && !off && !isLoopback(host),
    // Written out, since NODE_TLS_REJECT_UNAUTHORIZED would otherwise be able to switch it off.
    tls: { rejectUnauthorized: true },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    credentials: at.username
      ? { user: decodeURIComponent(at.username), pass: decodeURIComponent(at.password) }
      : undefined,
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."))
}
