"use client"

import { useActionState } from "react"
import { PasswordAgain } from "@/components/desk/password-again"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = { action: FormAction; email: string }

/** One's own address, which changes once a link at the new one is used. */
export function EmailForm({ action, email }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <DeskForm action={submit} className="mt-3 flex max-w-md flex-col gap-4">
      <Field
        name="email"
        label="New email"
        hint={
          <>
            You sign in as <bdi className="wrap-anywhere">{email}</bdi>. We send a link to the new address,
            and we notify the old address.
          </>
        }
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        state={state}
        dir="ltr"
      />
      <PasswordAgain to="change your email" needed always state={state} />
      <FormMessage state={state} />
      <Button look="secondary" className="self-start">
        Change email
      </Button>
    </DeskForm>
  )
}
