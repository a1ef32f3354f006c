import { DeskForm } from "@/components/desk/rendered-for"
import type { Verdict } from "@/lib/comments/types"
import type { WantedVerdict } from "@/lib/moderation/bulk/input"
import { grouped } from "@/lib/moderation/bulk/messages"
import { leftFor } from "@/lib/moderation/bulk/policy"
import type { BulkPreview } from "@/lib/moderation/bulk/preview"
import { ReasonSelect } from "./reason-select"
import { SubmitOnce } from "./submit-once"

type Decision = NonNullable<WantedVerdict>

type Props = {
  preview: BulkPreview
  /** The decision that was asked for: it comes first. */
  wanted: WantedVerdict
  /** What the preview showed, as `encodeSeen` writes it. */
  seen: string
  scope: string
  /** Whether a rejection was sent without its reason. */
  unreasoned: boolean
  action: (form: FormData) => Promise<void>
}

/** The three decisions about everything that is shown, each with what it would change. */
export function BulkForm({ preview, wanted, seen, scope, unreasoned, action }: Props) {
  if (preview.total === 0) return <p className="text-ink-soft">No comment is meant by this.</p>
  const order = wanted ? [wanted, ...decisions.filter((decision) => decision !== wanted)] : decisions
  return (
    <DeskForm action={action} className="divide-y divide-rule border-y border-rule">
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="scope" value={scope} />
      {order.map((decision) => (
        <Choice key={decision} first={decision === wanted} {...{ preview, decision, unreasoned }} />
      ))}
    </DeskForm>
  )
}

type ChoiceProps = { preview: BulkPreview; decision: Decision; first: boolean; unreasoned: boolean }

function Choice({ preview, decision, first, unreasoned }: ChoiceProps) {
  const { verdict, press, nothing, already } = words[decision]
  const { changes, left } = preview.outcomes[verdict]
  const others = leftFor
    .filter((key) => left[key] > 0)
    .map((key) => `${grouped(left[key])} ${key === "already" ? already : kept[key]}`)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      {changes > 0 ? (
        <span className="flex flex-wrap items-center gap-2">
          <SubmitOnce
            name="decision"
            value={decision}
            look={first ? "primary" : "secondary"}
            formNoValidate={decision !== "reject"}
          >
            {press(grouped(changes))}
          </SubmitOnce>
          {decision === "reject" ? <Reason unreasoned={unreasoned} /> : null}
        </span>
      ) : (
        <span className="text-sm font-semibold">{nothing}</span>
      )}
      <p className="text-sm text-ink-soft">
        {others.length > 0 ? `Left as they are: ${others.join(", ")}` : "All of them change"}
      </p>
    </div>
  )
}

function Reason({ unreasoned }: { unreasoned: boolean }) {
  return (
    <>
      <ReasonSelect describedBy={unreasoned ? "no-reason" : undefined} />
      {unreasoned ? (
        <span id="no-reason" role="alert" className="text-sm font-semibold text-danger">
          Choose why they are rejected. Nothing was changed.
        </span>
      ) : null}
    </>
  )
}

const decisions: Decision[] = ["spam", "reject", "approve"]

type Words = { verdict: Verdict; press: (count: string) => string; nothing: string; already: string }

const words: Record<Decision, Words> = {
  spam: {
    verdict: "spam",
    press: (count) => `Mark ${count} as spam`,
    nothing: "Nothing to mark as spam",
    already: "spam already",
  },
  reject: {
    verdict: "rejected",
    press: (count) => `Reject ${count}`,
    nothing: "Nothing to reject",
    already: "rejected already",
  },
  approve: {
    verdict: "approved",
    press: (count) => `Approve ${count}`,
    nothing: "Nothing to approve",
    already: "approved already",
  },
}

const kept = {
  edited: "changed",
  decided: "decided",
  appealed: "with an appeal that a person answers",
  open: "open on a colleague’s desk",
  deleted: "deleted by their authors",
  gone: "gone",
}
