import { Checkbox } from "@/components/ui/checkbox"
import type { Role } from "@/lib/auth/staff"
import type { FormState } from "@/lib/form-state"
import { roleWords } from "@/lib/staff/messages"

/** A box for each role, with a line that says what it opens. */
export function RoleBoxes({ roles, state }: { roles: readonly Role[]; state: FormState }) {
  const error = state.status === "refused" ? state.errors.roles : undefined
  return (
    <fieldset className="flex flex-col gap-3" aria-describedby={error ? "roles-error" : undefined}>
      <legend className="mb-2 font-ui text-sm font-semibold">Roles</legend>
      {Object.entries(roleWords).map(([role, { label, does }]) => (
        <Checkbox
          key={role}
          name={role}
          label={label}
          hint={does}
          checked={roles.includes(role as Role)}
          state={state}
        />
      ))}
      {error ? (
        <p id="roles-error" data-invalid tabIndex={-1} className="font-ui text-sm font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
