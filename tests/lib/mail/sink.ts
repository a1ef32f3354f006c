import type { AddressInfo } from "node:net"
import { type ParsedMail, simpleParser } from "mailparser"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"

type Answer = { code: number; text: string } | "never" | "hang up"

export type Received = { from: string; to: string[]; raw: string; mail: ParsedMail }

/** A real SMTP server that keeps what it accepted. `onData` answers each message after its text, in order. */
export async function startSink(
  options: Omit<SMTPServerOptions, "onData" | "onRcptTo"> & { onData?: Answer[]; rcpt?: Answer[] } = {},
): Promise<{
  url: string
  received: Received[]
  texts: () => number
  refuseNext: (answer: Answer) => void
  close: () => Promise<void>
}> {
  const { onData: dataAnswers = [], rcpt: rcptAnswers = [], ...rest } = options
  const received: Received[] = []
  let texts = 0
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo(_, __, done) {
      done(refusal(rcptAnswers.shift()))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", async () => {
        texts++
        const answer = dataAnswers.shift()
        if (answer === "never") return
        if (answer === "hang up") {
          for (const connection of server.connections) (connection as { close(): void }).close()
          return
        }
        const error = refusal(answer)
        if (!error) {
          const raw = Buffer.concat(chunks).toString("utf8")
          const { mailFrom, rcptTo } = session.envelope
          received.push({
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map((recipient) => recipient.address),
            raw,
            mail: await simpleParser(raw),
          })
        }
        done(error)
      })
    },
    ...rest,
  })
  // A client that is killed or refuses a certificate is what some tests are about.
  server.on("error", () => {})
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    texts: () => texts,
    refuseNext: (answer) => dataAnswers.push(answer),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function refusal(answer: Answer | undefined): Error | null {
  if (!answer || typeof answer === "string") return null
  return Object.assign(new Error(answer.text), { responseCode: answer.code })
}
