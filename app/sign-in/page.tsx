import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SignInForm } from "@/components/desk/sign-in-form"
import { SignedOutFrame } from "@/components/desk/signed-out-frame"
import { deskPath } from "@/lib/auth/desk-path"
import { getViewer } from "@/lib/auth/viewer"
import { getSettings } from "@/lib/settings/queries"
import { signInAction } from "./actions"
import "../desk/desk.css"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Sign in", robots: { index: false, follow: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { next, left, confirmed } = await searchParams
  if (await getViewer()) redirect(confirmed ? "/desk/me" : deskPath(next))
  const { publicationName } = await getSettings()
  return (
    <SignedOutFrame publicationName={publicationName} title="Sign in">
      {left || confirmed ? (
        <p role="status" className="mb-5 border-s-4 border-accent bg-raised px-4 py-3">
          {left ? "You have signed out." : "Your new address is confirmed. Sign in with it from now on."}
        </p>
      ) : null}
      <SignInForm action={signInAction} next={deskPath(next)} />
    </SignedOutFrame>
  )
}
