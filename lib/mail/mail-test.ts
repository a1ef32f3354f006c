import { z } from "zod"

/** How the last test of the mail ended; `server` is its host, null where mail is written to files. */
const mailTest = z.object({
  at: z.iso.datetime(),
  /** The number of the admin who asked for it. */
  by: z.int(),
  server: z.string().nullable(),
  outcome: z.enum(["sent", "later", "refused", "in-doubt"]),
  reason: z.string(),
})

export type MailTest = z.output<typeof mailTest>

/** The last test as it was kept, or null. */
export function readMailTest(stored: unknown): MailTest | null {
  const parsed = mailTest.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** Where mail goes: the host of the mail server, or null where it is written to files. */
export function mailServer(smtpUrl: string | undefined): string | null {
  return smtpUrl ? new URL(smtpUrl).hostname : null
}

/** Whether a mail server, the one that is set now, took the last test. */
export function hasPassed(test: MailTest | null, server: string | null): boolean {
  return server !== null && test?.outcome === "sent" && test.server === server
}
