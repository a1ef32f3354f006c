import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Notice } from "@/components/newsletter/notice"
import { Button } from "@/components/ui/button"
import { getSubscriptionByToken } from "@/lib/newsletter/queries"
import { getSettings } from "@/lib/settings/queries"

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: "Confirm your subscription",
  robots: { index: false },
  referrer: "same-origin",
}

/** Looking changes nothing: mail scanners open every link. The button does. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { token } = await params
  const [subscription, { publicationName }] = await Promise.all([
    getSubscriptionByToken("confirm-token", token),
    getSettings(),
  ])
  if (!subscription) notFound()

  if (subscription.status === "unconfirmed") {
    return (
      <Notice heading="Confirm your subscription">
        <p>
          You are about to get the newsletter of <bdi>{publicationName}</bdi>. Press the button to confirm
          that you want it.
        </p>
        <form action={`/newsletter/confirm/${token}`} method="post">
          <Button>Confirm subscription</Button>
        </form>
        <p className="text-base text-ink-soft">
          If you did not ask for it, close this page. Nothing will be sent.
        </p>
      </Notice>
    )
  }
  if (subscription.status === "unsubscribed") return <HasLeft />
  return "thanks" in (await searchParams) ? <Thanks /> : <AlreadyConfirmed />
}

function Thanks() {
  return (
    <Notice heading="Thank you, you are subscribed">
      <p>
        A short welcome is on its way to your inbox. After that you hear from us when the next issue is out.
        Every message has a link to leave.
      </p>
      <FrontPageLink />
    </Notice>
  )
}

function AlreadyConfirmed() {
  return (
    <Notice heading="You are already subscribed">
      <p>This address is confirmed, and there is nothing more to do. The next issue comes to your inbox.</p>
      <FrontPageLink />
    </Notice>
  )
}

/** An old mail must not bring anyone back who has left. */
function HasLeft() {
  return (
    <Notice heading="You have left the newsletter">
      <p>
        This link was for an earlier sign-up, and you have unsubscribed since. To come back,{" "}
        <a href="/newsletter">sign up again</a>.
      </p>
    </Notice>
  )
}

function FrontPageLink() {
  return (
    <p>
      <a href="/">Read the newest stories</a>
    </p>
  )
}
