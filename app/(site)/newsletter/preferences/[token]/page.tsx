import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Notice } from "@/components/newsletter/notice"
import { Button } from "@/components/ui/button"
import { getSubscriptionByToken } from "@/lib/newsletter/queries"
import { signToken } from "@/lib/signed-token"

type Props = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: "Your newsletter",
  robots: { index: false },
  referrer: "same-origin",
}

const states = {
  confirmed: "You get the newsletter at the address this link was sent to.",
  unconfirmed: "You have not confirmed yet. The message with the link for it is in your inbox.",
  unsubscribed: "You have left the newsletter. Nothing is sent to you.",
}

export default async function PreferencesPage({ params }: Props) {
  const { token } = await params
  const subscription = await getSubscriptionByToken("preferences-token", token)
  if (!subscription) notFound()
  const { id, status, confirmedAt } = subscription
  return (
    <Notice heading="Your newsletter">
      <p>{states[status]}</p>
      {status === "confirmed" ? (
        <form action={`/newsletter/unsubscribe/${signToken("unsubscribe-token", id)}`} method="post">
          <Button look="secondary">Unsubscribe</Button>
        </form>
      ) : null}
      {status === "unsubscribed" && confirmedAt ? (
        <form action={`/newsletter/preferences/${token}`} method="post">
          <Button look="secondary" name="wish" value="return">
            Subscribe again
          </Button>
        </form>
      ) : null}
      <section className="mt-6 border-t border-rule pt-6">
        <h2 className="font-headline text-2xl font-bold">Erase everything</h2>
        <p className="mt-2 mb-4">
          We keep your address, encrypted, with the dates on which you signed up and confirmed, and a list of
          the messages sent to you. You can have all of it deleted now. This can&rsquo;t be undone, and it
          also ends the newsletter.
        </p>
        <form action={`/newsletter/preferences/${token}`} method="post">
          <Button look="danger" name="wish" value="erase">
            Erase my address
          </Button>
        </form>
      </section>
    </Notice>
  )
}
