import type { Metadata } from "next"
import { Panel } from "@/components/desk/panel"
import { InviteForm } from "@/components/staff/invite-form"
import { StaffList } from "@/components/staff/staff-list"
import { buttonClass } from "@/components/ui/button"
import { confirmedLately } from "@/lib/auth/step-up"
import { requireStaff } from "@/lib/auth/viewer"
import { listStaff } from "@/lib/staff/queries"
import { inviteAction, memberAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Staff" }

export default async function StaffPage() {
  const admin = await requireStaff("staff.manage")
  const [members, confirmed] = await Promise.all([listStaff(admin), confirmedLately(admin)])
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      <header>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="font-headline text-3xl">Staff</h1>
          <a href="#invite" className={buttonClass({ small: true })}>
            Invite somebody
          </a>
        </div>
        <p className="mt-2 max-w-measure text-sm text-ink-soft">
          Who works here and what their roles allow. What is done on this page is in the{" "}
          <a href="/desk/log?subject=staff" className="text-accent underline underline-offset-2">
            log
          </a>
          .
        </p>
      </header>
      <Panel title="People">
        <StaffList members={members} ownId={admin.id} action={memberAction} />
      </Panel>
      <div id="invite" className="scroll-mt-4">
        <Panel title="Invite somebody">
          <InviteForm action={inviteAction} askPassword={!confirmed} />
        </Panel>
      </div>
    </div>
  )
}
