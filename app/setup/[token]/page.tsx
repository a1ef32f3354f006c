import type { Metadata } from "next"
import { headers } from "next/headers"
import { FirstAdminForm } from "@/components/desk/first-admin-form"
import { PasswordForm } from "@/components/desk/password-form"
import { SignedOutFrame } from "@/components/desk/signed-out-frame"
import { UseLinkForm } from "@/components/desk/use-link-form"
import { readStaffLink, type StaffLink } from "@/lib/auth/staff-links"
import { getSettings } from "@/lib/settings/queries"
import { languageChoices, proposedLanguage } from "@/lib/text/languages"
import { isTimeZone, timeZones } from "@/lib/text/time-zone"
import {
  acceptInvitationAction,
  becomeFirstAdminAction,
  confirmEmailAction,
  setPasswordAction,
  signInByLinkAction,
} from "./actions"
import "../../desk/desk.css"

export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: "A link for you",
  robots: { index: false, follow: false },
  // The address of this page is a secret: no other site may see it, but our own forms name their origin.
  referrer: "same-origin",
}

/** A one-time link. Opening it changes nothing, so a mail scanner uses nothing up. */
export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [link, { publicationName }, sent] = await Promise.all([
    readStaffLink(token),
    getSettings(),
    headers(),
  ])
  const language = proposedLanguage(sent.get("accept-language") ?? "")
  return (
    <SignedOutFrame publicationName={publicationName} title={titleOf(link)}>
      <Task link={link} token={token} language={language} />
    </SignedOutFrame>
  )
}

function Task({ link, token, language }: { link: StaffLink | null; token: string; language: string }) {
  if (link?.purpose === "setup") {
    return (
      <>
        <p className="mb-6 text-ink-soft">
          You will be this publication’s first administrator, and can invite the others.
        </p>
        <FirstAdminForm
          action={becomeFirstAdminAction}
          token={token}
          language={language}
          languages={languageChoices(language)}
          {...zoneChoice()}
        />
      </>
    )
  }
  if (link?.person) {
    return (
      <>
        <p className="mb-6 text-ink-soft">
          For <bdi className="font-semibold text-ink">{link.person.name}</bdi>, who signs in as{" "}
          <span className="wrap-anywhere">{link.newEmail ?? link.person.email}</span>
          {link.purpose === "email" ? " from then on" : ""}.
        </p>
        <PersonsTask purpose={link.purpose} person={link.person} token={token} />
      </>
    )
  }
  return (
    <p>
      A link like this works once, for a short time. Ask the person who sent it for a new one, or{" "}
      <a href="/sign-in" className="text-accent underline underline-offset-2">
        sign in
      </a>{" "}
      if you have set your password already.
    </p>
  )
}

type PersonsTaskProps = {
  purpose: StaffLink["purpose"]
  person: NonNullable<StaffLink["person"]>
  token: string
}

function PersonsTask({ purpose, person: { name, email }, token }: PersonsTaskProps) {
  if (purpose === "sign_in") return <UseLinkForm action={signInByLinkAction} token={token} label="Sign in" />
  if (purpose === "email")
    return <UseLinkForm action={confirmEmailAction} token={token} label="Confirm this address" />
  if (purpose === "invite")
    return <PasswordForm action={acceptInvitationAction} token={token} email={email} name={name} />
  return <PasswordForm action={setPasswordAction} token={token} email={email} />
}

/** The server's own zone, for a browser without scripts. */
function zoneChoice(): { zone: string; zones: string[] } {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zone = isTimeZone(own) ? own : "UTC"
  return { zone, zones: [...new Set([zone, ...timeZones()])] }
}

function titleOf(link: StaffLink | null): string {
  return link ? titles[link.purpose] : "This link no longer works"
}

const titles: Record<StaffLink["purpose"], string> = {
  setup: "Welcome",
  invite: "Join the staff",
  reset: "Choose a new password",
  sign_in: "Sign in",
  email: "Confirm your new address",
}
