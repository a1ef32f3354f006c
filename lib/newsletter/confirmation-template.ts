import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"
import { signToken } from "@/lib/signed-token"

type Facts = { subscriberId: number; publicationName: string }

/**
 * Asks whether the owner of the mailbox wants the newsletter. The text is fixed: anyone can have it sent
 * to anyone, so it holds no word that a visitor typed, and only this site's own address as a link.
 */
export function confirmationTemplate({ subscriberId, publicationName }: Facts): MailContent {
  const publication = isolate(publicationName)
  return {
    subject: `Confirm your subscription to ${publicationName}`,
    publication: publicationName,
    heading: "Please confirm your subscription",
    opening: [`Someone, we hope you, asked for the newsletter of ${publication} at this address.`],
    button: {
      label: "Confirm your subscription",
      href: `${env().SITE_URL}/newsletter/confirm/${signToken("confirm-token", subscriberId)}`,
    },
    closing: [
      "The page that opens has one button. Nothing is sent to you until you press it.",
      "If you did not ask for this, ignore this message; nothing will be sent.",
    ],
  }
}
