"use client"

import { useActionState } from "react"
import { PasswordAgain } from "@/components/desk/password-again"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"
import type { StaffMember } from "@/lib/staff/types"

type Props = {
  action: FormAction
  member: Pick<StaffMember, "id" | "state" | "hasTotp" | "passkeys">
  /** Whether this is the person who looks at it: nobody suspends themselves. */
  isSelf: boolean
  /** Whether sessions can be ended and second factors removed here too. */
  inFull?: boolean
  /** Whether suspending and reactivating ask for one's own password; where it is left out, only once it was refused. */
  needsPassword?: boolean
}

/** What can be done about somebody with one press. */
export function MemberActions({ action, member, isSelf, inFull = false, needsPassword = false }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="member" value={member.id} />
      {member.state !== "invited" ? <PasswordAgain needed={needsPassword} state={state} /> : null}
      {offers(member, { isSelf, inFull }).map(([intent, label]) => (
        <Button key={label} name="intent" value={intent} look={lookOf(intent)} small>
          {label}
        </Button>
      ))}
      <div className="basis-full empty:hidden">
        <FormMessage state={state} />
      </div>
    </DeskForm>
  )
}

function offers(
  { state, hasTotp, passkeys }: Props["member"],
  { isSelf, inFull }: { isSelf: boolean; inFull: boolean },
): [string, string][] {
  const hasFactors = hasTotp || passkeys > 0
  if (state === "suspended") return [["reactivate", "Reactivate"]]
  if (state === "invited") {
    return [
      ["resend", "Resend invitation"],
      ["withdraw", "Withdraw invitation"],
    ]
  }
  return [
    ...(isSelf ? [] : [["suspend", "Suspend"] as [string, string]]),
    ...(inFull ? [["end-sessions", "End all sessions"] as [string, string]] : []),
    ...(inFull && !isSelf && hasFactors
      ? [["remove-factors", "Remove second factors"] as [string, string]]
      : []),
  ]
}

function lookOf(intent: string) {
  return ["suspend", "withdraw", "remove-factors"].includes(intent) ? "danger" : "secondary"
}
