import type { QueueItem } from "@/lib/moderation/types"
import { DecisionButton, DecisionForm } from "./decision-form"

type Props = {
  by: string
  item: QueueItem
  back: string
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** A colleague is at it: their name, and the way to decide all the same. Over the card's edge, so that nothing moves. */
export function OpenElsewhere({ by, ...form }: Props) {
  return (
    <DecisionForm
      {...form}
      className="absolute -top-4 end-2 z-10 flex max-w-full items-center rounded-sm border border-accent bg-paper ps-3 font-ui text-sm"
    >
      <p className="truncate font-semibold text-accent">
        <bdi>{by}</bdi> has this open
      </p>
      <DecisionButton value="take" look="quiet">
        Take over
      </DecisionButton>
    </DecisionForm>
  )
}
