import { type QueueView, viewHref } from "@/lib/moderation/queue/url"
import { forgetLeftUnsent, useLeftUnsent } from "./queue/left-unsent"
import { notReached } from "./queue/sentences"
import { isUnconfirmed, type QueueState } from "./queue/state"

type Props = Pick<QueueState, "cards"> & { view: QueueView; me: number }

/** The decisions of this page that did not reach the site, and those that were on their way when a page was left. */
export function UnsentNotice({ cards, view, me }: Props) {
  const left = useLeftUnsent(me).filter((id) => {
    const card = cards.get(id)
    return !card || !isUnconfirmed(card)
  })
  const unsent = [...cards.values()].filter(({ message }) => message === notReached)
  return (
    <>
      {unsent.length > 0 ? (
        <p className={look}>
          Not sent. Please decide again:{" "}
          {unsent.map(({ item }) => (
            <a key={item.id} href={`#comment-${item.id}`} className={link}>
              <bdi>{item.name}</bdi>
            </a>
          ))}
        </p>
      ) : null}
      {left.length > 0 ? (
        <p className={look}>
          The queue was left before these decisions were confirmed. Check them:{" "}
          {left.map((id) => (
            <a
              key={id}
              href={`${viewHref(view)}&done=${id}#comment-${id}`}
              onClick={() => forgetLeftUnsent(me, id)}
              className={link}
            >
              comment {id}
            </a>
          ))}
        </p>
      ) : null}
    </>
  )
}

const look = "border border-danger px-3 py-1 font-ui text-sm font-semibold text-danger"
const link = "me-2 text-danger underline"
