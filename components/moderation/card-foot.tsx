import type { QueueItem, QueueName } from "@/lib/moderation/types"
import { AppealedActions, CardActions } from "./card-actions"
import { CardBlackout } from "./card-blackout"
import { CardMenu } from "./card-menu"
import { CardText } from "./card-text"
import { CardThread } from "./card-thread"
import type { DeskActions } from "./desk-actions"
import { isSettled, offersOf } from "./queue/offers"
import { VerdictLine } from "./verdict-line"

type Props = {
  /** As it is shown, and as the server last sent it. */
  item: QueueItem
  kept: QueueItem
  queue: QueueName
  sending: boolean
  /** How many blackouts of typed words are confirmed. */
  blackedOut: number
  back: string
  inPlace: boolean
  actions: DeskActions
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
  onDone: (item: QueueItem, message: string) => void
}

/** On a phone the decisions stay at the window's lower edge while the comment goes on below it. */
const atHand =
  "max-md:pointer-coarse:sticky max-md:pointer-coarse:bottom-0 z-1 max-md:pointer-coarse:bg-paper group-has-[[name=ids]:checked]/desk:static!"

/** What can be done about a comment, and what was decided. */
export function CardFoot({
  item,
  kept,
  queue,
  sending,
  blackedOut,
  back,
  inPlace,
  actions,
  onSubmit,
  onDone,
}: Props) {
  const settled = isSettled(item, queue)
  const form = { item, back, action: actions.decide, onSubmit, offers: offersOf(item, queue) }
  const text = { item: kept, back, inPlace, onDone }
  const { appeal } = item
  const inRow = sending || settled
  return (
    <>
      {/* What was decided stands in the row of the buttons it replaces, so that nothing below it moves. */}
      {inRow ? null : <VerdictLine item={item} />}
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2 max-md:pointer-coarse:contents">
        <div
          className={`flex min-w-0 items-center gap-x-4 max-md:pointer-coarse:min-h-14 max-md:pointer-coarse:py-1 ${settled ? "" : atHand}`}
        >
          {/* An appeal has two answers, and its own place for them. */}
          {item.status === "deleted" || appeal ? null : <CardActions {...form} />}
          {sending ? <p className="font-ui text-sm text-ink-soft">Sending…</p> : null}
          {settled && !sending ? <VerdictLine item={item} /> : null}
        </div>
        {/* As wide whether something is open in it or not, so that opening moves nothing. */}
        <div className="relative flex min-w-0 flex-[1_1_18rem] max-md:pointer-coarse:flex-none flex-wrap items-start gap-x-1">
          <CardText kind="note" shortcut="n" longest={2000} action={actions.note} {...text} />
          <CardText kind="reply" shortcut="e" longest={65_000} action={actions.reply} {...text} />
          <CardBlackout {...{ item, back, onSubmit }} confirmed={blackedOut} action={actions.blackOut} />
          <CardMenu id={item.id}>
            {appeal && !appeal.own ? <AppealedActions {...form} /> : null}
            <CardThread {...{ item, back, onSubmit }} action={actions.decide} />
          </CardMenu>
        </div>
      </div>
    </>
  )
}
