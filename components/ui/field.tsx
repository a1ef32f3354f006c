import { type ComponentProps, type ReactNode, useId } from "react"
import type { FormState } from "@/lib/form-state"

type Shared = {
  /** Without one the field is no part of its form. */
  name?: string
  /** The field's accessible name, to the letter: "Name *". */
  label: string
  /** A sentence under the label. */
  hint?: ReactNode
  /** The form's state: gives the typed text back and shows this field's error. */
  state?: FormState
}

/** A labelled line of text; its hint and its error belong to it for every kind of reader. */
export function Field({ label, hint, state, className, ...rest }: Shared & ComponentProps<"input">) {
  const { error, value, ids, aria } = useField(rest.name, hint, state)
  return (
    <FieldFrame {...{ label, hint, error, ids, className }}>
      <input dir="auto" {...rest} {...aria} className={`${box} min-h-11`} {...value} />
    </FieldFrame>
  )
}

/** A labelled field for longer text. */
export function TextArea({ label, hint, state, className, ...rest }: Shared & ComponentProps<"textarea">) {
  const { error, value, ids, aria } = useField(rest.name, hint, state)
  return (
    <FieldFrame {...{ label, hint, error, ids, className }}>
      <textarea dir="auto" rows={7} {...rest} {...aria} className={box} {...value} />
    </FieldFrame>
  )
}

/** A labelled choice; the options are its children. */
export function Select({ label, hint, state, className, ...rest }: Shared & ComponentProps<"select">) {
  const { error, value, ids, aria } = useField(rest.name, hint, state)
  // Made anew with another default: unlike an input, a select takes its default once, and a form that is reset shows it.
  const key = String(value.defaultValue ?? rest.defaultValue)
  return (
    <FieldFrame {...{ label, hint, error, ids, className }}>
      <select key={key} {...rest} {...aria} className={`${box} min-h-11`} {...value} />
    </FieldFrame>
  )
}

type Ids = { field: string; hint: string; error: string }

type FrameProps = {
  label: string
  hint?: ReactNode
  error?: string
  ids: Ids
  className?: string
  children: ReactNode
}

function FieldFrame({ label, hint, error, ids, className, children }: FrameProps) {
  return (
    <div className={`flex flex-col gap-1.5 ${className ?? ""}`}>
      <label htmlFor={ids.field} className="font-ui text-sm font-semibold text-ink">
        {label}
      </label>
      {hint ? (
        <p id={ids.hint} className="font-ui text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={ids.error} className="font-ui text-sm font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}

function useField(name = "", hint: ReactNode, state: FormState | undefined) {
  const id = useId()
  const ids: Ids = { field: id, hint: `${id}hint`, error: `${id}error` }
  const refused = state?.status === "refused" ? state : undefined
  const error = refused?.errors[name]
  const typed = refused?.values[name]
  // A refused form comes back as a new page: its first wrong field takes the reader there.
  const first = error !== undefined && Object.keys(refused?.errors ?? {})[0] === name
  const described = [hint ? ids.hint : "", error ? ids.error : ""].filter(Boolean).join(" ")
  return {
    error,
    ids,
    value: { ...(typed === undefined ? {} : { defaultValue: typed }), ...(first ? { autoFocus: true } : {}) },
    aria: {
      id: ids.field,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": described || undefined,
    },
  }
}

const box =
  "w-full rounded-sm border border-edge bg-field px-3 py-2 font-ui text-base text-ink aria-invalid:border-danger"
