import type { KeyboardEvent } from "react"

type Props = {
  name: string
  label: string
  defaultValue: string
  maxLength: number
  error?: string
  className: string
  /** Where the Enter key leads: a title has one line. */
  onEnter: () => void
}

/** A line of the story itself, set as readers will see it; it grows with its words. */
export function WritingField({ name, label, error, className, onEnter, ...rest }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  return (
    <div>
      <label htmlFor={`story-${name}`} className="sr-only">
        {label}
      </label>
      <textarea
        {...rest}
        id={`story-${name}`}
        name={name}
        placeholder={label}
        dir="auto"
        rows={1}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `story-${name}-error` : undefined}
        onKeyDown={onKeyDown}
        className={`writing-field ${className}`}
      />
      {error ? (
        <p id={`story-${name}-error`} className="font-ui text-sm font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}
