import type { FormState } from "@/lib/form-state"

type Props = {
  /** The name that the form's buttons share. */
  name: string
  state: FormState
  /** What Enter presses before anything was asked; without it, nothing. */
  otherwise?: string
}

/** What was pressed when the form asked for the password; `undefined` where it did not. */
export function askedPress(name: string, state: FormState): string | undefined {
  return state.status === "refused" && state.errors.currentPassword ? state.values[name] : undefined
}

/**
 * What Enter presses in a form of several buttons, as its first: what was pressed when the password was asked for. A browser
 * presses no button where the first one is disabled.
 */
export function EnterAsked({ name, state, otherwise }: Props) {
  const value = askedPress(name, state) ?? otherwise
  return (
    <button
      type="submit"
      name={name}
      value={value}
      disabled={value === undefined}
      tabIndex={-1}
      aria-hidden="true"
      className="sr-only"
    >
      Go on
    </button>
  )
}
