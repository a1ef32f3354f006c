import type { ReactNode } from "react"
import { leftFor } from "@/lib/comments/bulk/policy"
import type { BulkPreview } from "@/lib/comments/bulk/preview"
import { grouped } from "@/lib/comments/bulk/words"
import type { Verdict } from "@/lib/comments/decisions/decisions"
import { reasons, rejectionReasons } from "@/lib/comments/reasons"
import { SubmitOnce } from "./submit-once"

type Props = {
  preview: BulkPreview
  /** What the preview showed, as `encodeSeen` writes it. */
  seen: string
  scope: string
  action: (form: FormData) => Promise<void>
}

/** The three decisions about everything that is shown, each with what it would change. */
export function BulkForm({ preview, seen, scope, action }: Props) {
  if (preview.total === 0) return <p className="text-ink-soft">No comment is meant by this.</p>
  return (
    <form action={action} className="divide-y divide-rule border-t border-rule">
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="scope" value={scope} />
      <Choice preview={preview} verdict="spam">
        {(count) => (
          <SubmitOnce name="decision" value="spam">
            {`Mark ${grouped(count)} as spam`}
          </SubmitOnce>
        )}
      </Choice>
      <Choice preview={preview} verdict="rejected">
        {(count) => (
          <span className="flex flex-wrap items-center gap-2">
            <SubmitOnce name="decision" value="reject">
              {`Reject ${grouped(count)}`}
            </SubmitOnce>
            <select
              name="reason"
              aria-label="Reason for rejecting"
              className="max-w-full min-w-0 rounded-sm border border-edge bg-field px-2 py-1 font-ui text-sm text-ink"
            >
              {rejectionReasons.map((key) => (
                <option key={key} value={key}>
                  {reasons[key].desk}
                </option>
              ))}
            </select>
          </span>
        )}
      </Choice>
      <Choice preview={preview} verdict="approved">
        {(count) => (
          <SubmitOnce name="decision" value="approve">
            {`Approve ${grouped(count)}`}
          </SubmitOnce>
        )}
      </Choice>
    </form>
  )
}

type ChoiceProps = { preview: BulkPreview; verdict: Verdict; children: (count: number) => ReactNode }

function Choice({ preview, verdict, children }: ChoiceProps) {
  const { changes, left } = preview.outcomes[verdict]
  const others = leftFor
    .filter((key) => left[key] > 0)
    .map((key) =>
      key === "already"
        ? `${grouped(left[key])} ${names[verdict]} already`
        : `${grouped(left[key])} ${kept[key]}`,
    )
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      {changes > 0 ? children(changes) : <span className="text-sm font-semibold">{nothing[verdict]}</span>}
      <p className="text-sm text-ink-soft">
        {others.length > 0 ? `Left as they are: ${others.join(", ")}` : "All of them change"}
      </p>
    </div>
  )
}

const names: Record<Verdict, string> = { approved: "approved", rejected: "rejected", spam: "spam" }

const nothing: Record<Verdict, string> = {
  approved: "Nothing to approve",
  rejected: "Nothing to reject",
  spam: "Nothing to mark as spam",
}

const kept = {
  edited: "changed",
  decided: "decided",
  appealed: "with an appeal that a person answers",
  opened: "open at a colleague’s desk",
  deleted: "deleted by their authors",
  gone: "gone",
}
