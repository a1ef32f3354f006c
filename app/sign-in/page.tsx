import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { PasskeyProofForm } from "@/components/credentials/passkey-proof-form"
import { SignInForm } from "@/components/desk/sign-in-form"
import { SignedOutFrame } from "@/components/desk/signed-out-frame"
import { deskPath } from "@/lib/auth/desk-path"
import { getOwner } from "@/lib/auth/viewer"
import { getSettings } from "@/lib/settings/queries"
import { signInAction, signInWithPasskeyAction } from "./actions"
import "../desk/desk.css"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Sign in", robots: { index: false, follow: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { next, left, confirmed } = await searchParams
  const owner = await getOwner()
  if (owner?.isHeldBack) redirect("/sign-in/second-factor")
  if (owner) redirect(confirmed ? "/desk/me" : deskPath(next))
  const { publicationName } = await getSettings()
  return (
    <SignedOutFrame publicationName={publicationName} title="Sign in">
      {left || confirmed ? (
        <p role="status" className="mb-5 border-s-4 border-accent bg-raised px-4 py-3">
          {left ? "You have signed out." : "Your new address is confirmed. Sign in with it from now on."}
        </p>
      ) : null}
      <SignInForm action={signInAction} next={deskPath(next)} />
      <div className="mt-8 border-t border-rule pt-6">
        <PasskeyProofForm action={signInWithPasskeyAction} next={deskPath(next)} label="Use a passkey" />
      </div>
    </SignedOutFrame>
  )
}
