import { memo, useId } from "react"
import type { QueueName } from "@/lib/moderation/types"
import { BlackoutLine } from "./blackout-line"
import { CardAppeal } from "./card-appeal"
import { CardContext } from "./card-context"
import { CardFoot } from "./card-foot"
import { CardHeader } from "./card-header"
import { CardMarks } from "./card-marks"
import { CardNotes } from "./card-notes"
import { CardSelect } from "./card-select"
import type { DeskActions } from "./desk-actions"
import { isSettled } from "./queue/offers"
import type { QueueStore } from "./queue/queue-store"
import { useCard } from "./queue/use-card"
import { TypedWords } from "./typed-words"

type Props = {
  id: number
  store: QueueStore
  queue: QueueName
  /** The query of the page, for forms that work without scripts. */
  back: string
  /** The reason that is said once for the whole list. */
  said: string | null
  /** Whether scripts run here. */
  inPlace: boolean
  actions: DeskActions
}

/** One comment and the decision about it. It stays where it is, whatever is decided. */
export const QueueCard = memo(function QueueCard({ id, store, queue, back, said, inPlace, actions }: Props) {
  const headingId = useId()
  const { card, element, onSubmit } = useCard(store, id)
  if (!card) return null
  const { item, shown, sending, message, refused, blackedOut } = card
  const settled = isSettled(shown, queue)
  const form = { item: shown, back, action: actions.decide, onSubmit }
  return (
    <article
      ref={element}
      id={`comment-${id}`}
      data-id={id}
      aria-labelledby={headingId}
      tabIndex={-1}
      className={`relative flex scroll-my-24 flex-col gap-3 border-s-4 py-4 pe-2 ps-3 sm:pe-4 ${settled ? "border-rule bg-raised" : "border-transparent"}`}
    >
      <div className="flex items-start gap-3">
        <CardSelect id={id} name={item.name} />
        <CardHeader item={shown} headingId={headingId} />
      </div>
      {/* Apart from the header, which the decisions never cover. */}
      <div className="flex flex-col gap-3">
        <div className="flex flex-col gap-3 lg:grid lg:grid-cols-[minmax(0,38rem)_minmax(14rem,1fr)] lg:gap-x-10">
          <div className="flex flex-col gap-3">
            <TypedWords text={shown.body} faded={settled} />
            <BlackoutLine {...form} />
            <CardAppeal {...form} />
            <CardNotes {...form} />
          </div>
          <CardContext item={shown} said={said} />
        </div>
        {message ? <CardMessage text={message} refused={refused} /> : null}
        <CardFoot
          item={shown}
          kept={item}
          sending={sending > 0}
          blackedOut={blackedOut}
          onDone={store.replace}
          {...{ queue, back, inPlace, actions, onSubmit }}
        />
      </div>
      {settled ? null : <CardMarks {...form} />}
    </article>
  )
})

function CardMessage({ text, refused }: { text: string; refused: boolean }) {
  const look = refused ? "font-semibold text-danger" : "text-ink-soft"
  return (
    <p role={refused ? "alert" : undefined} className={`font-ui text-sm ${look}`}>
      {text}
    </p>
  )
}
