import { reasons, rejectionReasons } from "@/lib/comments/reasons"

export const reasonFieldClass =
  "max-w-full min-w-0 rounded-sm border border-edge bg-field px-2 py-1 font-ui text-sm text-ink pointer-coarse:min-h-11"

/** Why comments are rejected or words blacked out, in a plain form; none is chosen beforehand. */
export function ReasonSelect({ label = "Reason for rejecting" }: { label?: string }) {
  return (
    <select name="reason" required defaultValue="" aria-label={label} className={reasonFieldClass}>
      <option value="">Choose a reason</option>
      {rejectionReasons.map((key) => (
        <option key={key} value={key}>
          {reasons[key].desk}
        </option>
      ))}
    </select>
  )
}
