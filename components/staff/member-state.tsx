import { When } from "@/components/moderation/when"
import type { StaffMember } from "@/lib/staff/types"

/** Whether somebody has joined, is suspended, and when they were here last. */
export function MemberState({
  member: { state, seenAt, isNew, inviteEndsAt, hasPassword },
}: {
  member: StaffMember
}) {
  if (state === "suspended") return <strong className="font-semibold text-danger">Suspended</strong>
  if (state === "invited") {
    if (!inviteEndsAt) return <>Invited. The message is on its way.</>
    if (inviteEndsAt < new Date()) return <>Invited. The link has expired; send another.</>
    return (
      <>
        Invited. The link works until <When date={inviteEndsAt} />.
      </>
    )
  }
  if (!hasPassword) return <>Has to choose a new password</>
  if (!seenAt) return <>{isNew ? "Has not signed in yet" : "Not seen for a month or more"}</>
  return (
    <>
      Last seen <When date={seenAt} />
    </>
  )
}
