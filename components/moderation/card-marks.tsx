import type { QueueItem } from "@/lib/moderation/types"
import { DecisionButton, DecisionForm } from "./decision-form"
import { When } from "./when"

type Props = {
  item: QueueItem
  back: string
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** What colleagues do while a card is read: over its edge, so that nothing moves. */
export function CardMarks({ item, ...form }: Props) {
  const undone = item.last?.action === "undone" ? item.last : null
  return (
    <div className="pointer-events-none absolute inset-x-2 -top-4 z-10 pointer-coarse:-top-6 flex h-8 items-center gap-2 font-ui text-sm *:pointer-events-auto">
      {undone ? (
        <p className="min-w-0 pointer-coarse:translate-y-2 truncate rounded-sm border border-edge bg-paper px-2 text-xs leading-5 text-ink-soft">
          Undone by <bdi>{undone.by}</bdi>
          <span className="max-sm:hidden">
            , <When date={undone.at} />
          </span>
        </p>
      ) : null}
      {item.openedBy ? (
        <DecisionForm
          item={item}
          {...form}
          className="ms-auto flex min-w-0 items-center rounded-sm border border-accent bg-paper ps-3"
        >
          <p className="truncate font-semibold text-accent">
            <bdi>{item.openedBy}</bdi> has this open
          </p>
          <DecisionButton value="take" look="quiet">
            Take over
          </DecisionButton>
        </DecisionForm>
      ) : null}
    </div>
  )
}
