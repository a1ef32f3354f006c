"use client"

import { unstable_rethrow } from "next/navigation"
import { type FormEvent, startTransition, useActionState, useId, useOptimistic, useRef } from "react"
import type { CardAnswer, QueueItem, QueueName } from "@/lib/comments/decisions"
import { CardActions } from "./card-actions"
import { CardContext } from "./card-context"
import { CardHeader } from "./card-header"
import { announcement, type CardState, expected, formOf, isSettled, type Press } from "./press"
import { TypedWords } from "./typed-words"
import { VerdictLine } from "./verdict-line"

type Props = {
  item: QueueItem
  queue: QueueName
  after: number | null
  /** Why the last press was refused, when the page was loaded to say so. */
  notice: string | null
  action: (form: FormData) => Promise<void>
  decide: (form: FormData) => Promise<CardAnswer>
  announce: (message: string) => void
}

/** One comment and the decision about it. It stays where it is, whatever is decided. */
export function QueueCard({ item, queue, after, notice, action, decide, announce }: Props) {
  const headingId = useId()
  const card = useRef<HTMLElement>(null)
  const [state, send] = useActionState(
    async (before: CardState, press: Press): Promise<CardState> => {
      const answer = await ask(decide, formOf(before.item, press))
      const now = answer.item ?? before.item
      announce(answer.message || announcement(now))
      return { item: now, sending: false, message: answer.message, refused: !answer.ok }
    },
    { item, sending: false, message: notice ?? "", refused: notice !== null },
  )
  const [shown, expect] = useOptimistic(state, expected)
  const settled = isSettled(shown.item, queue)

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const press = readPress(event)
    if (!press) return
    // The card keeps its height, so that nothing below comes up under the hand. Set as a property: the policy
    // of the desk allows no style attribute.
    if (card.current) card.current.style.minHeight = `${card.current.offsetHeight}px`
    // The pressed button goes away; without this the keyboard would start again at the top of the page.
    card.current?.focus({ preventScroll: true })
    startTransition(() => {
      expect(press)
      send(press)
    })
  }

  return (
    <article
      ref={card}
      id={`comment-${item.id}`}
      aria-labelledby={headingId}
      tabIndex={-1}
      className={`flex scroll-my-24 flex-col gap-3 border-s-4 px-4 py-4 ${settled ? "border-rule bg-raised" : "border-transparent"}`}
    >
      <CardHeader item={shown.item} headingId={headingId} />
      <div className="flex flex-col gap-3 lg:grid lg:grid-cols-[minmax(0,38rem)_minmax(0,1fr)] lg:gap-x-10">
        <TypedWords text={shown.item.body} faded={settled} />
        <CardContext item={shown.item} />
      </div>
      {shown.message ? <CardMessage text={shown.message} refused={shown.refused} /> : null}
      {/* What was decided stands in the row of the buttons it replaces, so that nothing below it moves. */}
      <div
        className={
          settled
            ? "flex flex-row-reverse flex-wrap items-center justify-end gap-x-4 gap-y-2"
            : "flex flex-col gap-3"
        }
      >
        <VerdictLine item={shown.item} sending={shown.sending} />
        {shown.item.status === "deleted" ? null : (
          <CardActions {...{ queue, after, settled, action, onSubmit }} item={shown.item} />
        )}
      </div>
    </article>
  )
}

function CardMessage({ text, refused }: { text: string; refused: boolean }) {
  const look = refused ? "font-semibold text-danger" : "text-ink-soft"
  return (
    <p role={refused ? "alert" : undefined} className={`font-ui text-sm ${look}`}>
      {text}
    </p>
  )
}

async function ask(decide: Props["decide"], form: FormData): Promise<CardAnswer> {
  try {
    return await decide(form)
  } catch (error) {
    // A session that ended leads to sign-in by way of an error that is not ours to answer.
    unstable_rethrow(error)
    return { ok: false, message: "That did not reach the site. Try again, or reload the page.", item: null }
  }
}

function readPress(event: FormEvent<HTMLFormElement>): Press | null {
  const { submitter } = event.nativeEvent as SubmitEvent
  if (!(submitter instanceof HTMLButtonElement)) return null
  const decision = (["approve", "reject", "spam", "undo"] as const).find((word) => word === submitter.value)
  if (!decision) return null
  const reason = new FormData(event.currentTarget).get("reason")
  return { decision, reason: decision === "reject" && typeof reason === "string" ? reason : undefined }
}
