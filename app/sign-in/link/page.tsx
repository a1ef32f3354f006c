import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { LinkRequestForm } from "@/components/desk/link-request-form"
import { SignedOutFrame } from "@/components/desk/signed-out-frame"
import { getViewer } from "@/lib/auth/viewer"
import { getSettings } from "@/lib/settings/queries"
import { requestLinkAction } from "./actions"
import "../../desk/desk.css"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Sign in by email", robots: { index: false, follow: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Has a link mailed, to sign in or to set a new password. */
export default async function SignInLinkPage({ searchParams }: Props) {
  if (await getViewer()) redirect("/desk")
  const purpose = (await searchParams).for === "reset" ? "reset" : "sign_in"
  const { publicationName } = await getSettings()
  const title = purpose === "reset" ? "Forgot password?" : "Sign in by email"
  return (
    <SignedOutFrame publicationName={publicationName} title={title}>
      <LinkRequestForm action={requestLinkAction} purpose={purpose} />
    </SignedOutFrame>
  )
}
