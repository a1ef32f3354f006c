import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Panel } from "@/components/desk/panel"
import { WayBack } from "@/components/desk/way-back"
import { MemberActions } from "@/components/staff/member-actions"
import { MemberState } from "@/components/staff/member-state"
import { RolesForm } from "@/components/staff/roles-form"
import { isRecentlyConfirmed } from "@/lib/auth/step-up"
import { requireStaff } from "@/lib/auth/viewer"
import { factorsInWords } from "@/lib/staff/messages"
import { getStaffMember } from "@/lib/staff/queries"
import { rowNumber } from "@/lib/text/row-number"
import { changeRolesAction, memberAction } from "../actions"

export const dynamic = "force-dynamic"
export const metadata: Metadata = { title: "Staff" }

export default async function StaffMemberPage({ params }: { params: Promise<{ id: string }> }) {
  const admin = await requireStaff("staff.manage")
  const id = rowNumber.safeParse((await params).id)
  const member = id.success ? await getStaffMember(admin, id.data) : null
  if (!member) notFound()
  const needsPassword = !(await isRecentlyConfirmed(admin))
  return (
    <div className="panels-beside flex flex-col gap-8">
      <header className="[overflow-wrap:anywhere]">
        <WayBack ways={[{ href: "/desk/staff", label: "Staff" }]} />
        <h1 className="font-headline text-3xl">
          <bdi>{member.name}</bdi>
        </h1>
        <p dir="ltr" className="mt-1 text-sm">
          {member.email}
        </p>
        <p className="mt-1 text-sm text-ink-soft">
          <MemberState member={member} />
        </p>
        <p className="mt-1 text-sm text-ink-soft">{factorsInWords(member)}</p>
      </header>
      <Panel title="Access">
        <div className="mt-3">
          <MemberActions
            action={memberAction}
            member={member}
            isSelf={member.id === admin.id}
            needsPassword={needsPassword}
            inFull
          />
        </div>
      </Panel>
      <Panel title="What they may do">
        <RolesForm action={changeRolesAction} member={member} needsPassword={needsPassword} />
      </Panel>
    </div>
  )
}
