import { Field } from "@/components/ui/field"
import type { FormState } from "@/lib/form-state"

/** A new password, typed twice: without scripts nothing can show what was typed. */
export function NewPasswordFields({ state }: { state: FormState }) {
  const shared = { type: "password", autoComplete: "new-password", required: true, maxLength: 256, state }
  return (
    <>
      <Field
        name="password"
        label="Password"
        hint="10 characters or more. A few unrelated words are easy to remember and hard to guess."
        minLength={10}
        {...shared}
      />
      <Field name="again" label="Password again" {...shared} />
    </>
  )
}
