import type { ReactNode, RefObject } from "react"
import { reasonForDesk } from "@/lib/comments/reasons"
import { isNarrowed, type QueueView } from "@/lib/moderation/queue/url"
import type { QueueName } from "@/lib/moderation/types"

type Props = {
  view: QueueView
  list: RefObject<HTMLOListElement | null>
  order: readonly number[]
  said: string | null
  card: (id: number) => ReactNode
}

/** The cards of one page, or that there are none. */
export function QueueList({ view, list, order, said, card }: Props) {
  if (order.length === 0) {
    return (
      <p className="py-10 font-ui text-ink-soft">
        {isNarrowed(view) ? "No comment in this queue is like that." : empty[view.status]}
      </p>
    )
  }
  return (
    <>
      {said ? (
        <p className="font-ui text-sm text-ink-soft">
          Unless a card says otherwise, these wait because of: {reasonForDesk(said)}.
        </p>
      ) : null}
      {view.status === "reported" ? (
        <p className="font-ui text-sm text-ink-soft">
          “Approve” says that nothing is wrong: the comment stays, and its reports are answered.
        </p>
      ) : null}
      <ol ref={list} className="mt-1 flex flex-col divide-y divide-rule border-y border-rule">
        {order.map((id) => (
          <li key={id}>{card(id)}</li>
        ))}
      </ol>
    </>
  )
}

const empty: Record<QueueName, string> = {
  waiting: "Nothing is waiting. Every comment has had its answer.",
  reported: "No reader has reported anything that is still unanswered, and the checks have flagged nothing.",
  appeals: "No author waits for an answer to an appeal.",
  approved: "No comment has been approved yet.",
  rejected: "No comment has been rejected.",
  spam: "No comment has been marked as spam.",
}
