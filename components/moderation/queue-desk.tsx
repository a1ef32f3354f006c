"use client"

import { type ReactNode, useRef } from "react"
import { useTellUndecided } from "@/components/desk/undecided-count"
import type { QueueView } from "@/lib/moderation/queue/url"
import type { QueueCounts, QueueItem } from "@/lib/moderation/types"
import { BulkBar } from "./bulk-bar"
import { useCardMenus } from "./card-menus"
import type { DeskActions } from "./desk-actions"
import { useShortcuts } from "./queue/shortcuts"
import { lineFor } from "./queue/state"
import { useFocus } from "./queue/use-focus"
import { useQueueKeys } from "./queue/use-queue-keys"
import { useQueueStore } from "./queue/use-queue-store"
import { useUnsent } from "./queue/use-unsent"
import { QueueCard } from "./queue-card"
import { QueueList } from "./queue-list"
import { QueueNews } from "./queue-news"
import { QueuePaging } from "./queue-paging"
import { QueueTabs } from "./queue-tabs"
import { ReasonChooser } from "./reason-chooser"
import { sharedReason } from "./shared-reason"
import { ShortcutHelp } from "./shortcut-help"

type Props = {
  view: QueueView
  back: string
  counts: QueueCounts
  countLimit: number
  items: QueueItem[]
  next: string | null
  notice: { id: number; message: string } | null
  /** Whoever is signed in. */
  me: number
  filter: ReactNode
  actions: DeskActions
}

/** The comments of one queue. Keeps the order in which it was loaded, to avoid a layout shift under the pointer. */
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
  const queue = view.status
  const { store, state } = useQueueStore({ queue, items, counts, notice }, me, actions)
  const list = useRef<HTMLOListElement>(null)
  const help = useRef<HTMLDialogElement>(null)
  const shortcuts = useShortcuts()
  useQueueKeys({ on: shortcuts.on === true, store, list, help })
  useFocus(list, store, state.move)
  useUnsent(list, store, me)
  useTellUndecided(state.counts.undecided)
  useCardMenus()
  const said = sharedReason(items)
  const inPlace = shortcuts.on !== null

  return (
    <div data-letters={shortcuts.on || undefined} className="group/desk flex flex-col gap-2">
      <div className="relative flex flex-col gap-2">
        <QueueTabs counts={state.counts} countLimit={countLimit} view={view} />
        <div className="flex items-start gap-3">
          {filter}
          <ShortcutHelp dialog={help} keys={shortcuts} />
        </div>
      </div>
      <QueueNews {...state} me={me} view={view} next={next} />
      <QueueList
        view={view}
        list={list}
        order={state.order}
        said={said}
        card={(id) => <QueueCard key={id} {...{ id, store, queue, back, said, inPlace, actions }} />}
      />
      {state.order.length > 0 ? (
        <>
          <BulkBar list={list} />
          <ReasonChooser
            asked={state.asking !== null}
            line={lineFor(state)}
            onAnswer={(rejection) => store.reject(rejection)}
          />
        </>
      ) : null}
      <QueuePaging view={view} next={next} />
    </div>
  )
}
