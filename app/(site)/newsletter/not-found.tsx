import type { Metadata } from "next"
import { Notice } from "@/components/newsletter/notice"

export const metadata: Metadata = { title: "This link does not work" }

/** For links from mails that were cut short, or that belong to an address we no longer keep. */
export default function NewsletterLinkNotFound() {
  return (
    <Notice heading="This link does not work">
      <p>
        It may have been cut in two by the mail program: then copy the whole address from the message. It also
        stops working when the address it was sent to is no longer kept here.
      </p>
      <p>
        If you want the newsletter, <a href="/newsletter">sign up again</a>. If you do not, there is nothing
        to do.
      </p>
    </Notice>
  )
}
