"use client"

import { type ReactNode, useCallback, useMemo, useRef, useState } from "react"
import { useTellWaiting } from "@/components/desk/waiting-count"
import { reasonForDesk } from "@/lib/comments/reasons"
import type { QueueView } from "@/lib/moderation/queue/url"
import { isNarrowed } from "@/lib/moderation/queue/url"
import type { QueueItem, QueueName } from "@/lib/moderation/types"
import { BulkBar } from "./bulk-bar"
import { useCardMenus } from "./card-menus"
import type { DeskActions } from "./desk-actions"
import { NewArrivals } from "./new-arrivals"
import { QueueCard } from "./queue-card"
import { QueuePaging } from "./queue-paging"
import { QueueTabs } from "./queue-tabs"
import { ReasonChooser, useReasonChooser } from "./reason-chooser"
import { ShortcutHelp } from "./shortcut-help"
import { useLive } from "./use-live"
import { useOpenCard } from "./use-open-card"
import { useQueueKeys } from "./use-queue-keys"

type Props = {
  view: QueueView
  back: string
  counts: Record<QueueName, number>
  countLimit: number
  items: QueueItem[]
  next: string | null
  notice: { id: number; message: string } | null
  /** Whoever is signed in. */
  me: number
  filter: ReactNode
  actions: DeskActions
}

/** The comments of one queue. The list is what was loaded: it never moves under the hand. */
export function QueueDesk({
  view,
  back,
  counts,
  countLimit,
  items,
  next,
  notice,
  me,
  filter,
  actions,
}: Props) {
  const list = useRef<HTMLOListElement>(null)
  const help = useRef<HTMLDialogElement>(null)
  const [loaded] = useState(items)
  const [heard, setHeard] = useState("")
  const announce = useCallback((message: string) => {
    // The same words twice are a change to be told of all the same.
    setHeard((before) => (before === message ? `${message}\u00a0` : message))
  }, [])
  const settled = useRef(new Set<number>())
  const live = useLive(view.status, loaded, counts)
  useTellWaiting(live.counts.waiting)
  const chooser = useReasonChooser()
  const keys = useQueueKeys({ list, help, chooser, announce })
  useCardMenus()
  const inPlace = keys.on !== null
  const opened = useOpenCard(list, actions.open, settled)
  const said = useMemo(() => sharedReason(loaded), [loaded])
  const onSettled = useCallback((id: number, yes: boolean) => {
    if (yes) settled.current.add(id)
    else settled.current.delete(id)
  }, [])

  return (
    <div className="group/desk flex flex-col gap-2">
      <QueueTabs counts={live.counts} countLimit={countLimit} view={view} />
      {filter}
      <p role="status" className="sr-only">
        {heard}
      </p>
      {/* Without a height of its own: what has news to tell lies over the row below, and moves nothing. */}
      <div className="sticky top-2 z-20 h-0">
        <span className="inline-block rounded-sm bg-paper">
          <NewArrivals view={view} next={next} fresh={live.fresh} all={live.all} />
        </span>
      </div>
      <div className="flex min-h-10 items-center justify-end">
        <ShortcutHelp dialog={help} keys={keys} />
      </div>
      {loaded.length === 0 ? (
        <p className="py-10 font-ui text-ink-soft">
          {isNarrowed(view) ? "No comment in this queue is like that." : empty[view.status]}
        </p>
      ) : (
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
          <ol ref={list} className="flex flex-col divide-y divide-rule border-y border-rule">
            {loaded.map((item) => (
              <li key={item.id}>
                <QueueCard
                  item={item}
                  queue={view.status}
                  notice={notice?.id === item.id ? notice.message : null}
                  change={live.changes.get(item.id) ?? null}
                  openedBy={opened.has(item.id) ? (opened.get(item.id) ?? null) : item.openedBy}
                  {...{ back, said, inPlace, me, actions, announce, onSettled }}
                />
              </li>
            ))}
          </ol>
          <BulkBar list={list} />
          <ReasonChooser chooser={chooser} />
        </>
      )}
      <QueuePaging view={view} next={next} />
    </div>
  )
}

/** Reasons that say what the story's rules are, and nothing about this comment. */
const ofTheRules = ["hold-all", "hold-first", "hold-unverified"]

/** The rule that holds most of them up: said once, it need not stand on every card. */
function sharedReason(items: QueueItem[]): string | null {
  const ruled = items.filter(({ heldFor, status }) => status === "pending" && ofTheRules.includes(heldFor))
  const often = ofTheRules.find(
    (rule) => ruled.filter(({ heldFor }) => heldFor === rule).length * 2 > ruled.length,
  )
  return ruled.length > 1 ? (often ?? null) : null
}

const empty: Record<QueueName, string> = {
  waiting: "Nothing is waiting. Every comment has had its answer.",
  reported: "No reader has reported anything that is still unanswered, and the checks have flagged nothing.",
  appeals: "No author waits for an answer to an appeal.",
  approved: "No comment has been approved yet.",
  rejected: "No comment has been rejected.",
  spam: "No comment has been marked as spam.",
}
