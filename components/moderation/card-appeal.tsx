import type { QueueItem } from "@/lib/moderation/types"
import { DecisionButton, DecisionForm } from "./decision-form"
import { When } from "./when"

type Props = {
  item: QueueItem
  back: string
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** What an author answers to the decision about their comment, and the two answers to that. */
export function CardAppeal({ item, ...form }: Props) {
  const { appeal } = item
  if (!appeal) return null
  return (
    <section
      aria-label="Appeal"
      className="max-w-measure border-s-4 border-accent bg-raised px-4 py-3 font-ui text-sm"
    >
      <p className="text-ink-soft">
        Its author appeals, <When date={appeal.at} />:
      </p>
      <p dir="auto" className="my-2 whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
        {appeal.body}
      </p>
      {appeal.secondLook || appeal.own ? (
        <p className="mb-2 text-ink-soft last:mb-0">
          {appeal.secondLook ? secondLook : "It is against your decision, so a colleague answers it."}
        </p>
      ) : null}
      {appeal.own ? null : (
        <DecisionForm item={item} about={appeal.id} {...form} className="flex flex-wrap items-center gap-2">
          <DecisionButton value="grant" shortcut="a" look="primary">
            Grant
          </DecisionButton>
          <DecisionButton value="deny" shortcut="d">
            Deny
          </DecisionButton>
        </DecisionForm>
      )}
    </section>
  )
}

const secondLook =
  "It is against your decision, and nobody else here can answer it. Its author was told that you look again yourself, a day after the appeal at the earliest."
