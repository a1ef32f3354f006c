import { Field } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"

/** Asks for one's own password where it was last proved too long ago; `needed` as the page was rendered. */
export function PasswordAgain({ needed, state }: { needed: boolean; state: FormState }) {
  if (!needed && !(state.status === "refused" && state.errors.currentPassword)) return null
  return (
    <Field
      name="currentPassword"
      label="Your password"
      hint="Asked when you last signed in or wrote it more than half an hour ago, so that nobody else changes this at a desk you have left."
      type="password"
      autoComplete="current-password"
      maxLength={256}
      state={state}
    />
  )
}
