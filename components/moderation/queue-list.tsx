"use client"

import { useRef, useState } from "react"
import type { CardAnswer, QueueItem, QueueName } from "@/lib/comments/decisions"
import { QueueCard } from "./queue-card"
import { ShortcutHelp } from "./shortcut-help"
import { useQueueKeys } from "./use-queue-keys"

type Props = {
  items: QueueItem[]
  queue: QueueName
  after: number | null
  notice: { id: number; message: string } | null
  action: (form: FormData) => Promise<void>
  decide: (form: FormData) => Promise<CardAnswer>
}

/** The comments of one queue. The list is what was loaded: it never moves under the hand. */
export function QueueList({ items, queue, after, notice, action, decide }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const help = useRef<HTMLDialogElement>(null)
  const [loaded] = useState(items)
  const [heard, announce] = useState("")
  const keys = useQueueKeys(list, help)

  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="sr-only">
        {heard}
      </p>
      {loaded.length === 0 ? (
        <p className="py-10 font-ui text-ink-soft">{empty[queue]}</p>
      ) : (
        <>
          <ShortcutHelp dialog={help} keys={keys} />
          <ol ref={list} className="flex flex-col divide-y divide-rule border-y border-rule">
            {loaded.map((item) => (
              <li key={item.id}>
                <QueueCard
                  item={item}
                  queue={queue}
                  after={after}
                  notice={notice?.id === item.id ? notice.message : null}
                  action={action}
                  decide={decide}
                  announce={announce}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

const empty: Record<QueueName, string> = {
  waiting: "Nothing is waiting. Every comment has had its answer.",
  reported: "No reader has reported anything that is still unanswered.",
  approved: "No comment has been approved yet.",
  rejected: "No comment has been rejected.",
  spam: "No comment has been marked as spam.",
}
