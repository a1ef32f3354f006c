import { PasskeyAgain } from "@/components/credentials/passkey-again"
import { Field } from "@/components/ui/field"
import { stepUpMinutes } from "@/lib/auth/step-up-minutes"
import type { FormState } from "@/lib/form-state"

type Props = {
  /** What it is asked for, as the label ends: a page can have several such fields. */
  to: string
  /** Whether it was last proved too long ago, as the page was rendered. */
  needed: boolean
  /** Whether only the password itself will do, however lately it was proved. */
  always?: boolean
  state: FormState
}

/** Asks for one's own password, or a passkey instead, where one of them was last given too long ago. */
export function PasswordAgain({ to, needed, always = false, state }: Props) {
  if (!needed && !always && !(state.status === "refused" && state.errors.currentPassword)) return null
  return (
    <>
      <Field
        name="currentPassword"
        label={`Your password, to ${to}`}
        hint={always ? undefined : `You last confirmed who you are more than ${stepUpMinutes} minutes ago.`}
        type="password"
        autoComplete="current-password"
        required={always}
        maxLength={256}
        state={state}
      />
      {always ? null : <PasskeyAgain />}
    </>
  )
}
