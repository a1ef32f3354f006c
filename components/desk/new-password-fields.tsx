import { Field } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"

/** A new password, typed twice: without scripts nothing can show what was typed. */
export function NewPasswordFields({ state, label = "Password" }: { state: FormState; label?: string }) {
  const shared = { type: "password", autoComplete: "new-password", required: true, maxLength: 256, state }
  return (
    <>
      <Field
        name="password"
        label={label}
        hint="10 characters or more. A few unrelated words are easy to remember and hard to guess."
        minLength={10}
        {...shared}
      />
      <Field name="again" label={`${label} again`} {...shared} />
    </>
  )
}
