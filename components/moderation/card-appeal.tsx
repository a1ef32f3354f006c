import type { QueueItem } from "@/lib/comments/decisions/decisions"
import { Press, PressForm } from "./press-form"
import { When } from "./when"

type Props = {
  item: QueueItem
  back: string
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** What an author answers to the decision about their comment, and the two answers to that. */
export function CardAppeal({ item, ...form }: Props) {
  const { appeal, denied } = item
  if (!appeal && denied) {
    return (
      <section
        aria-label="Appeal"
        className="flex max-w-measure flex-wrap items-center gap-x-4 gap-y-2 border-s-4 border-rule bg-raised px-4 py-3 font-ui text-sm"
      >
        <p className="text-ink-soft">
          <bdi>{denied.by}</bdi> denied its author’s appeal, <When date={denied.at} />.
        </p>
        <PressForm item={item} about={denied.id} {...form}>
          <Press value="undeny">Undo the denial</Press>
        </PressForm>
      </section>
    )
  }
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
      {appeal.own ? (
        <p className="text-ink-soft">It is against your decision, so a colleague answers it.</p>
      ) : (
        <PressForm item={item} about={appeal.id} {...form} className="flex flex-wrap items-center gap-2">
          <Press value="grant" look="primary">
            Grant
          </Press>
          <Press value="deny">Deny</Press>
        </PressForm>
      )}
    </section>
  )
}
