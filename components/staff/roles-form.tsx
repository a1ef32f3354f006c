"use client"

import { useActionState } from "react"
import { PasswordAgain } from "@/components/desk/password-again"
import { DeskForm } from "@/components/desk/rendered-for"
import { RoleBoxes } from "@/components/staff/role-boxes"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import type { Role } from "@/lib/auth/staff"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  member: { id: number; roles: readonly Role[] }
  needsPassword: boolean
}

/** Gives somebody other roles. */
export function RolesForm({ action, member, needsPassword }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    // React empties a form after its action, so that roles that were saved begin anew.
    <DeskForm key={member.roles.join()} action={submit} className="mt-3 flex max-w-md flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="member" value={member.id} />
      <input type="hidden" name="seen" value={member.roles.join()} />
      <RoleBoxes roles={member.roles} state={state} />
      <PasswordAgain to="change their roles" needed={needsPassword} state={state} />
      <Button className="self-start">Save roles</Button>
    </DeskForm>
  )
}
