"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-action"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = { action: FormAction; purpose: "reset" | "sign_in" }

/** Asks where a link is to be mailed. */
export function LinkRequestForm({ action, purpose }: Props) {
  const [state, submit] = useActionState(action, idle)
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="purpose" value={purpose} />
      <Field
        name="email"
        label="Email"
        hint={
          purpose === "reset"
            ? "A link to set a new password goes there. The old one works until then."
            : "A link that signs you in goes there."
        }
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        state={state}
        dir="ltr"
      />
      <Button className="self-start">Send link</Button>
      <p className="text-sm">
        <a href="/sign-in" className="text-accent underline underline-offset-2">
          Back to sign-in
        </a>
      </p>
    </form>
  )
}
