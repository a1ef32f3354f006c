"use client"

import { useActionState } from "react"
import type { PasskeyAction } from "@/components/credentials/ceremony"
import { PasskeyProofForm } from "@/components/credentials/passkey-proof-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormMessage } from "@/components/ui/form-message"
import { idle } from "@/lib/form-state"

type Props = {
  action: PasskeyAction
  hasTotp: boolean
  hasPasskey: boolean
  /** The page of the desk that was asked for. */
  next: string
}

/** The second step of signing in: a code, or a passkey. */
export function SecondStepForm({ action, hasTotp, hasPasskey, next }: Props) {
  return (
    <div className="flex flex-col gap-8">
      {hasTotp ? <CodeForm action={action} next={next} /> : null}
      {hasPasskey ? (
        <PasskeyProofForm
          action={action}
          next={next}
          label="Use a passkey"
          look={hasTotp ? "secondary" : "primary"}
        />
      ) : null}
    </div>
  )
}

function CodeForm({ action, next }: Pick<Props, "action" | "next">) {
  const [sent, submit] = useActionState(action, idle)
  const state = sent.status === "asked" ? idle : sent
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="intent" value="code" />
      <input type="hidden" name="next" value={next} />
      <Field
        name="code"
        label="Code"
        hint="From your authenticator app, or one of your recovery codes."
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        required
        maxLength={40}
        dir="ltr"
        state={state}
      />
      <Button className="self-start">Sign in</Button>
    </form>
  )
}
