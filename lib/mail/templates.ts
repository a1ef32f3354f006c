import { isolate, type MailContent } from "@/lib/mail/content"

/** What an admin has sent to themself to see that mail arrives. */
export function testTemplate(publicationName: string): MailContent {
  return {
    subject: `Test message from ${publicationName}`,
    publication: publicationName,
    heading: "Mail works",
    opening: [
      `You asked ${isolate(publicationName)} for a test message, and this is it: invitations, confirmations and the newsletter can reach people.`,
    ],
    closing: ["If it arrived in the folder for spam, ask your mail provider about SPF, DKIM and DMARC."],
  }
}
