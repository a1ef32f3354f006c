import { Button } from "@/components/ui/button"
import { arrangeField } from "@/lib/form-rows"

type Props = {
  /** The row's number, from 1, of so many. */
  number: number
  count: number
  /** What the row is about, for those who hear the buttons. */
  about: string
  /** The press that the form comes back from: its button has the focus again. */
  arranged?: string
}

/** Moves a row of a form, or takes it out; nothing is saved by it. */
export function RowTools({ number, count, about, arranged }: Props) {
  const button = (act: string, sign: string, label: string, disabled = false) => (
    <Button
      look="quiet"
      small
      name={arrangeField}
      value={`${act} ${number}`}
      aria-label={`${label}: ${about}`}
      title={label}
      disabled={disabled}
      formNoValidate
      autoFocus={arranged === `${act} ${number}`}
    >
      <span aria-hidden="true">{sign}</span>
    </Button>
  )
  return (
    <div className="-ms-2 flex h-11 items-center gap-1 sm:ms-0">
      {button("up", "↑", "Move up", number === 1)}
      {button("down", "↓", "Move down", number === count)}
      {button("remove", "✕", "Remove")}
    </div>
  )
}

/** Adds a row to a form. */
export function AddRow({ children, arranged }: { children: string; arranged?: string }) {
  return (
    <Button
      look="secondary"
      small
      name={arrangeField}
      value="add"
      formNoValidate
      autoFocus={arranged === "add"}
    >
      {children}
    </Button>
  )
}

/** The button that Enter presses in a form whose first visible one does something else. */
export function EnterButton({ name, value }: { name?: string; value?: string }) {
  return (
    <button type="submit" name={name} value={value} tabIndex={-1} aria-hidden="true" className="sr-only">
      Save
    </button>
  )
}
