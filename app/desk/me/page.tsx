import type { Metadata } from "next"
import { headers } from "next/headers"
import { EmailForm } from "@/components/account/email-form"
import { NameForm } from "@/components/account/name-form"
import { OwnPasswordForm } from "@/components/account/own-password-form"
import { SessionList } from "@/components/account/session-list"
import { PasskeyPanel } from "@/components/credentials/passkey-panel"
import { TotpPanel } from "@/components/credentials/totp-panel"
import { Panel } from "@/components/desk/panel"
import { deviceWords } from "@/lib/auth/device-words"
import { listOwnSessions } from "@/lib/auth/own-sessions"
import { requireStaff } from "@/lib/auth/viewer"
import { hasProfile } from "@/lib/authors/policy"
import { getOwnCredentials } from "@/lib/credentials/queries"
import { getSettings } from "@/lib/settings/queries"
import {
  changeEmailAction,
  changeNameAction,
  changePasswordAction,
  endSessionAction,
  passkeyAction,
  totpAction,
} from "./actions"
import { OwnProfilePanel } from "./own-profile"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Your account" }

export default async function AccountPage() {
  const staff = await requireStaff()
  const { publicationName } = await getSettings()
  const [sessions, credentials, sent] = await Promise.all([
    listOwnSessions(staff),
    getOwnCredentials(staff, publicationName),
    headers(),
  ])
  const needsPassword = !credentials.isConfirmed
  return (
    <div className="panels-beside flex flex-col gap-8">
      <h1 className="font-headline text-3xl">Your account</h1>
      <Panel title="Profile">
        {hasProfile(staff) ? (
          <OwnProfilePanel staff={staff} />
        ) : (
          <NameForm action={changeNameAction} name={staff.name} />
        )}
      </Panel>
      <Panel title="Signing in">
        <EmailForm action={changeEmailAction} email={staff.email} />
        <OwnPasswordForm action={changePasswordAction} email={staff.email} />
      </Panel>
      <Panel title="Passkeys">
        <PasskeyPanel
          action={passkeyAction}
          passkeys={credentials.passkeys}
          suggested={deviceWords(sent.get("user-agent") ?? "")}
          needsPassword={needsPassword}
        />
      </Panel>
      <Panel title="Authenticator app">
        <TotpPanel action={totpAction} totp={credentials.totp} needsPassword={needsPassword} />
      </Panel>
      <Panel title="Sessions">
        <SessionList action={endSessionAction} sessions={sessions} />
      </Panel>
    </div>
  )
}
