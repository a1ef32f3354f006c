import { env } from "@/lib/env"
import { isolate, type MailContent } from "@/lib/mail/content"
import { signToken } from "@/lib/signed-token"

type Facts = { subscriberId: number; publicationName: string }

/** Says hello once, after the confirmation, and carries the way out: by link and by one click (RFC 8058). */
export function welcomeTemplate({ subscriberId, publicationName }: Facts): MailContent {
  const publication = isolate(publicationName)
  const site = env().SITE_URL
  const unsubscribe = `${site}/newsletter/unsubscribe/${signToken("unsubscribe-token", subscriberId)}`
  const preferences = `${site}/newsletter/preferences/${signToken("preferences-token", subscriberId)}`
  return {
    subject: `Welcome to the newsletter of ${publicationName}`,
    publication: publicationName,
    heading: "You are on the list",
    opening: [
      `Thank you for confirming. From now on the newsletter of ${publication} comes to this address.`,
      "Until the next issue is out, the newest stories are on our front page.",
    ],
    button: { label: "Read the newest stories", href: `${site}/` },
    closing: ["You can leave with one click, today or at any time."],
    links: [
      { label: "Unsubscribe", href: unsubscribe },
      { label: "See or erase what we keep about you", href: preferences },
    ],
    headers: {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  }
}
