import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SecondStepForm } from "@/components/credentials/second-step-form"
import { RenderedFor } from "@/components/desk/rendered-for"
import { SignedOutFrame } from "@/components/desk/signed-out-frame"
import { TimeZone } from "@/components/desk/time-zone"
import { deskPath } from "@/lib/auth/desk-path"
import { pendingMinutes } from "@/lib/auth/second-step-cookie"
import { getOwner } from "@/lib/auth/viewer"
import { getOwnCredentials } from "@/lib/credentials/queries"
import type { OwnCredentials } from "@/lib/credentials/types"
import { findWaiting } from "@/lib/credentials/waiting"
import { getSettings } from "@/lib/settings/queries"
import { secondStepAction } from "./actions"
import { SetUp } from "./set-up"
import "../../desk/desk.css"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: "Second factor", robots: { index: false, follow: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where somebody gives their second factor, or sets one up who has to have one and has none; nobody else stays here. */
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
          again. You have {pendingMinutes} minutes to finish signing in.
        </p>
      </SignedOutFrame>
    )
  }
  const credentials = await getOwnCredentials(owner, publicationName)
  if (!owner.isHeldBack && !isJustSetUp(credentials)) redirect(next)
  const title = owner.isHeldBack ? "Set up a second factor" : "Your second factor is set up"
  return (
    <SignedOutFrame publicationName={publicationName} title={title}>
      <TimeZone name={timeZone}>
        <RenderedFor staffId={owner.id}>
          <SetUp credentials={credentials} isHeldBack={owner.isHeldBack} next={next} />
        </RenderedFor>
      </TimeZone>
      <Leave isSignedIn />
    </SignedOutFrame>
  )
}

/** So long the page stays with its answer, which may hold the recovery codes, where nothing is left to do. */
const minutesToRead = 10

function isJustSetUp({ totp, passkeys }: OwnCredentials): boolean {
  const made = passkeys.map(({ createdAt }) => createdAt)
  if (totp.state === "on") made.push(totp.since)
  return made.some((moment) => moment.getTime() > Date.now() - minutesToRead * 60_000)
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
