"use client"

import { useActionState } from "react"
import { askedPress, EnterAsked } from "@/components/desk/enter-asked"
import { PasswordAgain } from "@/components/desk/password-again"
import { DeskForm } from "@/components/desk/rendered-for"
import { Confirmed } from "@/components/media/confirmed"
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
  // Beside a name a phone has room for one short button, and for no sentence or field.
  const isWide = member.state === "invited" || state.status !== "idle"
  return (
    <DeskForm
      action={submit}
      className={`flex flex-wrap items-center gap-2 ${isWide ? "max-sm:col-span-full" : ""}`}
    >
      <EnterAsked
        name="intent"
        state={state}
        otherwise={member.state === "suspended" ? "reactivate" : undefined}
      />
      <input type="hidden" name="member" value={member.id} />
      {member.state !== "invited" ? (
        <PasswordAgain to="change their access" needed={needsPassword} state={state} />
      ) : null}
      {offers(member, { isSelf, inFull }).map(([intent, label]) => (
        <Button key={label} name="intent" value={intent} look={lookOf(intent)} small>
          {label}
        </Button>
      ))}
      {inFull && !isSelf && hasFactors(member) ? (
        <Confirmed
          label="Remove second factors"
          question="They will sign in with the password alone, and are signed out everywhere."
          open={askedPress("intent", state) === "remove-factors"}
        >
          <Button name="intent" value="remove-factors" look="danger" small>
            Remove now
          </Button>
        </Confirmed>
      ) : null}
      <div className="basis-full empty:hidden has-[>[hidden]:only-child]:hidden">
        <FormMessage state={state} />
      </div>
    </DeskForm>
  )
}

function hasFactors({ state, hasTotp, passkeys }: Props["member"]): boolean {
  return state === "active" && (hasTotp || passkeys > 0)
}

function offers(
  { state }: Props["member"],
  { isSelf, inFull }: { isSelf: boolean; inFull: boolean },
): [string, string][] {
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
  ]
}

function lookOf(intent: string) {
  return ["suspend", "withdraw"].includes(intent) ? "danger" : "secondary"
}
