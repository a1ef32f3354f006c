import type { ThreadDecision } from "@/lib/moderation/thread-decisions"
import type { QueueItem } from "@/lib/moderation/types"
import { DecisionButton, DecisionForm, inMenu } from "./decision-form"
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
  const { closedByAge, change, offers } = thread
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
      {offers.map((value) => (
        <DecisionButton key={value} value={value} {...inMenu}>
          {words[value]}
        </DecisionButton>
      ))}
    </DecisionForm>
  )
}

const words: Record<ThreadDecision, string> = {
  hold_thread: "Hold every comment",
  close_thread: "Close comments",
  free_thread: "Follow the site’s setting",
  undo_thread: "Undo that change",
}
