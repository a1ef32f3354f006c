"use client"

import { unstable_rethrow } from "next/navigation"
import {
  type FormEvent,
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useId,
  useOptimistic,
  useRef,
} from "react"
import type { Change } from "@/lib/moderation/live/news"
import type { CardAnswer, QueueItem, QueueName } from "@/lib/moderation/types"
import { AppealedActions, CardActions } from "./card-actions"
import { CardAppeal } from "./card-appeal"
import { CardContext } from "./card-context"
import { CardHeader } from "./card-header"
import { CardMenu } from "./card-menu"
import { closeMenus } from "./card-menus"
import { CardNotes } from "./card-notes"
import { CardText } from "./card-text"
import type { DeskActions } from "./desk-actions"
import {
  announcement,
  type CardState,
  expected,
  formOf,
  type Happening,
  isSettled,
  readPress,
  withChange,
} from "./intent"
import { OpenElsewhere } from "./open-elsewhere"
import { TypedWords } from "./typed-words"
import { VerdictLine } from "./verdict-line"

type Props = {
  item: QueueItem
  queue: QueueName
  /** The query of the page, for forms that work without scripts. */
  back: string
  /** Why the last press was refused, when the page was loaded to say so. */
  notice: string | null
  /** The reason that is said once for the whole list. */
  said: string | null
  inPlace: boolean
  me: number
  /** What was heard of others. */
  change: Change | null
  /** Who has it open, as the server answered when somebody came here. */
  openedBy: string | null
  actions: DeskActions
  announce: (message: string) => void
  onSettled: (id: number, settled: boolean) => void
}

/** One comment and the decision about it. It stays where it is, whatever is decided. */
export function QueueCard(props: Props) {
  const { item, queue, back, notice, said, inPlace, me, change, openedBy, actions, announce, onSettled } =
    props
  const headingId = useId()
  const card = useRef<HTMLElement>(null)
  const [state, send] = useActionState(
    async (before: CardState, happening: Happening): Promise<CardState> => {
      if ("change" in happening) return withChange(before, happening.change, me)
      if ("openedBy" in happening)
        return { ...before, item: { ...before.item, openedBy: happening.openedBy } }
      if ("item" in happening) {
        announce(happening.message)
        return { ...before, item: happening.item, message: happening.message, refused: false }
      }
      const answer = await ask(actions.decideInPlace, formOf(before.item, happening.press))
      const now = answer.item ?? before.item
      announce(answer.message || announcement(happening.press, now))
      return { item: now, sending: false, message: answer.message, refused: !answer.ok }
    },
    { item, sending: false, message: notice ?? "", refused: notice !== null },
  )
  const [shown, expect] = useOptimistic(state, expected)
  const settled = isSettled(shown.item, queue)

  useEffect(() => {
    if (!change) return
    keepHeight(card.current)
    startTransition(() => send({ change }))
  }, [change, send])
  const told = useRef(openedBy)
  useEffect(() => {
    if (told.current === openedBy) return
    told.current = openedBy
    startTransition(() => send({ openedBy }))
  }, [openedBy, send])
  useEffect(() => onSettled(item.id, settled), [item.id, settled, onSettled])
  const onDone = useCallback(
    (now: QueueItem, message: string) => startTransition(() => send({ item: now, message })),
    [send],
  )

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const press = readPress(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    if (!press) return
    keepHeight(card.current)
    closeMenus(card.current)
    // The pressed button goes away; without this the keyboard would start again at the top of the page.
    card.current?.focus({ preventScroll: true })
    startTransition(() => {
      expect(press)
      send({ press })
    })
  }

  const { appeal } = shown.item
  // An appeal has two answers, and its own place for them.
  const offers = shown.item.status !== "deleted" && !appeal
  const form = { back, action: actions.decide, onSubmit, item: shown.item }
  return (
    <article
      ref={card}
      id={`comment-${item.id}`}
      data-id={item.id}
      aria-labelledby={headingId}
      tabIndex={-1}
      className={`relative flex scroll-my-24 flex-col gap-3 border-s-4 py-4 pe-2 ps-3 sm:pe-4 ${settled ? "border-rule bg-raised" : "border-transparent"}`}
    >
      <div className="flex items-start gap-3">
        <label className="-m-2 inline-flex p-2 pointer-coarse:-m-3.5 pointer-coarse:p-3.5">
          <input
            type="checkbox"
            name="ids"
            value={item.id}
            form="bulk"
            aria-label={`Select ${item.name}’s comment`}
            aria-keyshortcuts="x"
            className="mt-1 size-4"
          />
        </label>
        <CardHeader item={shown.item} headingId={headingId} />
      </div>
      <div className="flex flex-col gap-3 lg:grid lg:grid-cols-[minmax(0,38rem)_minmax(0,1fr)] lg:gap-x-10">
        <div className="flex flex-col gap-3">
          <TypedWords text={shown.item.body} faded={settled} />
          <CardAppeal {...form} />
          <CardNotes {...form} />
        </div>
        <CardContext item={shown.item} said={said} />
      </div>
      {shown.item.openedBy && !settled ? <OpenElsewhere by={shown.item.openedBy} {...form} /> : null}
      {shown.message ? <CardMessage text={shown.message} refused={shown.refused} /> : null}
      {/* What was decided stands in the row of the buttons it replaces, so that nothing below it moves. */}
      {shown.item.standing && !settled ? <VerdictLine item={shown.item} sending={shown.sending} /> : null}
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        {offers ? <CardActions {...form} settled={settled} /> : null}
        {settled ? <VerdictLine item={shown.item} sending={shown.sending} /> : null}
        {/* As wide whether something is open in it or not, so that opening moves nothing. */}
        <div className="relative flex min-w-0 flex-[1_1_18rem] flex-wrap items-start gap-x-1">
          <CardText
            kind="note"
            shortcut="n"
            longest={2000}
            action={actions.note}
            {...{ item: state.item, back, inPlace, onDone }}
          />
          <CardText
            kind="reply"
            shortcut="e"
            longest={65_000}
            action={actions.reply}
            {...{ item: state.item, back, inPlace, onDone }}
          />
          <CardMenu id={item.id}>{appeal && !appeal.own ? <AppealedActions {...form} /> : null}</CardMenu>
        </div>
      </div>
    </article>
  )
}

/**
 * Whatever becomes of a card, nothing below it comes up under the hand. Set as a property: the policy of the desk allows
 * no style attribute.
 */
function keepHeight(card: HTMLElement | null): void {
  if (card) card.style.minHeight = `${card.offsetHeight}px`
}

function CardMessage({ text, refused }: { text: string; refused: boolean }) {
  const look = refused ? "font-semibold text-danger" : "text-ink-soft"
  return (
    <p role={refused ? "alert" : undefined} className={`font-ui text-sm ${look}`}>
      {text}
    </p>
  )
}

async function ask(decide: DeskActions["decideInPlace"], form: FormData): Promise<CardAnswer> {
  try {
    return await decide(form)
  } catch (error) {
    // A session that ended leads to sign-in by way of an error that is not ours to answer.
    unstable_rethrow(error)
    return { ok: false, message: "That did not reach the site. Try again, or reload the page.", item: null }
  }
}
