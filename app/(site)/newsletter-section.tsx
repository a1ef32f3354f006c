import { SignupPanel } from "@/components/newsletter/signup-panel"
import { canReachPeople } from "@/lib/mail/policy"
import { getSettings } from "@/lib/settings/queries"
import { subscribeAction } from "./newsletter/actions"

/** The newsletter's pitch and sign-up form, in the words of the settings. At most once on a page. */
export async function NewsletterSection() {
  if (!canReachPeople()) return null
  const { newsletterHeading, newsletterPitch } = await getSettings()
  return <SignupPanel heading={newsletterHeading} pitch={newsletterPitch} action={subscribeAction} />
}
