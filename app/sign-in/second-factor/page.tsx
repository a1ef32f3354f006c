import type { Metadata } from "next"
import { headers } from "next/headers"
import { PasskeyPanel } from "@/components/credentials/passkey-panel"
import { SecondStepForm } from "@/components/credentials/second-step-form"
import { TotpPanel } from "@/components/credentials/totp-panel"
import { Panel } from "@/components/desk/panel"
import { RenderedFor } from "@/components/desk/rendered-for"
import { SignedOutFrame } from "@/components/desk/signed-out-frame"
import { TimeZone } from "@/components/desk/time-zone"
import { buttonClass } from "@/components/ui/button"
import { deskPath } from "@/lib/auth/desk-path"
import { deviceWords } from "@/lib/auth/device-words"
import type { AccountOwner } from "@/lib/auth/staff"
import { getOwner } from "@/lib/auth/viewer"
import { getOwnCredentials } from "@/lib/credentials/queries"
import { findWaiting } from "@/lib/credentials/waiting"
import { getSettings } from "@/lib/settings/queries"
import { passkeyAction, totpAction } from "../../desk/me/actions"
import { secondStepAction } from "./actions"
import "../../desk/desk.css"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Second factor", robots: { index: false, follow: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where somebody gives their second factor, or sets one up who has to have one and has none. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const next = deskPath((await searchParams).next)
  const [waiting, owner, { publicationName, timeZone }] = await Promise.all([
    findWaiting(),
    getOwner(),
    getSettings(),
  ])
  if (waiting) {
    const { hasTotp, passkeys } = waiting.factors
    return (
      <SignedOutFrame publicationName={publicationName} title="One more step">
        <SecondStepForm action={secondStepAction} hasTotp={hasTotp} hasPasskey={passkeys > 0} next={next} />
        <Leave isSignedIn={owner !== null} />
      </SignedOutFrame>
    )
  }
  if (!owner) {
    return (
      <SignedOutFrame publicationName={publicationName} title="This sign-in has ended">
        <p>
          <a href="/sign-in" className="text-accent underline underline-offset-2">
            Sign in
          </a>{" "}
          again. There are ten minutes for the second step.
        </p>
      </SignedOutFrame>
    )
  }
  return (
    <SignedOutFrame publicationName={publicationName} title="Set up a second factor">
      <TimeZone name={timeZone}>
        <RenderedFor staffId={owner.id}>
          <SetUp owner={owner} publicationName={publicationName} next={next} />
        </RenderedFor>
      </TimeZone>
      <Leave isSignedIn />
    </SignedOutFrame>
  )
}

async function SetUp({
  owner,
  publicationName,
  next,
}: {
  owner: AccountOwner
  publicationName: string
  next: string
}) {
  const [{ passkeys, totp, isConfirmed }, sent] = await Promise.all([
    getOwnCredentials(owner, publicationName),
    headers(),
  ])
  return (
    <div className="flex flex-col gap-8">
      {owner.isHeldBack ? (
        <p className="text-ink-soft">
          Your roles ask for a second factor. Set up one of these two; then the desk is open to you.
        </p>
      ) : (
        <p>
          <a href={next} className={buttonClass()}>
            Go to the desk
          </a>
        </p>
      )}
      <Panel title="Authenticator app">
        <TotpPanel action={totpAction} totp={totp} needsPassword={!isConfirmed} />
      </Panel>
      <Panel title="Passkeys">
        <PasskeyPanel
          action={passkeyAction}
          passkeys={passkeys}
          suggested={deviceWords(sent.get("user-agent") ?? "")}
          needsPassword={!isConfirmed}
        />
      </Panel>
    </div>
  )
}

/** The way out for somebody who cannot go on here; a session that is held back can be ended, too. */
function Leave({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <div className="mt-10 border-t border-rule pt-4 text-sm">
      {isSignedIn ? (
        <form method="post" action="/api/auth/leave">
          <button type="submit" className="cursor-pointer text-accent underline underline-offset-2">
            Sign out
          </button>
        </form>
      ) : (
        <a href="/sign-in" className="text-accent underline underline-offset-2">
          Sign in as somebody else
        </a>
      )}
    </div>
  )
}
