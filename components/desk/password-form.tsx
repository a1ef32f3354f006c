"use client"

import { useActionState } from "react"
import { NewPasswordFields } from "@/components/desk/new-password-fields"
import { Button } from "@/components/ui/button"
import { FormMessage } from "@/components/ui/form-message"
import { type FormState, idle } from "@/lib/form-state"

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  token: string
  email: string
}

/** Sets the password of the person a one-time link was made for. */
export function PasswordForm({ action, token, email }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which keep a password under a name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <NewPasswordFields state={state} />
      <Button className="self-start">Set password</Button>
    </form>
  )
}
