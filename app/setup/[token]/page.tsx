import type { Metadata } from "next"
import { FirstAdminForm } from "@/components/desk/first-admin-form"
import { PasswordForm } from "@/components/desk/password-form"
import { SignedOutFrame } from "@/components/desk/signed-out-frame"
import { readStaffLink, type StaffLink } from "@/lib/auth/staff-links"
import { getSettings } from "@/lib/settings/queries"
import { isTimeZone, timeZones } from "@/lib/text/time-zone"
import { becomeFirstAdminAction, setPasswordAction } from "./actions"
import "../../desk/desk.css"

export const dynamic = "force-dynamic"

export const metadata: Metadata = {
  title: "Set your password",
  robots: { index: false, follow: false },
  // The address of this page is a secret: no other site may see it, but our own forms name their origin.
  referrer: "same-origin",
}

/** A one-time link. Opening it changes nothing, so a mail scanner uses nothing up. */
export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [link, { publicationName }] = await Promise.all([readStaffLink(token), getSettings()])
  return (
    <SignedOutFrame publicationName={publicationName} title={titleOf(link)}>
      <Task link={link} token={token} />
    </SignedOutFrame>
  )
}

function Task({ link, token }: { link: StaffLink | null; token: string }) {
  if (link?.purpose === "setup") {
    return (
      <>
        <p className="mb-6 text-ink-soft">
          You will be this publication’s first administrator. Add the others on the terminal, with{" "}
          <code className="whitespace-nowrap">npm run staff -- invite</code>.
        </p>
        <FirstAdminForm action={becomeFirstAdminAction} token={token} {...zoneChoice()} />
      </>
    )
  }
  if (link?.person) {
    return (
      <>
        <p className="mb-6 text-ink-soft">
          For <bdi className="font-semibold text-ink">{link.person.name}</bdi>, who signs in as{" "}
          <span className="wrap-anywhere">{link.person.email}</span>.
        </p>
        <PasswordForm action={setPasswordAction} token={token} email={link.person.email} />
      </>
    )
  }
  return (
    <p>
      A link like this works once, for a short time. Ask whoever sent it for a new one, or{" "}
      <a href="/sign-in" className="text-accent underline underline-offset-2">
        sign in
      </a>{" "}
      if you have set your password already.
    </p>
  )
}

/** The server's own zone, for a browser without scripts. */
function zoneChoice(): { zone: string; zones: string[] } {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zone = isTimeZone(own) ? own : "UTC"
  return { zone, zones: [...new Set([zone, ...timeZones()])] }
}

function titleOf(link: StaffLink | null): string {
  if (link?.purpose === "setup") return "Welcome"
  if (link?.purpose === "invite") return "Choose a password"
  if (link?.purpose === "reset") return "Choose a new password"
  return "This link no longer works"
}
