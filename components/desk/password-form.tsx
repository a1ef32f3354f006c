"use client"

import { useActionState } from "react"
import { NewPasswordFields } from "@/components/desk/new-password-fields"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  action: FormAction
  token: string
  email: string
  /** Of somebody who was invited, as the invitation has it. */
  name?: string
}

/** Sets the password of the person a one-time link was made for; who was invited says their name too. */
export function PasswordForm({ action, token, email, name }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which keep a password under a name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {name === undefined ? null : (
        <Field
          name="name"
          label="Name"
          hint="As colleagues see it, and readers under your stories."
          autoComplete="name"
          required
          maxLength={200}
          defaultValue={name}
          state={state}
        />
      )}
      <NewPasswordFields state={state} />
      <Button className="self-start">{name === undefined ? "Set password" : "Join the staff"}</Button>
    </form>
  )
}
