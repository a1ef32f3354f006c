import type { Metadata } from "next"
import { EmailForm } from "@/components/account/email-form"
import { NameForm } from "@/components/account/name-form"
import { OwnPasswordForm } from "@/components/account/own-password-form"
import { SessionList } from "@/components/account/session-list"
import { Panel } from "@/components/desk/panel"
import { listOwnSessions } from "@/lib/auth/own-sessions"
import { requireStaff } from "@/lib/auth/viewer"
import { hasProfile } from "@/lib/authors/policy"
import { changeEmailAction, changeNameAction, changePasswordAction, endSessionAction } from "./actions"
import { OwnProfile } from "./own-profile"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Your account" }

export default async function AccountPage() {
  const staff = await requireStaff()
  const sessions = await listOwnSessions(staff)
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <h1 className="font-headline text-3xl">Your account</h1>
      <Panel title="Profile">
        {hasProfile(staff) ? (
          <OwnProfile staff={staff} />
        ) : (
          <NameForm action={changeNameAction} name={staff.name} />
        )}
      </Panel>
      <Panel title="Signing in">
        <EmailForm action={changeEmailAction} email={staff.email} />
        <OwnPasswordForm action={changePasswordAction} email={staff.email} />
      </Panel>
      <Panel title="Sessions">
        <SessionList action={endSessionAction} sessions={sessions} />
      </Panel>
    </div>
  )
}
