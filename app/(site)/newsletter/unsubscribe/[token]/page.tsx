import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Notice } from "@/components/newsletter/notice"
import { Button } from "@/components/ui/button"
import { getSubscriptionByToken } from "@/lib/newsletter/queries"

type Props = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: "Unsubscribe",
  robots: { index: false },
  referrer: "same-origin",
}

/**
 * Shows where things stand; a POST to this very address changes them (answer/route.ts). The form is plain
 * HTML and no server action, so it works from a page of any age.
 */
export default async function UnsubscribePage({ params }: Props) {
  const { token } = await params
  const subscription = await getSubscriptionByToken("unsubscribe-token", token)
  if (!subscription) notFound()
  if (subscription.status === "unsubscribed") {
    return (
      <Notice heading="You are unsubscribed">
        <p>No newsletter is sent to you any more.</p>
        <p>
          Did that happen by mistake? <a href="/newsletter">Sign up again</a> whenever you like.
        </p>
      </Notice>
    )
  }
  return (
    <Notice heading="Leave the newsletter?">
      <p>Press the button, and nothing more is sent to the address this link was sent to.</p>
      <form action={`/newsletter/unsubscribe/${token}`} method="post">
        <Button>Unsubscribe</Button>
      </form>
    </Notice>
  )
}
