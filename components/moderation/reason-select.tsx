import { type ReasonKey, reasons, rejectionReasons } from "@/lib/comments/reasons"

export const reasonFieldClass =
  "max-w-full min-w-0 rounded-sm border border-edge bg-field px-2 py-1 font-ui text-sm text-ink pointer-coarse:min-h-11"

type Props = {
  of?: readonly ReasonKey[]
  label?: string
  /** Where it was sent without one: what says so. */
  describedBy?: string
}

/** Why comments are rejected or words blacked out, in a plain form; none is chosen beforehand. */
export function ReasonSelect({ of = rejectionReasons, label = "Reason for rejecting", describedBy }: Props) {
  return (
    <select
      name="reason"
      required
      defaultValue=""
      aria-label={label}
      aria-invalid={describedBy ? true : undefined}
      aria-describedby={describedBy}
      className={reasonFieldClass}
    >
      <option value="">Choose a reason</option>
      {of.map((key) => (
        <option key={key} value={key}>
          {reasons[key].desk}
        </option>
      ))}
    </select>
  )
}
