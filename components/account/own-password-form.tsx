"use client"

import { useActionState } from "react"
import { NewPasswordFields } from "@/components/desk/new-password-fields"
import { PasswordAgain } from "@/components/desk/password-again"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

/** Another password, for which the present one is asked. */
export function OwnPasswordForm({ action, email }: { action: FormAction; email: string }) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-10 flex max-w-md flex-col gap-4">
      {/* For password managers, which keep a password under a name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordAgain to="set a new one" needed always state={state} />
      <NewPasswordFields state={state} label="New password" />
      <FormMessage state={state} />
      <Button look="secondary" className="self-start">
        Change password
      </Button>
    </DeskForm>
  )
}
