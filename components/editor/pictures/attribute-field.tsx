import { useEffect, useId, useState } from "react"

type Props = {
  label: string
  value: string
  /** Publishing asks for it. `refused`: it was refused for want of it. */
  required?: { refused: boolean }
  maxLength: number
  onChange: (value: string) => void
}

/** A line of text that belongs to a picture. It keeps what is typed itself: the editor answers a moment later. */
export function AttributeField({ label, value, required, maxLength, onChange }: Props) {
  const [typed, setTyped] = useState(value)
  const id = useId()
  const missing = required !== undefined && typed.trim() === ""
  const invalid = missing && required.refused
  useEffect(() => setTyped(value), [value])
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <label htmlFor={id} className="w-16 shrink-0 text-sm font-semibold">
        {label}
      </label>
      <input
        id={id}
        dir="auto"
        autoComplete="off"
        value={typed}
        maxLength={maxLength}
        aria-invalid={invalid || undefined}
        data-missing={missing || undefined}
        aria-describedby={missing ? `${id}-hint` : undefined}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange(target.value)
        }}
        className="min-h-8 min-w-40 grow border-b border-edge bg-transparent text-sm aria-invalid:border-danger pointer-coarse:min-h-11"
      />
      {missing ? (
        <span
          id={`${id}-hint`}
          className={`basis-full ps-18 ${invalid ? "text-sm font-semibold text-danger" : "text-xs text-ink-soft"}`}
        >
          {invalid ? "Describe this picture, or mark it as decorative." : "Required before publishing."}
        </span>
      ) : null}
    </div>
  )
}
