import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { LeftEmpty } from "@/components/ui/left-empty"
import { editMinutes } from "@/lib/comments/policy"
import type { FormState } from "@/lib/form-state"

/** Who replies. The lengths are those that the server takes. */
export function AuthorFields({ state }: { state: FormState }) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Name *" name="name" autoComplete="name" required maxLength={245} state={state} />
        <Field
          label="Email *"
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          required
          maxLength={100}
          state={state}
        />
      </div>
      <input type="hidden" name="keptName" value={keptName(state)} />
      {/* Not type=url: it would refuse an address without its scheme, which the server adds. */}
      <Field
        label="Website"
        name="website"
        inputMode="url"
        autoComplete="url"
        dir="ltr"
        maxLength={200}
        state={state}
      />
      <LeftEmpty />
      <Checkbox
        name="mailLink"
        label="Mail me the link to this comment’s own page"
        hint={`The message asks whether the comment is yours; then you see what becomes of it, can change it in its first ${editMinutes} minutes, or delete it. We send at most one such message a day.`}
        checked={false}
        state={state}
      />
    </>
  )
}

/** The name that this form came back for: sent again as it is, it is meant. */
function keptName(state: FormState): string {
  if (state.status !== "refused") return ""
  return (state.errors.name ? state.values.name : state.values.keptName) ?? ""
}
