import type { Metadata } from "next"
import { DoneNote } from "@/components/desk/done-note"
import { Panel } from "@/components/desk/panel"
import { InviteForm } from "@/components/staff/invite-form"
import { StaffList } from "@/components/staff/staff-list"
import { buttonClass } from "@/components/ui/button"
import { isRecentlyConfirmed } from "@/lib/auth/step-up"
import { requireStaff } from "@/lib/auth/viewer"
import { memberDone } from "@/lib/staff/messages"
import { listStaff, mostListed } from "@/lib/staff/queries"
import { inviteAction, memberAction } from "./actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Staff" }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StaffPage({ searchParams }: Props) {
  const admin = await requireStaff("staff.manage")
  const [members, isConfirmed] = await Promise.all([listStaff(admin), isRecentlyConfirmed(admin)])
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
      {(await searchParams).withdrawn ? <DoneNote>{memberDone.withdraw}</DoneNote> : null}
      <Panel title="People">
        <StaffList members={members} ownId={admin.id} action={memberAction} />
        {members.length === mostListed ? (
          <p className="mt-2 text-sm text-ink-soft">These are the first {mostListed} by name.</p>
        ) : null}
      </Panel>
      <div id="invite" className="scroll-mt-4">
        <Panel title="Invite somebody">
          <InviteForm action={inviteAction} needsPassword={!isConfirmed} />
        </Panel>
      </div>
    </div>
  )
}
