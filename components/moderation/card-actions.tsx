import { longestLine } from "@/lib/comments/reasons"
import type { QueueItem } from "@/lib/moderation/types"
import { DecisionButton, DecisionForm, inMenu } from "./decision-form"
import type { Decision } from "./queue/press"
import { ReasonSelect, reasonFieldClass } from "./reason-select"

type Props = {
  item: QueueItem
  back: string
  offers: Decision[]
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** The decisions that are open about a comment. */
export function CardActions({ item, offers, ...form }: Props) {
  const only = offers.length === 1
  return (
    <DecisionForm
      item={item}
      // The newest decision is taken back first.
      about={item.denial?.undoable ? item.denial.id : undefined}
      {...form}
      className={`flex min-w-0 flex-wrap items-center gap-2 ${only ? "shrink-0" : ""}`}
    >
      {offers.includes("approve") ? (
        <DecisionButton value="approve" shortcut="a" look="primary">
          Approve
        </DecisionButton>
      ) : null}
      {offers.includes("spam") ? (
        <DecisionButton value="spam" shortcut="s">
          Spam
        </DecisionButton>
      ) : null}
      {offers.includes("reject") ? <Reject /> : null}
      {offers.includes("undo") ? (
        <DecisionButton value="undo" shortcut="u" look={only ? "secondary" : "quiet"}>
          Undo
        </DecisionButton>
      ) : null}
    </DecisionForm>
  )
}

/** Where scripts run, the press asks for the reason. */
function Reject() {
  return (
    <>
      <DecisionButton value="reject" shortcut="r">
        Reject
      </DecisionButton>
      <noscript>
        <span className="flex min-w-0 basis-full flex-wrap items-center gap-2">
          <ReasonSelect />
          <input
            name="line"
            aria-label="A line to its author"
            placeholder="A line to its author"
            dir="auto"
            maxLength={longestLine}
            className={reasonFieldClass}
          />
        </span>
      </noscript>
    </>
  )
}

/** What else can be done about a comment whose author appeals: neither is an answer to them, so both stand in the menu. */
export function AppealedActions({ item, offers, ...form }: Props) {
  return (
    <DecisionForm item={item} {...form}>
      {offers.includes("spam") ? (
        <DecisionButton value="spam" shortcut="s" {...inMenu}>
          Spam
        </DecisionButton>
      ) : null}
      {offers.includes("undo") ? (
        <DecisionButton value="undo" shortcut="u" {...inMenu}>
          Undo
        </DecisionButton>
      ) : null}
    </DecisionForm>
  )
}
