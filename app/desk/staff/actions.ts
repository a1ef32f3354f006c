"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import { anotherPerson } from "@/lib/auth/messages"
import { confirmIdentity } from "@/lib/auth/step-up"
import { requireSender } from "@/lib/auth/viewer"
import { type FormState, refused } from "@/lib/form-state"
import { parseForm } from "@/lib/parse-form"
import { inviteInput, memberInput, rolesInput } from "@/lib/staff/input"
import { resendInvitation, sendInvitation } from "@/lib/staff/invitations"
import { memberDone, staffRefusals } from "@/lib/staff/messages"
import {
  changeRoles,
  endAllSessions,
  reactivate,
  removeMembersFactors,
  suspend,
  withdrawInvitation,
} from "@/lib/staff/mutations"
import type { StaffOutcome } from "@/lib/staff/types"

export async function inviteAction(_: FormState, form: unknown): Promise<FormState> {
  const admin = await requireSender(form, "staff.manage")
  if (!admin) return refused(form, { message: anotherPerson })
  const input = parseForm(inviteInput, form)
  if (!input.ok) return refused(form, input)
  const confirmed = await confirmIdentity(admin, form)
  if (!confirmed.ok) return refused(form, confirmed)

  const outcome = await sendInvitation(admin, input.value)
  return answer(form, outcome, `The invitation goes to ${input.value.email}.`)
}

export async function changeRolesAction(_: FormState, form: unknown): Promise<FormState> {
  const admin = await requireSender(form, "staff.manage")
  if (!admin) return refused(form, { message: anotherPerson })
  const input = parseForm(rolesInput, form)
  if (!input.ok) return refused(form, input)
  const confirmed = await confirmIdentity(admin, form)
  if (!confirmed.ok) return refused(form, confirmed)

  const { member, roles, seen } = input.value
  const outcome = await changeRoles(admin, member, { roles, seen })
  return answer(form, outcome, "Saved. The roles hold from now on.")
}

/** What can be done about somebody with one press. */
export async function memberAction(_: FormState, form: unknown): Promise<FormState> {
  const admin = await requireSender(form, "staff.manage")
  if (!admin) return refused(form, { message: anotherPerson })
  const input = parseForm(memberInput, form)
  if (!input.ok) return refused(form, input)

  const { member, intent } = input.value
  if (["suspend", "reactivate", "remove-factors"].includes(intent)) {
    const confirmed = await confirmIdentity(admin, form)
    if (!confirmed.ok) return refused(form, confirmed)
  }

  const outcome = await acts[intent](admin, member)
  // Somebody who is not on the staff any more has no page that could say so.
  if (intent === "withdraw" && outcome.ok) redirect("/desk/staff?withdrawn=1")
  return answer(form, outcome, memberDone[intent])
}

const acts = {
  suspend,
  withdraw: withdrawInvitation,
  reactivate,
  resend: resendInvitation,
  "end-sessions": endAllSessions,
  "remove-factors": removeMembersFactors,
}

function answer(form: unknown, outcome: StaffOutcome, message: string): FormState {
  if (!outcome.ok) return refused(form, { message: staffRefusals[outcome.reason] })
  refresh()
  return { status: "done", message }
}
