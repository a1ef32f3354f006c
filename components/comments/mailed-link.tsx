import { linkMailed } from "@/lib/commenters/messages"

/** What became of the link that an author asked for with the comment, as the address of the page says. */
export function MailedLink({ link }: { link: string | string[] | undefined }) {
  if (link === "mailed") return <p>{linkMailed}</p>
  if (link !== "later") return null
  return <p>The link could not be mailed just now. Keep this page, or ask for the link below later.</p>
}
