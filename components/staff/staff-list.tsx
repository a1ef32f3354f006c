import { MemberActions } from "@/components/staff/member-actions"
import { MemberState } from "@/components/staff/member-state"
import type { FormAction } from "@/components/ui/form-action"
import { rolesInWords } from "@/lib/staff/messages"
import type { StaffMember } from "@/lib/staff/types"

type Props = { members: StaffMember[]; ownId: number; action: FormAction }

/** Everyone on the staff: who they are, what they may do, and when they were here. */
export function StaffList({ members, ownId, action }: Props) {
  return (
    <ul className="mt-1 divide-y divide-rule">
      {members.map((member) => (
        <li
          key={member.id}
          className="grid grid-cols-[minmax(0,1fr)_fit-content(24rem)] items-start gap-x-6 gap-y-2 py-3"
        >
          <div className="flex min-w-0 flex-col gap-0.5 text-sm [overflow-wrap:anywhere]">
            <p className="text-base font-medium">
              <a href={`/desk/staff/${member.id}`} className="text-accent underline underline-offset-2">
                <bdi>{member.name}</bdi>
              </a>
              {member.id === ownId ? <span className="text-ink-soft"> (you)</span> : null}
            </p>
            <p dir="ltr">{member.email}</p>
            <p>{rolesInWords(member.roles)}</p>
            <p className="text-ink-soft">
              <MemberState member={member} />
            </p>
          </div>
          <MemberActions action={action} member={member} isSelf={member.id === ownId} />
        </li>
      ))}
    </ul>
  )
}
