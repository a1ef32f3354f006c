import type { QueueItem } from "@/lib/moderation/types"
import { DecisionButton, DecisionForm } from "./decision-form"
import { threadSentence } from "./queue/thread-sentence"
import { When } from "./when"

type Props = {
  item: QueueItem
  back: string
  action: (form: FormData) => Promise<void>
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void
}

/** How the comment's story takes comments, and the ways to hold or close its whole thread. */
export function CardThread({ item, ...form }: Props) {
  const { thread } = item
  if (!thread) return null
  const { own, closedByAge, change } = thread
  return (
    <DecisionForm item={item} about={change?.id} {...form}>
      <input type="hidden" name="story" value={item.post.id} />
      <p className="max-w-64 px-3 py-1.5 text-ink-soft">
        {threadSentence(thread)}
        {closedByAge ? (
          <>
            {" "}
            It closed <When date={closedByAge} />; nothing here can reopen it.
          </>
        ) : null}
        {change ? (
          <>
            {" "}
            Set by <bdi className="font-semibold">{change.by}</bdi>, <When date={change.at} />.
          </>
        ) : null}
      </p>
      {own === "hold_all" || closedByAge ? null : (
        <DecisionButton value="hold_thread" {...inMenu}>
          Hold every comment
        </DecisionButton>
      )}
      {own === "closed" || closedByAge ? null : (
        <DecisionButton value="close_thread" {...inMenu}>
          Close comments
        </DecisionButton>
      )}
      {own === null || closedByAge ? null : (
        <DecisionButton value="free_thread" {...inMenu}>
          Follow the site’s setting
        </DecisionButton>
      )}
      {change && !closedByAge ? (
        <DecisionButton value="undo_thread" {...inMenu}>
          Undo that change
        </DecisionButton>
      ) : null}
    </DecisionForm>
  )
}

/** A button of a card's menu. */
export const inMenu = {
  look: "quiet",
  className: "w-full justify-start rounded-none text-start font-normal! text-ink!",
} as const
