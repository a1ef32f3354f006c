"use client"

import { type FormEvent, useActionState } from "react"
import type { PasskeyAction } from "@/components/credentials/ceremony"
import { PasskeyList } from "@/components/credentials/passkey-list"
import { useCeremony } from "@/components/credentials/use-ceremony"
import { PasswordAgain } from "@/components/desk/password-again"
import { DeskForm } from "@/components/desk/rendered-for"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { FormMessage } from "@/components/ui/form-message"
import { needsScripts } from "@/lib/credentials/messages"
import type { OwnPasskey, PasskeyState } from "@/lib/credentials/types"
import { type FormState, idle } from "@/lib/form-state"

type Props = {
  action: PasskeyAction
  passkeys: OwnPasskey[]
  /** What a new passkey is called unless somebody says otherwise: the browser and its system. */
  suggested: string
  needsPassword: boolean
}

/** One's own passkeys: which there are, and another one. */
export function PasskeyPanel({ action, passkeys, suggested, needsPassword }: Props) {
  const [sent, submit] = useActionState(action, idle)
  const { state, isRunning, run } = useCeremony(action)
  const now = state.status === "idle" ? withoutScripts(sent) : state
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(new FormData(event.currentTarget))
  }
  return (
    <>
      <p className="mt-2 max-w-measure text-sm text-ink-soft">
        A passkey signs you in with your fingerprint, your face or the PIN of your device, or with a security
        key. There is nothing to type, and nothing that could be typed at a false address.
      </p>
      <PasskeyList action={action} passkeys={passkeys} />
      <DeskForm action={submit} onSubmit={add} className="mt-4 flex max-w-md flex-col gap-4">
        <input type="hidden" name="intent" value="ask" />
        <Field
          key={passkeys.length}
          name="name"
          label="Label for a new passkey"
          hint="To recognise it in this list."
          required
          maxLength={100}
          defaultValue={suggested}
          state={now}
        />
        <PasswordAgain to="add a passkey" needed={needsPassword} state={now} />
        <FormMessage state={now} />
        <Button look="secondary" className="self-start" disabled={isRunning}>
          Add a passkey
        </Button>
      </DeskForm>
    </>
  )
}

/** Without scripts the form got no further than being asked what to sign. */
function withoutScripts(state: PasskeyState): FormState {
  return state.status === "asked"
    ? { status: "refused", message: needsScripts, errors: {}, values: {} }
    : state
}
