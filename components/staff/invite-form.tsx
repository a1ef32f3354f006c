"use client"

import { useActionState } from "react"
import { PasswordAgain } from "@/components/desk/password-again"
import { DeskForm } from "@/components/desk/rendered-for"
import { RoleBoxes } from "@/components/staff/role-boxes"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

/** Invites somebody by mail. */
export function InviteForm({ action, needsPassword }: { action: FormAction; needsPassword: boolean }) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-3 flex max-w-md flex-col gap-5">
      <FormMessage state={state} />
      <Field
        name="name"
        label="Name"
        hint="They can change it when they accept."
        required
        maxLength={200}
        autoComplete="off"
        state={state}
      />
      <Field
        name="email"
        label="Email"
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        state={state}
        dir="ltr"
      />
      <RoleBoxes roles={[]} state={state} />
      <PasswordAgain to="invite somebody" needed={needsPassword} state={state} />
      <Button className="self-start">Send invitation</Button>
    </DeskForm>
  )
}
