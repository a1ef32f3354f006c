"use client"

import { useActionState } from "react"
import { NewPasswordFields } from "@/components/desk/new-password-fields"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; email: string }

/** Sets the password of the person a one-time link was made for. */
export function PasswordForm({ action, email }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      {/* For password managers, which keep a password under a name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <NewPasswordFields state={state} />
      <Button className="self-start">Set password</Button>
    </form>
  )
}
