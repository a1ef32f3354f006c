import { type ReactNode, useId } from "react"
import type { FormState } from "@/lib/form-state"

type Props = { name: string; label: string; hint?: ReactNode; checked: boolean; state?: FormState }

/** A box to tick, with its label beside it. A refused form comes back as it was ticked. */
export function Checkbox({ name, label, hint, checked, state }: Props) {
  const id = useId()
  const now = state?.status === "refused" ? state.values[name] === "on" : checked
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2.5 font-ui">
      <input
        type="checkbox"
        id={id}
        name={name}
        defaultChecked={now}
        aria-describedby={hint ? `${id}hint` : undefined}
        className="mt-1 size-4"
      />
      <label htmlFor={id} className="text-sm leading-6 font-semibold text-ink">
        {label}
      </label>
      {hint ? (
        <p id={`${id}hint`} className="col-start-2 text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
