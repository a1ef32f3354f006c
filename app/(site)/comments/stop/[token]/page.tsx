import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Notice } from "@/components/newsletter/notice"
import { Button } from "@/components/ui/button"
import { readStopToken } from "@/lib/commenters/links"
import { getCommenter } from "@/lib/commenters/queries"

type Props = { params: Promise<{ token: string }> }

export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: "Mail about comments",
  robots: { index: false },
  referrer: "same-origin",
}

/** Shows where things stand; a POST to this very address changes them (answer/route.ts). */
export default async function StopPage({ params }: Props) {
  const { token } = await params
  const commenter = await getCommenter(readStopToken(token))
  if (!commenter) notFound()
  const page = `/comments/stop/${token}`
  if (commenter.mailStoppedAt) {
    return (
      <Notice heading="No more mail about comments">
        <p>Nothing about comments is sent any more to the address this link was sent to.</p>
        <form action={page} method="post">
          <Button look="secondary" name="wish" value="return">
            Turn mail on again
          </Button>
        </form>
      </Notice>
    )
  }
  return (
    <Notice heading="Stop all mail about comments?">
      <p>
        Press the button, and nothing about comments is sent any more to the address this link was sent to: no
        answers, no questions, no links. Comments stay as they are.
      </p>
      <form action={page} method="post">
        <Button>Stop all mail about comments</Button>
      </form>
    </Notice>
  )
}
